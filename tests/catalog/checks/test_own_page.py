"""A link to an own page leads to a page that exists."""

import pytest

from tests.conftest import Draft, said

HELP = "pages/hilfe.md"
OWN = "/leistungen/hund-anmelden/"
REMEDY = "Eigene Seiten stehen so da: /leistungen/hund-anmelden/"


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/leistungen/",
        "/unternehmen/",
        "/leistungen/hund-anmelden/en/",
        "/leistungen/hund-anmelden/#kosten",
        "/themen/tiere/",
        "/stellen/finanzamt/",
        "/impressum/",
    ],
)
def test_a_link_to_a_page_of_the_portal_passes(write: Draft, target: str) -> None:
    assert write.change(HELP, OWN, target) == []


@pytest.mark.parametrize(
    ("target", "remedy"),
    [
        ("/leistungen/hund-anmeldn/", "Meinten Sie „/leistungen/hund-anmelden/“?"),
        ("/leistungen/hund-anmelden", "Meinten Sie „/leistungen/hund-anmelden/“?"),
        ("/leistungen/gewerbe-anmelden/en/", "Meinten Sie „/leistungen/gewerbe-anmelden/“?"),
        ("/leistungen/hund-anmelden/e/", "Meinten Sie „/leistungen/hund-anmelden/“?"),
        ("/formular/", "Meinten Sie „/formulare/“?"),
        ("/xyz-1234/", REMEDY),
    ],
)
def test_a_link_to_a_page_that_is_not_there_is_an_error(write: Draft, target: str, remedy: str) -> None:
    assert said(write.change(HELP, OWN, target)) == [
        f"content/{HELP}:7:1: Die Seite {target} gibt es nicht  [own-page] → {remedy}"
    ]


def test_the_fragment_does_not_matter(write: Draft) -> None:
    (found,) = said(write.change(HELP, OWN, "/impressun/#oben"))
    assert found == f"content/{HELP}:7:1: Die Seite /impressun/ gibt es nicht  [own-page] → Meinten Sie „/impressum/“?"


def test_a_translation_that_cannot_be_read_is_still_a_page(write: Draft) -> None:
    write.change(HELP, OWN, "/leistungen/hund-anmelden/en/")
    (found,) = write("services/hund-anmelden.en.md", "---\ntitle: [\n---\n")
    assert found.rule == "yaml"


def test_a_link_to_a_former_address_is_told_the_new_one(write: Draft) -> None:
    write.change("services/kiosk-anmelden.md", "\ntitle: ", "\nformer_urls: [/leistungen/kiosk-melden/]\ntitle: ")
    assert said(write.change(HELP, OWN, "/leistungen/kiosk-melden/"))[0].endswith(
        "Die Seite /leistungen/kiosk-melden/ gibt es nicht  [own-page]"
        " → Die Seite heißt jetzt /leistungen/kiosk-anmelden/"
    )


def test_a_link_to_a_page_that_was_there_once_is_not_meant_for_its_neighbour(write: Draft) -> None:
    register = "municipalities: [grossstadt]\naddresses: [/leistungen/hund-abmelden/]\n"
    write("addresses/grossstadt.yaml", register)
    assert [line for line in said(write.change(HELP, OWN, "/leistungen/hund-abmelden/")) if "[own-page]" in line] == [
        f"content/{HELP}:7:1: Die Seite /leistungen/hund-abmelden/ gibt es nicht  [own-page]"
        " → War veröffentlicht und ist gelöscht oder umbenannt. Gelöscht: Nehmen Sie den Link heraus."
    ]
