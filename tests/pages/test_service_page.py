"""What the page of a service says about who is competent: the towns of a Kreis, and whose words these are."""

from pathlib import Path

import pytest

from plugins.interface.speech import GERMAN
from tests.conftest import Draft
from tests.portals import TINY_DAY, Portal, build

DOG = "/leistungen/hund-anmelden/"
IN_KLEINSTADT = "municipalities/kleinstadt/services/hund-anmelden.md"
IN_THE_KREIS = "municipalities/kreis-muster/services/hund-anmelden.md"
FEES = "---\nfees:\n  - note: 12 Euro für die Marke\nlevel: municipal\n---\n\n## Fristen\n\nSofort.\n"


def portal(write: Draft, town: str, output: Path) -> Portal:
    return build(write.folder, town, output, SOURCE_DATE_EPOCH=TINY_DAY)


def foot(portal: Portal) -> str:
    footer = portal.pages[DOG].select_one(".service__footer")
    return footer.get_text(" ", strip=True) if footer else ""


def test_the_foot_says_whose_words_these_are(write: Draft, tmp_path: Path) -> None:
    write(IN_KLEINSTADT, FEES)
    assert foot(portal(write, "kleinstadt", tmp_path)).startswith(
        "Gebühren, Fristen und Zuständigkeit: Angaben der Stadt Kleinstadt."
        " Alles andere gilt gemeinsam im Kreis Muster. Zuletzt geprüft am"
    )


def test_the_words_of_the_kreis_are_named_after_those_of_the_town(write: Draft, tmp_path: Path) -> None:
    write(IN_KLEINSTADT, "---\n---\n\n## Fristen\n\nSofort.\n")
    write(IN_THE_KREIS, "---\n---\n\n## Hinweise\n\nIm Kreis ist alles anders.\n\n## Fristen\n\nBald.\n")
    assert foot(portal(write, "kleinstadt", tmp_path)).startswith(
        "Fristen: Angaben der Stadt Kleinstadt. Hinweise: Angaben vom Kreis Muster."
        " Alles andere gilt gemeinsam im Kreis Muster."
    )


def test_a_kreis_shares_with_all(write: Draft, tmp_path: Path) -> None:
    write(IN_THE_KREIS, "---\n---\n\n## Fristen\n\nBald.\n")
    assert foot(portal(write, "kreis-muster", tmp_path)).startswith(
        "Fristen: Angaben vom Kreis Muster. Alles andere gilt überall gleich."
    )


def test_where_all_is_shared_the_foot_says_nothing_about_it(tiny: Portal) -> None:
    assert foot(tiny).startswith("Zuletzt geprüft am")


def test_the_kreis_names_towns_that_offer_a_service_and_those_that_do_not(write: Draft, tmp_path: Path) -> None:
    write(IN_KLEINSTADT, "---\noffered: false\n---\n")
    choice = portal(write, "kreis-muster", tmp_path).pages[DOG].select_one(".town-choice")
    assert choice
    assert [(link.get_text(" ", strip=True), link["href"]) for link in choice.select("a")] == [
        ("Großstadt ↗", "https://service.grossstadt.example/leistungen/hund-anmelden/"),
        ("02999 300-0", "tel:+4929993000"),
        ("Portal von Kleinstadt", "https://service.kleinstadt.example/"),
    ]
    assert "In Kleinstadt gibt es diese Leistung nicht." in choice.get_text(" ", strip=True)


def test_the_kreis_names_a_town_that_is_competent_itself(write: Draft, tmp_path: Path) -> None:
    write("municipalities/grossstadt/services/baugenehmigung-beantragen.md", "---\nlevel: municipal\n---\n")
    page = portal(write, "kreis-muster", tmp_path).pages["/leistungen/baugenehmigung-beantragen/"]
    assert "Stadt Großstadt ist selbst zuständig: weiter im Portal von Großstadt." in page.get_text()
    assert page.select_one('a[href="https://service.grossstadt.example/leistungen/baugenehmigung-beantragen/"]')


def test_a_page_in_another_language_leads_to_the_same_language_in_the_town(write: Draft, tmp_path: Path) -> None:
    english = portal(write, "kreis-muster", tmp_path).pages[f"{DOG}en/"].select_one(".town-choice a")
    assert english
    assert english["href"] == "https://service.grossstadt.example/leistungen/hund-anmelden/en/"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("Gebühren",), "Gebühren"),
        (("Gebühren", "Fristen"), "Gebühren und Fristen"),
        (("Wege", "Gebühren", "Fristen"), "Wege, Gebühren und Fristen"),
    ],
)
def test_words_are_listed_as_germans_do(words: tuple[str, ...], text: str) -> None:
    assert GERMAN.enumeration(words) == text
