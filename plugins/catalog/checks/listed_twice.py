"""Ein Portal führt jeden Leistungsschlüssel nur einmal, sonst weiß niemand, welche Einstiegsseite gilt."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Landing


def check(catalog: Catalog) -> Iterator[Problem]:
    """Keys that stand on two landing pages of a portal, or twice on one; `bund:` and the like lead to the first."""
    for landing in catalog.all(Landing):
        for choice in landing.choices:
            page, first = catalog.choices[landing.portal, choice.leika]
            if choice is not first:
                yield problem(
                    choice,
                    f"Der Schlüssel {choice.leika} steht schon in {page.origin.path}",
                    hint="Löschen Sie einen der beiden Einträge.",
                    field="leika",
                )
