"""Form, schema, table, reference and new file name the same fields, because each is made of the same declarations."""

import re
from typing import Any

import pytest

from plugins.authoring.scaffold import scaffold
from plugins.catalog.catalog import Catalog
from plugins.catalog.json_schema import kinds, schema_of, written
from plugins.catalog.kinds import Kind
from plugins.catalog.records import Office, Service
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.reference import fields_page
from plugins.editing.collections import collections, formats
from plugins.exchange.table.columns import columns

KINDS = {kind.name: kind for kind in kinds()}
IN_THE_FORM = sorted(KINDS.keys() - {"translation"})
"""The form shows a translation beside its service, not in a list of its own."""


def texts(kind: Kind) -> set[str]:
    return set(marked_fields(kind.model, Section))


def declared(kind: Kind) -> set[str]:
    return set(kind.model.model_fields) - kind.model.computed


def lists(world: Catalog) -> dict[str, Any]:
    """The lists of the form by kind; each town has some kinds again."""
    found = [one for one in collections(world, "content/") if "name" in one]
    fields = {one["name"].split("-")[0]: one.get("fields") or one["files"][0]["fields"] for one in found}
    return {name: {field["name"]: field for field in listed} for name, listed in fields.items()}


@pytest.mark.parametrize("name", IN_THE_FORM)
def test_the_form_asks_for_every_field(name: str, world: Catalog) -> None:
    assert set(lists(world)[name]) == declared(KINDS[name])


@pytest.mark.parametrize("name", IN_THE_FORM)
def test_the_file_of_the_form_knows_every_field(name: str) -> None:
    suffix = "frontmatter" if KINDS[name].example.endswith(".md") else "file"
    layout = formats()[f"{name}-{suffix}"]
    assert {*layout["facts"], *(layout["texts"] or {}).values()} == declared(KINDS[name])


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_schema_knows_every_fact(name: str) -> None:
    assert set(schema_of(KINDS[name])["properties"]) == declared(KINDS[name]) - texts(KINDS[name])


@pytest.mark.parametrize("model", [Service, Office])
def test_a_table_has_every_fact_that_is_a_single_value(model: type[Record]) -> None:
    texts = set(marked_fields(model, Section))
    properties = {name: part for name, part in written(model)["properties"].items() if name not in texts}
    single = {name for name, part in properties.items() if not {"items", "properties"} & part.keys()}
    assert {column.name for column in columns() if column.model is model} == single


@pytest.mark.parametrize("name", sorted(name for name, kind in KINDS.items() if kind.example.endswith(".md")))
def test_a_new_file_can_name_every_fact_and_every_text(name: str) -> None:
    kind = KINDS[name]
    made = scaffold(kind.model, {}, wanted=declared(kind))
    headings = {mark.heading for mark in marked_fields(kind.model, Section).values()}
    assert set(re.findall(r"^([a-z_]+):$", made, re.MULTILINE)) == declared(kind) - texts(kind)
    assert {found.strip() for found in re.findall(r"^##(.*)$", made, re.MULTILINE)} == headings


@pytest.mark.parametrize("name", sorted(KINDS.keys() - {"local"}))
def test_the_reference_explains_every_field(name: str) -> None:
    kind = KINDS[name]
    [part] = re.findall(rf"^## {kind.german}\n(.*?)(?=^#|\Z)", fields_page(), re.MULTILINE | re.DOTALL)
    facts = set(re.findall(r"^\| `([a-z_]+)` \|", part, re.MULTILINE))
    headings = set(re.findall(r"^- \*\*(.+?)\*\*", part, re.MULTILINE))
    assert facts == declared(kind) - texts(kind)
    assert headings == {mark.heading for mark in marked_fields(kind.model, Section).values()} - {""}


def test_form_and_messages_call_a_field_by_the_same_name(world: Catalog) -> None:
    properties = written(Service)["properties"]
    assert {name: field["label"] for name, field in lists(world)["service"].items()} == {
        name: part["title"] for name, part in properties.items()
    }
