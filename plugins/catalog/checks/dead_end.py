"""Keine Sackgasse: In jedem Ort führt jede Leistung weiter, auch wenn kein geschriebener Weg es tut."""

from collections.abc import Iterator

from plugins.catalog import by_rule, labels
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.doubtful import Doubtful
from plugins.catalog.offer import Offer
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import Municipality, Service
from plugins.catalog.records.fields import RefersTo

_REMEDY = "Geben Sie der Stelle Telefon, Anschrift oder Terminlink, oder nennen Sie ein Portal."


def check(catalog: Catalog) -> Iterator[Problem]:
    """Services of which nothing is left but the phone of the town hall, and those that only have ways by rule."""
    doubtful = _doubtful(catalog)
    yield from _written(catalog, doubtful)
    yield from _listed(catalog, doubtful)


def written(catalog: Catalog) -> Iterator[Problem]:
    """The same of those that somebody has written."""
    return _written(catalog, _doubtful(catalog))


def _doubtful(catalog: Catalog) -> Doubtful:
    return Doubtful(catalog, [one for one in catalog.current.values() if _is_known(one, catalog)])


def _written(catalog: Catalog, doubtful: Doubtful) -> Iterator[Problem]:
    stuck: dict[str, list[str]] = {}
    makeshift: dict[str, list[str]] = {}
    for municipality, offer in doubtful.written():
        if _is_stuck(offer, municipality):
            stuck.setdefault(offer.slug, []).append(municipality.name)
        elif _is_makeshift(offer):
            makeshift.setdefault(offer.slug, []).append(f"{municipality.name}: {_what_is_left(offer)}")
    for service in catalog.services if stuck or makeshift else ():
        if _is_certain(service, catalog):
            yield from _problems(service, stuck.get(service.slug, []), makeshift.get(service.slug, []))


def _listed(catalog: Catalog, doubtful: Doubtful) -> Iterator[Problem]:
    """What stands in the list of another portal, at its place there."""
    if any(file.kind in {"portal", "office"} for file in catalog.broken):
        return
    stuck: dict[str, list[str]] = {}
    for municipality, offer in doubtful.by_rule():
        if _is_stuck(offer, municipality):
            stuck.setdefault(offer.slug, []).append(municipality.name)
    for listing in by_rule.listed(catalog):
        if listing.service.slug in stuck:
            yield problem(
                listing.choice,
                f"Kein Weg führt weiter ({', '.join(stuck[listing.service.slug])})",
                hint=f"Legen Sie offices/{by_rule.HELPLINE}.yaml an, oder ein Portal mit scheme: {by_rule.BUND}.",
            )


def _problems(service: Service, stuck: list[str], makeshift: list[str]) -> Iterator[Problem]:
    if stuck:
        yield problem(service, f"Kein Weg führt weiter ({', '.join(stuck)})", hint=_REMEDY, field="channels")
    if makeshift:
        yield problem(
            service,
            f"Kein geschriebener Weg führt weiter; es bleibt ({'; '.join(makeshift)})",
            hint=_REMEDY,
            field="channels",
            severity=Severity.HINT,
        )


def _is_stuck(offer: Offer, municipality: Municipality) -> bool:
    """True when nothing is left but the switchboard, which knows nothing of this service; what is broken may return."""
    offices = [way.office.slug for way in offer.ways_in if way.is_by_rule and way.office]
    is_broken = any(way.out_of_order for way in offer.closed)
    return len(offer.ways_in) == 1 and offices == [municipality.slug] and not is_broken


def _is_makeshift(offer: Offer) -> bool:
    return bool(offer.ways_in) and all(way.is_by_rule for way in offer.ways_in)


def _what_is_left(offer: Offer) -> str:
    return ", ".join(labels.WAYS[kind] for kind in offer.kinds_of_ways)


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
