"""What is left out of the doubtful offers leads on by a written way: the same is found as by resolving everything."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Offer, directory
from plugins.catalog.doubtful import Doubtful
from plugins.catalog.records import (
    CheckedLink,
    Form,
    Landing,
    Ledger,
    LinkState,
    LocalService,
    Municipality,
    Office,
    Service,
)
from plugins.catalog.records.base import Record
from plugins.catalog.records.channel import Channel
from plugins.catalog.ways_in import Ways


def _silent(record: Record) -> Record:
    gone = ("phone", "email", "address", "appointment_url")
    return record.model_copy(update=dict.fromkeys(gone)) if isinstance(record, Office) else record


def _without_numbers(record: Record) -> Record:
    return record.model_copy(update={"phone": None}) if isinstance(record, Office) else record


def _unavailable(record: Record) -> Record:
    if not isinstance(record, Landing):
        return record
    return record.model_copy(
        update={"choices": tuple(one.model_copy(update={"available": False}) for one in record.choices)}
    )


def _of_a_town(record: Record) -> Record:
    if not isinstance(record, Office | Form) or record.municipality != "kleinstadt":
        return record
    return _silent(record.model_copy(update={"slug": f"{record.slug}-anderswo"}))


def _only_online(record: Record) -> Record:
    kept = [one for one in getattr(record, "channels", ()) if one.kind in ("online", "portal", "appointment")]
    return record.model_copy(update={"channels": tuple(kept)}) if kept and isinstance(record, Service) else record


def _by_rule(offer: Offer) -> bool:
    return bool(offer.ways_in) and all(way.is_by_rule for way in offer.ways_in)


def _offers(catalog: Catalog) -> list[tuple[Municipality, Offer]]:
    doubtful = Doubtful(catalog, tuple(catalog.current.values()))
    return [*doubtful.written(), *doubtful.by_rule()]


def _compare(catalog: Catalog) -> None:
    towns = tuple(catalog.current.values())
    found = {(town.slug, offer.slug): offer for town, offer in _offers(catalog)}
    resolved = {(town.slug, offer.slug): offer for town in towns for offer in directory(catalog, town).offers}
    assert {key for key, offer in found.items() if _by_rule(offer)} == {
        key for key, offer in resolved.items() if _by_rule(offer)
    }
    assert all(resolved.get(key, offer) == offer for key, offer in found.items())


@pytest.mark.parametrize("change", [_silent, _without_numbers, _unavailable, _of_a_town, _only_online])
def test_every_offer_without_a_written_way_is_found(world: Catalog, change: Callable[[Record], Record]) -> None:
    catalog = replace(
        world, records=tuple(_silent(change(one)) if change is _only_online else change(one) for one in world.records)
    )
    _compare(catalog)


def test_a_way_that_the_ledger_knows_of_one_town_is_found(world: Catalog) -> None:
    everywhere = [offer for town in world.current.values() for offer in directory(world, town).offers]
    known = {way.url for offer in everywhere for way in offer.ways_in if way.url and way.url.startswith("https:")}
    facts = {"state": LinkState.DANGER, "since": world.today, "checked_on": world.today}
    links = tuple(CheckedLink(address=address.partition("#")[0], **facts) for address in sorted(known))
    broken = replace(world, records=(*world.records, Ledger(host="example", links=links)))
    for catalog in (broken, replace(broken, records=tuple(map(_silent, broken.records)))):
        _compare(catalog)


def test_a_way_that_many_services_share_is_asked_for_once(world: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(catalog: Catalog) -> int:
        calls: list[str] = []

        def way_in(self: Ways, channel: Channel, *rest: object) -> object:
            calls.append(channel.kind)
            return original(self, channel, *rest)  # type: ignore[arg-type]

        original = Ways.way_in
        with monkeypatch.context() as patched:
            patched.setattr(Ways, "way_in", way_in)
            _offers(catalog)
        return len(calls)

    more = [
        one.model_copy(update={"slug": f"{one.slug}-{number}"})
        for one in world.services
        if {channel.kind for channel in one.channels} & {"phone", "in_person"}
        for number in range(30)
    ]
    alone = replace(world, records=tuple(one for one in world.records if not isinstance(one, LocalService)))
    assert asked(replace(alone, records=(*alone.records, *more))) <= asked(alone) + len(world.current)
