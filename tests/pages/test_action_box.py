"""What a citizen reads beside a way in, before going there."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

from plugins.catalog.offer import WayIn
from plugins.catalog.records import Form, Language, Login, Office, Payment
from plugins.catalog.records.office import PostalAddress

PDF = "https://forms.example/hund.pdf"
FORM = Form(slug="hund", title="Hund anmelden", minutes=5, languages=(Language.GERMAN, Language.ENGLISH), pdf=PDF)
ADDRESS = PostalAddress(street="Rathausplatz 1", postal_code="59990", city="Großstadt")
OFFICE = Office(slug="steueramt", name="Steueramt", address=ADDRESS)


def box(theme: Environment, way: WayIn) -> BeautifulSoup:
    macro: Any = theme.get_template("components/action-box/action-box.html").module
    return BeautifulSoup(macro.action_box((way,), "Stadt Großstadt"), "html.parser")


def facts(soup: BeautifulSoup) -> list[str]:
    return [fact.get_text() for fact in soup.select(".action-box__facts li")]


def test_a_form_says_what_it_asks_for(theme: Environment) -> None:
    way = WayIn("online", url="https://forms.example/hund", form=FORM, login=(Login.NONE,), payment=(Payment.SEPA,))
    found = box(theme, way)
    assert facts(found) == [
        "Anmeldung: nicht nötig",
        "Bezahlen: Lastschrift",
        "Dauer: etwa 5 Minuten",
        "Sprachen: Deutsch, English",
        "Formular als PDF",
    ]
    assert [link["href"] for link in found.select(".action-box__facts a")] == [PDF]


def test_a_form_that_says_nothing_leaves_no_empty_list(theme: Environment) -> None:
    way = WayIn("online", url="https://forms.example/hund", form=Form(slug="hund", title="Hund anmelden"))
    assert box(theme, way).select(".action-box__facts") == []


@pytest.mark.parametrize(
    ("office", "details"),
    [
        (
            OFFICE,
            "Hund anmelden Ausdrucken, ausfüllen und schicken oder abgeben: Steueramt, Rathausplatz 1, 59990 Großstadt",
        ),
        (None, "Hund anmelden"),
    ],
)
def test_a_form_on_paper_is_a_way_of_its_own(theme: Environment, office: Office | None, details: str) -> None:
    found = box(theme, WayIn("pdf", url=PDF, form=FORM, office=office))
    assert [(link.get_text(), link["href"]) for link in found.select("a")] == [("Formular als PDF", PDF)]
    assert found.select(".action-box__details")[0].get_text(" ", strip=True) == details
