"""Texte stehen unter den festen FIM-Überschriften, jede höchstens einmal."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import did_you_mean, nearest
from plugins.catalog.kinds import kind_of
from plugins.catalog.places import Problem
from plugins.catalog.sections import SourceSection
from plugins.catalog.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Sections that no field takes, that come twice, that have no text, or whose heading is none."""
    for source in catalog.sources:
        found = kind_of(source.path)
        known = list(found[0].headings) if found else []
        if "" not in known:
            yield from _sections(source, known)


def _sections(source: Source, known: list[str]) -> Iterator[Problem]:
    rightly = {section.heading for section in source.sections if not section.mistyped}
    seen: set[str] = set()
    for section in source.sections:
        if section.mistyped:
            yield Problem(section.place, f"„{section.mistyped}“ ist keine Überschrift", _meant(section, known, rightly))
            continue
        if section.heading in seen:
            yield Problem(section.place, f"„{section.heading}“ steht zweimal da", "Fassen Sie beide Texte zusammen.")
        elif section.heading in known and not section.text:
            yield Problem(
                section.place,
                f"Unter „{section.heading}“ steht nichts",
                "Schreiben Sie Text oder löschen Sie die Überschrift.",
            )
        elif section.heading and section.heading not in known:
            hint = did_you_mean(section.heading, known) or f"Möglich sind: {', '.join(known)}."
            yield Problem(section.place, f"Die Überschrift „{section.heading}“ gibt es nicht", hint)
        elif not section.heading and section.text:
            yield Problem(section.place, "Text ohne Überschrift", "Beginnen Sie mit einer Überschrift: ## Kurztext")
        seen.add(section.heading)


def _meant(section: SourceSection, known: list[str], rightly: set[str]) -> str:
    """What to write in place of a line that only looks like a heading."""
    meant = section.heading if section.heading in known else nearest(section.heading, known)
    if meant and meant in rightly:
        return f"Fassen Sie den Text darunter mit dem unter „## {meant}“ zusammen."
    return f"Schreiben Sie: ## {meant}" if meant else f"Möglich sind mit ## davor: {', '.join(known)}."
