"""The JSON Schema accepts every file there is and finds what is wrong, in German."""

from typing import Any

import pytest

from plugins.catalog.json_schema import kinds, schema_of, written
from plugins.catalog.records import Service
from tests.editing.content import files, front
from tests.editing.node import ask

KINDS = {kind.name: kind for kind in kinds()}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_file_fits_the_schema_of_its_kind(name: str) -> None:
    found = [(path, front(text)) for path, _, text in files(name)]
    assert found
    answers = ask("violations", schema=schema_of(KINDS[name]), fronts=[text for _, text in found])
    assert {path: said for (path, _), said in zip(found, answers, strict=True) if said} == {}


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ("abbreviation: GewO\ntitle: Gewerbeordnung\nurl: www.gesetze.example", "#/url"),
        ("abbreviation: GewO\ntitle: Gewerbeordnung\nadresse: Bonn", "#/adresse"),
        ("abbreviation: GewO", "#"),
    ],
)
def test_a_mistake_is_found_where_it_is(facts: str, place: str) -> None:
    [said] = ask("violations", schema=schema_of(KINDS["law"]), fronts=[facts])
    assert place in {found.split(": ")[0] for found in said}


def test_a_pattern_says_in_german_what_is_wrong_and_what_to_write() -> None:
    amount = written(Service)["properties"]["fees"]["items"]["properties"]["amount"]
    assert amount["patternErrorMessage"] == "Das ist kein Betrag in Euro. Schreiben Sie nur die Zahl: 26,50 oder 26."


def test_a_choice_is_explained_in_german() -> None:
    level = written(Service)["properties"]["level"]
    assert dict(zip(level["enum"], level["enumDescriptions"], strict=True))["municipal"] == "Stadt oder Gemeinde"


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_number_is_asked_for_where_digits_are_text(name: str) -> None:
    assert _types(written(KINDS[name].model)) <= {"string", "integer", "boolean", "array", "object"}


def _types(part: Any) -> set[str]:
    """Every type a schema names."""
    if isinstance(part, list):
        return set().union(*map(_types, part))
    if not isinstance(part, dict):
        return set()
    own = {part["type"]} if isinstance(part.get("type"), str) else set()
    return own.union(*map(_types, part.values()))
