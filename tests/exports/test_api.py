"""The JSON API: every document is as its schema says, and says what the page says."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from openapi_spec_validator import OpenAPIV31SpecValidator

from plugins.catalog.published import Published
from plugins.exports import api
from tests.conftest import Draft

SCHEMAS = re.compile(r"api/v1/(?:(schema)/\w+|(services|offices)/[a-z0-9{}-]+|(\w+))\.json")
ONE_OF = {"services": "service", "offices": "office"}
Documents = dict[str, Any]


def documents(portal: Published) -> Documents:
    return {file.path: json.loads(b"".join(file.pieces)) for file in api.files(portal)}


@pytest.fixture(scope="module")
def small(grossstadt: Published) -> Documents:
    """The documents of the tiny country's town."""
    return documents(grossstadt)


def schema_name(path: str) -> str:
    """`api/v1/services/hund-anmelden.json` → `service`; empty for what is no document of the API."""
    found = re.fullmatch(SCHEMAS, path)
    assert found, path
    return ONE_OF.get(found[2] or "", "") or (found[3] or "").replace("openapi", "")


def faults(found: Documents) -> Iterator[str]:
    """What the schemas have against the documents."""
    validators = {
        name: Draft202012Validator(
            found[f"api/v1/schema/{name}.json"], format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        for name in api.openapi.KINDS
    }
    for path, document in found.items():
        if name := schema_name(path):
            yield from (f"{path}: {error.message}" for error in validators[name].iter_errors(document))


def test_every_document_of_a_demo_town_is_as_its_schema_says(rurheim: Published) -> None:
    found = documents(rurheim)
    assert len(found) > len(rurheim.directory.offers) + len(rurheim.directory.offices)
    assert list(faults(found)) == []


def test_every_document_of_the_demo_kreis_is_as_its_schema_says(rurland: Published) -> None:
    assert list(faults(documents(rurland))) == []


def test_a_schema_finds_what_does_not_fit(small: Documents) -> None:
    service = small["api/v1/services/hund-anmelden.json"]
    wrong = {**small, "api/v1/services/hund-anmelden.json": {**service, "url": "no address", "more": 1}}
    assert [fault.split(": ", 1)[1] for fault in faults(wrong)] == [
        "Additional properties are not allowed ('more' was unexpected)",
        "'no address' is not a 'uri'",
    ]


def test_the_schemas_themselves_are_valid(small: Documents) -> None:
    for name in api.openapi.KINDS:
        schema = small[f"api/v1/schema/{name}.json"]
        validator_for(schema).check_schema(schema)


def test_the_description_is_openapi_and_names_every_document(small: Documents) -> None:
    description = small["api/v1/openapi.json"]
    OpenAPIV31SpecValidator(description).validate()
    paths = {path.lstrip("/") for path in description["paths"]}
    described = {
        re.sub(r"/(services|offices)/[^/]+\.json", r"/\1/{slug}.json", path) for path in small if schema_name(path)
    }
    assert described == paths


def test_a_program_begins_at_the_index_and_finds_every_document(small: Documents, grossstadt: Published) -> None:
    def at(address: str) -> Any:
        return small[address.removeprefix(f"{grossstadt.url}/")]

    index = small["api/v1/index.json"]
    assert index["municipality"] == "Stadt Großstadt"
    assert at(index["openapi"])["servers"] == [{"url": "https://service.grossstadt.example"}]
    for line in at(index["services"])["services"]:
        service = at(line["document"])
        assert {key: service[key] for key in line} == line
    for line in at(index["offices"])["offices"]:
        assert {key: at(line["document"])[key] for key in line} == line


def test_a_service_says_what_its_page_says(small: Documents) -> None:
    service = small["api/v1/services/hund-anmelden.json"]
    assert service["documents"] == ["Ihr Name und Ihre Anschrift", "Rasse und Alter des Hundes"]
    assert [(way["kind"], way["url"]) for way in service["ways_in"]] == [
        ("online", "https://formulare.kreis-muster.example/hund?ars=059990004004"),
        ("post", None),
        ("phone", None),
    ]
    assert service["ways_in"][2]["office"]["phone"] == "02999 200-20"
    assert service["fees"][0]["words"] == "Anmeldung zur Hundesteuer: gebührenfrei"
    assert [text["language"] for text in service["texts"]] == ["de", "de-simple", "en"]


def test_a_text_is_markdown_with_full_addresses_and_plain(small: Documents) -> None:
    (notes,) = (
        section
        for section in small["api/v1/services/hund-anmelden.json"]["texts"][0]["sections"]
        if section["name"] == "notes"
    )
    assert notes == {
        "name": "notes",
        "heading": "Hinweise",
        "fim": "16",
        "markdown": "Sie ziehen um? Dann brauchen Sie auch einen [neuen Ausweis]"
        "(https://service.grossstadt.example/leistungen/personalausweis-beantragen/).",
        "plain": "Sie ziehen um? Dann brauchen Sie auch einen neuen Ausweis.",
    }


def test_the_day_of_a_change_is_that_of_the_commit_or_of_the_review(small: Documents) -> None:
    assert small["api/v1/services/hund-anmelden.json"]["changed"] == "2026-10-25"
    assert small["api/v1/services/gruenschnitt-abgeben.json"]["changed"] == "2026-10-15"


def test_the_terms_are_those_of_the_municipality(small: Documents, rurheim: Published) -> None:
    assert small["api/v1/index.json"]["licence"] is None
    (index, *_) = api.files(rurheim)
    assert json.loads(b"".join(index.pieces))["licence"]["name"] == "European Union Public Licence 1.2"


def test_a_kreis_names_the_towns_that_provide_a_service(rurland: Published) -> None:
    found = documents(rurland)["api/v1/services/hund-anmelden.json"]
    assert found["ways_in"] == []
    town = "https://service.rurheim.example/leistungen/hund-anmelden/"
    assert {"name": "Stadt Rurheim", "is_offered": True, "url": town} in found["towns"]


def test_a_list_is_written_entry_by_entry(rurheim: Published) -> None:
    services = next(file for file in api.files(rurheim) if file.path == "api/v1/services.json")
    assert sum(1 for _ in services.pieces) == 2 + len(rurheim.directory.offers)


def test_no_address_out_of_order_is_given_away(write: Draft, portal_of: Callable[[Path, str], Published]) -> None:
    address = "https://formulare.kreis-muster.example/hund?ars=059990004004"
    facts = "state: broken, since: 2026-10-01, checked_on: 2026-10-20, strikes: 3"
    write("links/formulare.kreis-muster.example.yaml", f"links:\n  - {{address: '{address}', {facts}}}\n")
    found = documents(portal_of(write.folder, "grossstadt"))
    assert address not in json.dumps(found)
