"""Unterlagen sind eine Liste zum Abhaken, Schritte eine nummerierte Liste."""

import re
from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem

_BULLET = re.compile(r"^[-*+] ", re.MULTILINE)
_NUMBER = re.compile(r"^\d+[.)] ", re.MULTILINE)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Documents that are not a list, steps that are not numbered."""
    for text in (*catalog.written, *catalog.translations):
        if text.documents and not _BULLET.search(text.documents):
            yield problem(
                text,
                "Die Unterlagen sind keine Liste",
                hint="Beginnen Sie jede Zeile mit „- “, ein Ding je Zeile.",
                field="documents",
            )
        if text.steps and not _NUMBER.search(text.steps):
            yield problem(
                text,
                "Die Schritte sind keine nummerierte Liste",
                hint="Beginnen Sie jede Zeile mit „1. “, „2. “ und so weiter.",
                field="steps",
            )
