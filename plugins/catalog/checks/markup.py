"""Text ist Markdown ohne HTML; Zwischenüberschriften beginnen mit drei Rauten, Bilder gibt es nicht."""

import re
from collections.abc import Iterator

from plugins.catalog import markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Page
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Section

_TOP_HEADING = re.compile(r"^ {0,3}#[ \t]|^ {0,3}\S.*\n {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[")


def check(catalog: Catalog) -> Iterator[Problem]:
    """HTML, headings that would break the outline of the page, images."""
    for record in catalog.records:
        for field, _, text in record.marked(Section):
            yield from _check_text(record, field, text)


def _check_text(record: Record, field: str, text: str) -> Iterator[Problem]:
    line = markdown.has_markup(text)
    if line is not None:
        yield problem(
            record, "HTML ist nicht erlaubt", hint="Schreiben Sie Markdown: **fett**, - Liste.", field=field, line=line
        )
    heading = _TOP_HEADING.search(text) if "#" in text or "--" in text or "==" in text else None
    if heading:
        line = text.count("\n", 0, heading.start())
        least = "##" if isinstance(record, Page) else "###"
        yield problem(
            record, "Überschrift auf falscher Ebene", hint=f"Beginnen Sie sie mit {least}.", field=field, line=line
        )
    image = _IMAGE.search(text) if "![" in text else None
    if image:
        line = text.count("\n", 0, image.start())
        yield problem(
            record, "Bilder sind im Text nicht möglich", hint="Beschreiben Sie es in Worten.", field=field, line=line
        )
