"""Jede Leistung hat ihre Seite."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.publishing.gates import Sight


def seen(sight: Sight) -> str:
    """How many services were asked for."""
    return f"{len(sight.directory.offers)} Leistungen"


def check(sight: Sight) -> Iterator[str]:
    """Services in, services out."""
    for offer in sight.directory.offers:
        if urls.file_of(urls.service(offer.slug)) not in sight.new.digests:
            yield f"„{offer.title}“ ({offer.slug}) hat keine Seite."
