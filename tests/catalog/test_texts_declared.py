"""Every field of text is either one plain line or Markdown that all rules walk: none can slip between them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.catalog.kinds import KINDS
from plugins.catalog.records import Page, Texts
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import IsWebAddress, RefersTo, Section
from plugins.catalog.shapes import holds, records_in
from tests.conftest import Draft, said

THEME = Path(__file__).parents[2] / "theme"
HOSTS = {"hosts", "query_hosts"}
"""Names of servers, which the rule host-name reads."""


def models(found: type[Record]) -> Iterator[type[Record]]:
    yield found
    for field in found.model_fields:
        for part in records_in(found, field):
            yield from models(part)


def accepts(model: type[Record], field: str, value: object) -> bool:
    declared = model.model_fields[field]
    typed: Any = Annotated[(declared.annotation, *declared.metadata)] if declared.metadata else declared.annotation
    try:
        TypeAdapter(typed).validate_python(value)
    except ValidationError:
        return False
    return True


def several_lines() -> set[tuple[str, str]]:
    """Every field that takes a text with a line break, by its model."""
    every = {model for kind in KINDS for model in models(kind.model)}
    return {
        (model.__name__, field)
        for model in every
        for field, declared in model.model_fields.items()
        if holds(declared.annotation, str)
        and field not in model.computed | HOSTS
        and not {*marked_fields(model, RefersTo), *marked_fields(model, IsWebAddress)} & {field}
        and (accepts(model, field, "zwei\nZeilen") or accepts(model, field, ["zwei\nZeilen"]))
    }


def test_only_texts_that_the_rules_walk_have_several_lines() -> None:
    texts = {(kind.model.__name__, field) for kind in KINDS for field in marked_fields(kind.model, Section)}
    assert ("Service", "full_text") in texts
    assert several_lines() <= texts


def test_templates_write_only_texts_that_the_rules_walk_as_markdown() -> None:
    templates = [path.read_text("utf-8") for path in sorted(THEME.rglob("*.html"))]
    shown = {found for text in templates for found in re.findall(r"\{\{ *(?:prose|checklist)\(([^)]+)\)", text)}
    pattern = r"([\w.]+) *\| *(?:markdown|checklist_items)"
    filtered = {found for text in templates for found in re.findall(pattern, text)}
    walked = {
        field for model in (Texts, Page) for field, mark in marked_fields(model, Section).items() if not mark.plain
    }
    assert filtered == {"text"}
    assert {name.removeprefix("text.") for name in shown} <= walked


@pytest.mark.parametrize("written", [r"Hund\nanmelden", r"Hund\tanmelden", r"Hund\n\n\nX\nanmelden"])
def test_a_line_break_in_a_line_is_an_error_with_its_remedy(write: Draft, written: str) -> None:
    (found,) = said(write.change("services/hund-anmelden.md", "title: Hund anmelden", f'title: "{written}"'))
    assert found == (
        "content/services/hund-anmelden.md:2:8: Titel: hier gehört eine einzige Zeile hin  [value]"
        " → Schreiben Sie Leerzeichen statt Zeilenumbruch und Tabulator, ohne | hinter dem Doppelpunkt"
        r" und ohne \n und \t."
    )


def test_a_title_past_every_limit_is_told_its_own_at_once(write: Draft) -> None:
    (found,) = said(write.change("services/hund-anmelden.md", "title: Hund anmelden", f"title: {'Hund' * 100}"))
    assert "Titel: der Text ist zu lang (400 Zeichen)" in found
    assert "Höchstens 80 Zeichen." in found


def test_the_description_of_an_office_is_words(write: Draft) -> None:
    office = "municipalities/grossstadt/offices/buergerbuero.yaml"
    found = said(write.change(office, "description: Hier", "description: <b>Hier</b>"))
    assert [line.partition("  [")[0] for line in found] == [
        f"content/{office}:2:14: Beschreibung: HTML ist hier nicht erlaubt"
    ]
