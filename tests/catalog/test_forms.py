"""Whose form a citizen gets, and at which address."""

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from tests.conftest import TODAY, Draft

SERVER = "title: Server\noperator: Kreis\nurl: https://formulare.kreis-muster.example/{form}/{leika}?ars={ars}\n"


def address(write: Draft, town: str) -> str | None:
    catalog, _ = load(write.folder, TODAY)
    return directory(catalog, catalog.municipalities[town]).by_slug["hund-anmelden"].ways_in[0].url


@pytest.mark.parametrize(("folder", "town"), [("kleinstadt", "kleinstadt"), ("kreis-muster", "kleinstadt")])
def test_a_form_of_the_town_or_its_kreis_stands_before_the_shared_one(write: Draft, folder: str, town: str) -> None:
    write(f"municipalities/{folder}/forms/hund-anmelden.yaml", "title: Hund\nurl: https://www.kreis-muster.example/h\n")
    assert address(write, town) == "https://www.kreis-muster.example/h"


def test_the_form_of_one_town_is_not_that_of_another(write: Draft) -> None:
    write(
        "municipalities/kleinstadt/forms/hund-anmelden.yaml", "title: Hund\nurl: https://www.kreis-muster.example/h\n"
    )
    assert address(write, "grossstadt") == "https://formulare.kreis-muster.example/hund?ars=059990004004"


@pytest.mark.parametrize(("number", "name"), [("", "hund-anmelden"), ("number: h17\n", "h17")])
def test_a_server_gives_every_form_its_address(write: Draft, number: str, name: str) -> None:
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", f"title: Hund\nserver: kreis\n{number}")
    expected = f"https://formulare.kreis-muster.example/{name}/99102013104000?ars=059990008008"
    assert address(write, "kleinstadt") == expected


@pytest.mark.parametrize("number", ["h 17", '"h\\"17"', "h/17", "../h17", "h?x=1", "höhe"])
def test_a_number_that_would_change_the_address_is_refused(write: Draft, number: str) -> None:
    write("servers/kreis.yaml", SERVER)
    problems = write("forms/hund-anmelden.yaml", f"title: Hund\nserver: kreis\nnumber: {number}\n")
    (found,) = (problem for problem in problems if problem.place.path == "forms/hund-anmelden.yaml")
    assert "passt in keine Adresse" in found.message
    assert found.hint == "Nur Buchstaben ohne Umlaut, Ziffern, Punkt und Striche: hund-17"
