"""Texte stehen unter den festen FIM-Überschriften, jede höchstens einmal."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import did_you_mean
from plugins.catalog.kinds import kind_of
from plugins.catalog.places import Problem
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Sections that no field takes, that come twice, or that have no text."""
    for source in catalog.sources:
        found = kind_of(source.path)
        known = [mark.heading for mark in marked_fields(found[0].model, Section).values()] if found else []
        if "" not in known:
            yield from _sections(source, known)


def _sections(source: Source, known: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for section in source.sections:
        if section.heading in seen:
            yield Problem(section.place, f"„{section.heading}“ steht zweimal da", "Fassen Sie beide Texte zusammen.")
        elif section.heading in known and not section.text:
            yield Problem(
                section.place, f"Unter „{section.heading}“ steht nichts", "Schreiben Sie Text oder löschen Sie sie."
            )
        elif section.heading and section.heading not in known:
            hint = did_you_mean(section.heading, known) or f"Möglich sind: {', '.join(known)}."
            yield Problem(section.place, f"Die Überschrift „{section.heading}“ gibt es nicht", hint)
        elif not section.heading and section.text:
            yield Problem(section.place, "Text ohne Überschrift", "Beginnen Sie mit einer Überschrift: ## Kurztext")
        seen.add(section.heading)
