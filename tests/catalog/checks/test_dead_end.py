"""No dead end: in every town, every service ends in a way that leads on."""

import pytest

from tests.conftest import Draft, said

WASTE = "services/gruenschnitt-abgeben.md"
CHAMBER = "services/handwerksrolle-eintragung.md"


def test_one_phone_number_is_enough(write: Draft) -> None:
    assert write.change(WASTE, "  - kind: phone", "  - kind: appointment\n  - kind: phone") == []


def test_an_appointment_where_no_office_gives_any_leaves_the_office_itself(write: Draft) -> None:
    assert said(write.change(WASTE, "- kind: phone", "- kind: appointment")) == [
        f"content/{WASTE}:19:3: Hinweis: Kein geschriebener Weg führt weiter; es bleibt"
        " (Stadt Großstadt: Per Post, Persönlich, Telefon; Stadt Kleinstadt: Telefon)  [dead-end]"
        " → Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal."
    ]


def test_only_the_town_where_it_ends_is_named(write: Draft) -> None:
    assert said(write.change(WASTE, "- kind: phone", "- kind: in_person")) == [
        f"content/{WASTE}:19:3: Hinweis: Kein geschriebener Weg führt weiter; es bleibt"
        " (Stadt Kleinstadt: Telefon)  [dead-end]"
        " → Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal."
    ]


def test_what_leaves_nothing_but_the_town_hall_is_an_error(write: Draft) -> None:
    office = "municipalities/kleinstadt/offices/ordnungsamt.yaml"
    problems = [found for found in write(office, "name: Ordnungsamt Kleinstadt\n") if found.place.path == WASTE]
    assert said(problems) == [
        f"content/{WASTE}:19:3: Kein Weg führt weiter (Stadt Kleinstadt)  [dead-end]"
        " → Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal."
    ]


def test_an_office_that_loses_its_last_way_is_found_at_the_service(write: Draft) -> None:
    kept = (write.folder / "offices/handwerkskammer.yaml").read_text("utf-8")
    write("offices/handwerkskammer.yaml", "".join(line for line in kept.splitlines(True) if "name:" in line))
    (problem,) = [found for found in said(write.problems()) if "dead-end" in found]
    assert problem == (
        f"content/{CHAMBER}:21:3: Kein Weg führt weiter (Stadt Großstadt, Stadt Kleinstadt, Kreis Muster)  [dead-end]"
        " → Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal."
    )


@pytest.mark.parametrize(
    "path",
    [
        "municipalities/kleinstadt/offices/buergerbuero.yaml",
        "municipalities/kleinstadt/municipality.yaml",
        "municipalities/kreis-muster/municipality.yaml",
        "municipalities/kreis-muster/offices/strassenverkehrsamt.yaml",
        "portals/steuerportal.yaml",
        "portals/registerportal.yaml",
        "forms/hund-anmelden.yaml",
        "forms/fahrzeug-zulassen.yaml",
        "offices/finanzamt.yaml",
    ],
)
@pytest.mark.parametrize("text", ["title: [", "x: 1"])
def test_what_rests_on_a_file_with_mistakes_is_not_reported(write: Draft, path: str, text: str) -> None:
    assert {found.place.path for found in write(path, text)} == {path}


def test_a_kreis_that_does_not_exist_is_reported_alone(write: Draft) -> None:
    town = "municipalities/grossstadt/municipality.yaml"
    assert said(write.change(town, "kreis-muster\n", "kreis-mustr\n")) == [
        f"content/{town}:5:10: Ort „kreis-mustr“ gibt es nicht  [reference] → Meinten Sie „kreis-muster“?"
    ]


def test_an_office_that_does_not_exist_is_reported_alone(write: Draft) -> None:
    (found,) = write.change(CHAMBER, "offices: [handwerkskammer]", "offices: [handelskammer]")
    assert found.rule == "reference"
