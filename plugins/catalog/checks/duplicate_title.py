"""Jede Leistung hat einen eigenen Titel, sonst weiß niemand, welche gemeint ist."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Services with the same title, whatever the case, the spaces and the spelling of umlauts."""
    seen: dict[str, str] = {}
    for service in catalog.services:
        if not service.is_read("title"):
            continue
        path = service.origin.path
        first = seen.setdefault(" ".join(transliterate(service.title).split()), path)
        if first != path:
            yield problem(
                service,
                f"Der Titel „{service.title}“ steht schon in {first}",
                hint="Machen Sie den Unterschied klar.",
                field="title",
            )
