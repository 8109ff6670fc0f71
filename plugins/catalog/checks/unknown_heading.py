"""Texte stehen unter den festen FIM-Überschriften, jede höchstens einmal."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import did_you_mean, nearest
from plugins.catalog.kinds import kind_of
from plugins.catalog.places import Problem
from plugins.catalog.sections import Heading
from plugins.catalog.source import Outline


def check(catalog: Catalog) -> Iterator[Problem]:
    """Sections that no field takes, that come twice, that have no text, or whose heading is none."""
    for outline in catalog.outlines:
        found = kind_of(outline.path)
        known = list(found[0].headings) if found else []
        if "" not in known:
            yield from _headings(outline, known)


def _headings(outline: Outline, known: list[str]) -> Iterator[Problem]:
    rightly = {heading.words for heading in outline.headings if not heading.mistyped}
    seen: set[str] = set()
    for heading in outline.headings:
        if heading.mistyped:
            yield Problem(heading.place, f"„{heading.mistyped}“ ist keine Überschrift", _meant(heading, known, rightly))
            continue
        if heading.words in seen:
            yield Problem(heading.place, f"„{heading.words}“ steht zweimal da", "Fassen Sie beide Texte zusammen.")
        elif heading.words in known and heading.is_empty:
            yield Problem(
                heading.place,
                f"Unter „{heading.words}“ steht nichts",
                "Schreiben Sie Text oder löschen Sie die Überschrift.",
            )
        elif heading.words and heading.words not in known:
            hint = did_you_mean(heading.words, known) or f"Möglich sind: {', '.join(known)}."
            yield Problem(heading.place, f"Die Überschrift „{heading.words}“ gibt es nicht", hint)
        elif not heading.words and not heading.is_empty:
            yield Problem(heading.place, "Text ohne Überschrift", "Beginnen Sie mit einer Überschrift: ## Kurztext")
        seen.add(heading.words)


def _meant(heading: Heading, known: list[str], rightly: set[str]) -> str:
    """What to write in place of a line that only looks like a heading."""
    meant = heading.words if heading.words in known else nearest(heading.words, known)
    if meant and meant in rightly:
        return f"Fassen Sie den Text darunter mit dem unter „## {meant}“ zusammen."
    return f"Schreiben Sie: ## {meant}" if meant else f"Möglich sind mit ## davor: {', '.join(known)}."
