"""Keine Sackgasse: In jedem Ort endet jede Leistung in mindestens einem Weg, der weiterführt."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.directory import directory
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Services that lead nowhere in one of the municipalities that offer them."""
    stuck: dict[str, list[str]] = {}
    for municipality in catalog.municipalities.values():
        for offer in directory(catalog, municipality).offers:
            if not offer.ways_in:
                stuck.setdefault(offer.slug, []).append(municipality.name)
    for service in catalog.services:
        if service.slug in stuck:
            yield problem(
                service,
                f"Kein Weg führt weiter ({', '.join(stuck[service.slug])})",
                hint="Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal.",
                field="channels",
            )
