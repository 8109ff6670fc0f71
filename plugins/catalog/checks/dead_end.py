"""Keine Sackgasse: In jedem Ort endet jede Leistung in mindestens einem Weg, der weiterführt."""

from collections.abc import Iterator, Mapping

from plugins.catalog import by_rule
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.directory import directory
from plugins.catalog.places import Problem
from plugins.catalog.records import Municipality, Service
from plugins.catalog.records.fields import RefersTo


def check(catalog: Catalog) -> Iterator[Problem]:
    """Services that lead nowhere in one of the municipalities that offer them."""
    stuck: dict[str, list[str]] = {}
    for municipality in catalog.municipalities.values():
        for offer in directory(catalog, municipality).offers if _is_known(municipality, catalog) else ():
            if not offer.ways_in:
                stuck.setdefault(offer.slug, []).append(municipality.name)
    for service in catalog.services:
        if service.slug in stuck and _is_certain(service, catalog):
            yield problem(
                service,
                f"Kein Weg führt weiter ({', '.join(stuck[service.slug])})",
                hint="Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal.",
                field="channels",
            )
    yield from _listed(catalog, stuck)


def _listed(catalog: Catalog, stuck: Mapping[str, list[str]]) -> Iterator[Problem]:
    """What stands in the list of another portal, at its place there."""
    if any(file.kind in {"portal", "office"} for file in catalog.broken):
        return
    for listing in by_rule.listed(catalog):
        if listing.service.slug in stuck:
            yield problem(
                listing.choice,
                f"Kein Weg führt weiter ({', '.join(stuck[listing.service.slug])})",
                hint=f"Legen Sie offices/{by_rule.HELPLINE}.yaml an, oder ein Portal mit scheme: {by_rule.BUND}.",
            )


def _is_known(municipality: Municipality, catalog: Catalog) -> bool:
    """True when its own file is without mistakes and its Kreis exists."""
    above = municipality.part_of
    return catalog.is_sound("municipality", municipality.slug) and (
        above is None or ("municipality", above) in catalog.names
    )


def _is_certain(service: Service, catalog: Catalog) -> bool:
    """True when its ways in, and all they name, exist and could be read: else that is what there is to mend."""
    named = [("office", slug) for slug in service.offices]
    if ("local", service.slug) in catalog.names:
        named.append(("local", service.slug))
    for channel in service.channels:
        named += [(mark.kind, slug) for _, mark, slug in channel.marked(RefersTo) if slug]
    return (
        service.is_read("channels", "offices", "level")
        and all(channel.is_read(*type(channel).model_fields) for channel in service.channels)
        and all(catalog.is_sound(kind, slug) for kind, slug in named)
    )
