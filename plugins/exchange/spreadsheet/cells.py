"""Cells of a foreign table as values of a service; how surely, and why."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from plugins.catalog.german import slug
from plugins.catalog.labels import AUDIENCES, LEVELS
from plugins.catalog.records import Audience, Level, Service
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import RefersTo, Section
from plugins.catalog.shapes import is_list
from plugins.exchange.drafts import Confidence, Found
from plugins.exchange.fees import Origin, fees_of
from plugins.exchange.files import facts
from plugins.exchange.findings import Note
from plugins.exchange.plaintext import one_line
from plugins.exchange.richtext import read_html
from plugins.exchange.table.cells import in_form

_SEPARATOR = re.compile(r"[,;|\n]")
_TAG = re.compile(r"</?[A-Za-z][^>]{0,500}>")
_BULLET = re.compile(r"^[ \t]*[•–·][ \t]*", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,2}(?!#)", re.MULTILINE)
_BREAK = re.compile(r"(?<=[^\s\\|])\n(?=[^\s|>#*+-])(?!\d+[.)] )")
_NAMES: Mapping[str, Mapping[str, str]] = {
    "level": {words.casefold(): value for value, words in LEVELS.items()}
    | {"gemeinde": Level.MUNICIPAL, "stadt": Level.MUNICIPAL, "kommune": Level.MUNICIPAL},
    "audience": {words.casefold(): value for value, words in AUDIENCES.items()}
    | {"bürger": Audience.CITIZENS, "bürgerinnen": Audience.CITIZENS, "wirtschaft": Audience.BUSINESSES},
}


def found_in(column: str, field: str, cell: str, origin: Origin, note: Note) -> Iterator[tuple[str, Found]]:
    """The fields that a cell fills: one, or for fees the amounts and the words beside them."""
    why = f"Spalte „{one_line(column)}“"
    if field == "fees":
        yield from _fees(cell, why, origin, note)
        return
    if field in marked_fields(Service, Section):
        yield field, Found(_text(field, cell, note), Confidence.HIGH, why)
        return
    values = _values(cell) if is_list(Service, field) else [one_line(cell)]
    named = [_named(field, value) for value in values]
    is_guess = named != values and (field in _NAMES or field in marked_fields(Service, RefersTo))
    confidence = Confidence.MEDIUM if is_guess else Confidence.HIGH
    yield field, Found(named if is_list(Service, field) else named[0], confidence, why)


def path_of(cell: str) -> str:
    """The path and query of an address, whatever server it names: `https://x.example/a?id=5` → `/a?id=5`."""
    try:
        parts = urlsplit(cell.strip())
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _text(field: str, cell: str, note: Note) -> str:
    """HTML becomes Markdown, other text stays as it is; a line break stays one, no heading opens another section."""
    if _TAG.search(cell):
        text = read_html(cell, note)
        return " ".join(text.lines) if field == "summary" else text.markdown
    if field == "summary":
        return one_line(cell)
    return _BREAK.sub("\\\\\n", _HEADING.sub("###", _BULLET.sub("- ", cell))).strip()


def _values(cell: str) -> list[str]:
    return list(dict.fromkeys(value for part in _SEPARATOR.split(cell) if (value := one_line(part))))


def _named(field: str, value: str) -> str:
    """A value as content files write it: names of files, German words for choices, dates."""
    if field in marked_fields(Service, RefersTo):
        return slug(value)
    if field in _NAMES:
        return str(_NAMES[field].get(value.casefold(), value))
    return in_form(value, Service.model_fields[field])


def _fees(cell: str, why: str, origin: Origin, note: Note) -> Iterator[tuple[str, Found]]:
    lines = "".join(f"<p>{_escaped(line)}</p>" for line in cell.split("\n"))
    fees, costs = fees_of(read_html(cell if _TAG.search(cell) else lines, note), origin, note)
    yield "fees", Found([facts(fee) for fee in fees], Confidence.MEDIUM, why)
    if costs:
        yield "costs", Found(costs, Confidence.MEDIUM, why)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;")
