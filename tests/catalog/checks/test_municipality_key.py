"""Names and keys of towns and Kreise are those of the official list."""

import pytest

from plugins.catalog import official
from tests.conftest import Draft, said

TOWN = "municipalities/kleinstadt/municipality.yaml"
KREIS = "municipalities/kreis-muster/municipality.yaml"
RULE = "[municipality-key]"


def named(write: Draft, path: str, **values: str) -> list[str]:
    """What the rule says when a municipality has these values."""
    lines = (write.folder / path).read_text("utf-8").splitlines()
    changed = [f"{key}: {values.get(key, '')}" if (key := line.split(":")[0]) in values else line for line in lines]
    return [found for found in said(write(path, "\n".join(changed) + "\n")) if RULE in found]


def test_invented_towns_with_invented_keys_pass_on_example_hosts(write: Draft) -> None:
    assert [found for found in said(write.problems()) if RULE in found] == []


def test_a_kreis_and_its_town_as_they_are_listed_pass(write: Draft) -> None:
    write.change("municipalities/grossstadt/municipality.yaml", "ars: 059990004004", "ars: 053700004004")
    named(write, KREIS, name="Kreis Heinsberg", ars="053700000000")
    town = {"short_name": "Heinsberg", "ars": "053700016016", "website": "https://www.heinsberg.de/"}
    assert [found for found in named(write, TOWN, **town) if TOWN in found] == []


def test_a_name_beside_the_key_of_another_is_an_error(write: Draft) -> None:
    write.change(TOWN, "part_of: kreis-muster\n", "")
    assert named(write, TOWN, short_name="Hückelhofen", ars="053700020020") == [
        f"content/{TOWN}:2:13: Der Regionalschlüssel 053700020020 gehört nicht zu „Hückelhofen“  {RULE}"
        " → Meinten Sie „Hückelhoven“?"
    ]


def test_a_listed_name_needs_its_own_key(write: Draft) -> None:
    write.change(TOWN, "part_of: kreis-muster\n", "")
    assert named(write, TOWN, short_name="Heinsberg", ars="053700020020") == [
        f"content/{TOWN}:4:6: Heinsberg hat einen anderen Regionalschlüssel als 053700020020  {RULE}"
        " → ars: 053700016016"
    ]


def test_a_listed_name_with_an_invented_key_is_an_error_too(write: Draft) -> None:
    assert named(write, TOWN, short_name="Heinsberg") == [
        f"content/{TOWN}:4:6: Heinsberg hat einen anderen Regionalschlüssel als 059990008008  {RULE}"
        " → ars: 053700016016"
    ]


def test_a_kreis_has_its_full_name(write: Draft) -> None:
    found = named(write, KREIS, name="Kreis Heinsburg", ars="053700000000")
    assert found[-1] == (
        f"content/{KREIS}:1:7: Der Regionalschlüssel 053700000000 gehört nicht zu „Kreis Heinsburg“  {RULE}"
        " → Meinten Sie „Kreis Heinsberg“?"
    )


def test_a_key_of_another_kreis_is_an_error(write: Draft) -> None:
    assert named(write, TOWN, ars="059980008008") == [
        f"content/{TOWN}:4:6: Der Regionalschlüssel 059980008008 gehört zu einem anderen Kreis als Kreis Muster  {RULE}"
        " → In Kreis Muster beginnt er mit 05999."
    ]


@pytest.mark.parametrize(
    ("short_name", "remedy"),
    [
        ("Kleinstadt", "Ein erfundener Ort hat nur Server auf .example, nicht www.kleinstadt.de."),
        ("Heinsburg", "Meinten Sie „Heinsberg“?"),
    ],
)
def test_an_unlisted_town_on_a_real_host_is_an_error(write: Draft, short_name: str, remedy: str) -> None:
    assert named(write, TOWN, short_name=short_name, website="https://www.kleinstadt.de/") == [
        f"content/{TOWN}:4:6: „{short_name}“ mit dem Regionalschlüssel 059990008008"
        f" steht nicht im Gemeindeverzeichnis  {RULE} → {remedy}"
    ]


def test_a_town_in_another_land_is_not_in_the_list_and_passes(write: Draft) -> None:
    write.change(TOWN, "part_of: kreis-muster\n", "")
    assert named(write, TOWN, short_name="München", ars="091620000000", website="https://www.muenchen.de/") == []


def test_the_list_has_every_town_and_kreis_in_nrw() -> None:
    assert (len(official.towns()), len(official.districts())) == (396, 31)
    assert official.towns()["053150000000"] == "Köln"
    assert official.districts()["053340000000"] == "Städteregion Aachen"
