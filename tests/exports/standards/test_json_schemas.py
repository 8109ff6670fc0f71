from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.exports.standards.json_schemas import HSDS, hsds_fields, hsds_validator

ID = "ac148810-d857-441c-9679-408f346de14b"
HUND: dict[str, Any] = {"id": ID, "name": "Hund anmelden", "status": "active"}


def faults(name: str, value: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in hsds_validator(name).iter_errors(value)]


def test_a_service_with_all_it_holds_is_valid() -> None:
    office = {"id": ID, "location_type": "physical", "latitude": 51.2}
    service = {
        **HUND,
        "last_modified": "2026-01-31T12:00:00Z",
        "organization": {"id": ID, "name": "Stadt Rurheim", "description": "Verwaltung"},
        "phones": [{"id": ID, "number": "02434 800-0", "languages": [{"id": ID, "code": "de"}]}],
        "service_at_locations": [{"id": ID, "location": office}],
        "cost_options": [{"id": ID, "amount": 12.5, "currency": "EUR", "valid_from": "2026-01-01"}],
    }
    assert faults("service", service) == []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"name": 1}, "$.name: 1 is not of type 'string'"),
        ({"id": "hund"}, "$.id: 'hund' is not a 'uuid'"),
        ({"url": "hund anmelden"}, "$.url: 'hund anmelden' is not a 'uri'"),
        ({"email": "Rathaus"}, "$.email: 'Rathaus' is not a 'email'"),
        ({"assured_date": "31.1.2026"}, "$.assured_date: '31.1.2026' is not a 'date'"),
        ({"last_modified": "2026-01-31"}, "$.last_modified: '2026-01-31' is not a 'date-time'"),
        ({"minimum_age": "16"}, "$.minimum_age: '16' is not of type 'number'"),
        ({"phones": {"id": ID}}, f"$.phones: {{'id': '{ID}'}} is not of type 'array'"),
        ({"phones": [{"id": ID}]}, "$.phones[0]: 'number' is a required property"),
        ({"organization": {"id": ID, "name": "R"}}, "$.organization: 'description' is a required property"),
        (
            {"status": "open"},
            "$.status: 'open' is not one of ['active', 'inactive', 'defunct', 'temporarily closed']",
        ),
    ],
)
def test_a_fault_is_found(more: dict[str, Any], fault: str) -> None:
    assert faults("service", HUND | more) == [fault]


def test_what_is_required_is_missed() -> None:
    assert faults("service", {}) == [f"$: {field!r} is a required property" for field in ("id", "name", "status")]


def test_the_standard_lets_fields_of_ones_own_be_added_and_names_its_own() -> None:
    service = HUND | {"leika_id": "99102003"}
    assert faults("service", service) == []
    assert service.keys() - hsds_fields("service") == {"leika_id"}


def test_every_row_stands_in_the_schemas_and_every_object_held_is_one_of_them() -> None:
    rows = [row.split(";") for row in HSDS.read_text(encoding="utf-8").splitlines()[1:]]
    names = {row[0] for row in rows}
    assert sum(len(hsds_fields(name)) for name in names) == len(rows)
    assert {row[6] for row in rows} - {""} <= names
    Draft202012Validator.check_schema(hsds_validator("service").schema)
