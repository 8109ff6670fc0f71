"""HSDS: every object of two whole demo portals is valid, has no field of our own, and keeps its id."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from plugins.authoring.renaming import renamed
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.changes import write as write_changes
from plugins.catalog.published import Published
from plugins.exports.hsds import EXPORT
from tests.conftest import Draft
from tests.exports.demo import published
from tests.exports.standards.json_schemas import hsds_fields, hsds_validator

Answer = dict[str, Any]
OBJECTS = {"services": "service", "organizations": "organization", "taxonomy_terms": "taxonomy_term"}


def answers(portal: Published) -> dict[str, Answer]:
    """Every list by its name."""
    return {
        file.path.removeprefix("daten/hsds/").removesuffix(".json"): json.loads(b"".join(file.pieces))
        for file in EXPORT.files(portal)
    }


@pytest.fixture(scope="module", params=["kreis-rurland", "rurheim"])
def demo_answers(request: pytest.FixtureRequest) -> dict[str, Answer]:
    return answers(published(request.param))


def test_whole_portals_are_valid(demo_answers: dict[str, Answer]) -> None:
    assert len(demo_answers["services"]["contents"]) == 494
    for name, answer in demo_answers.items():
        validator = hsds_validator(OBJECTS[name])
        faults = [
            f"{one['name']} {error.json_path}" for one in answer["contents"] for error in validator.iter_errors(one)
        ]
        assert faults == []


HELD = {
    "organization": "organization",
    "location": "location",
    "taxonomy_term": "taxonomy_term",
    "taxonomy_detail": "taxonomy",
    "accessibility": "accessibility",
    "addresses": "address",
    "additional_urls": "url",
}
"""Objects in fields that are not called by their plural."""


def fields(name: str, value: Answer) -> Iterator[tuple[str, str]]:
    """Every field of an object and of what it holds, with the object it belongs to."""
    for field, held in value.items():
        yield name, field
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                yield from fields(HELD.get(field, field.removesuffix("s")), one)


def test_every_field_is_one_of_the_standard(demo_answers: dict[str, Answer]) -> None:
    used = {
        pair
        for name, answer in demo_answers.items()
        for one in answer["contents"]
        for pair in fields(OBJECTS[name], one)
    }
    assert len(used) > 60
    assert {f"{name}.{field}" for name, field in used if field not in hsds_fields(name)} == set()


def test_an_answer_is_one_page(world: Catalog) -> None:
    answer = answers(published("kleinstadt", world))["services"]
    head = {name: value for name, value in answer.items() if name != "contents"}
    assert head == {
        "total_items": len(answer["contents"]),
        "total_pages": 1,
        "page_number": 1,
        "size": len(answer["contents"]),
        "first_page": True,
        "last_page": True,
        "empty": False,
    }


def service(portal: Published, name: str) -> Answer:
    return next(one for one in answers(portal)["services"]["contents"] if one["name"] == name)


def test_a_service_keeps_its_id_when_its_title_changes(write: Draft, world: Catalog) -> None:
    before = service(published("kleinstadt", world), "Hund anmelden")
    write.change("services/hund-anmelden.md", "title: Hund anmelden", "title: Hund melden")
    assert service(published("kleinstadt", load(write.folder)[0]), "Hund melden")["id"] == before["id"]


def ids(value: Any) -> Iterator[str]:
    """The id of an object and of all it holds, in their order."""
    if isinstance(value, dict):
        yield from [value["id"]] if "id" in value else []
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from ids(one)


def test_a_renamed_service_keeps_its_ids_and_names_its_new_address(write: Draft, world: Catalog) -> None:
    before = service(published("kleinstadt", world), "Hund anmelden")
    catalog, _ = load(write.folder)
    write_changes(write.folder, renamed(catalog, write.folder, "hund-anmelden", "hund-melden"))
    after = service(published("kleinstadt", load(write.folder)[0]), "Hund anmelden")
    assert list(ids(after)) == list(ids(before))
    assert (before["url"], after["url"]) == (
        "https://service.kleinstadt.example/leistungen/hund-anmelden/",
        "https://service.kleinstadt.example/leistungen/hund-melden/",
    )


def test_an_address_of_an_older_portal_makes_no_other_id(write: Draft, world: Catalog) -> None:
    before = service(published("kleinstadt", world), "Hund anmelden")
    write.change("services/hund-anmelden.md", "related:", "former_urls: [/alt/hund.html]\nrelated:")
    assert service(published("kleinstadt", load(write.folder)[0]), "Hund anmelden")["id"] == before["id"]


def test_hours_are_rules_for_all_days_that_share_them() -> None:
    hund = service(published("rurheim"), "Hund anmelden")
    [tax_office, *_] = hund["service_at_locations"]
    rules = [(one["byday"], one["opens_at"], one["closes_at"]) for one in tax_office["location"]["schedules"]]
    assert rules == [("MO,TU,WE,TH,FR", "08:30", "12:00"), ("TH", "14:00", "17:00")]


def test_what_a_kreis_leaves_to_its_towns_has_their_areas_and_no_organization() -> None:
    hund = service(published("kreis-rurland"), "Hund anmelden")
    assert "organization" not in hund
    assert {"Stadt Rurheim", "Gemeinde Rurauen"} <= {one["name"] for one in hund["service_areas"]}


def test_fees_have_amounts_and_words(world: Catalog) -> None:
    card = service(published("grossstadt", world), "Personalausweis beantragen")
    first = card["cost_options"][0]
    assert (first["option"], first["amount"], first["currency"]) == ("Ab 24 Jahren", 46.0, "EUR")
