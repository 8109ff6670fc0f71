"""Was eine Datei nennt, muss es geben."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import cast

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog, Name
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.kinds import KINDS
from plugins.catalog.places import Problem
from plugins.catalog.presence import once_published
from plugins.catalog.records import Local, Service, Translation
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import RefersTo

_KINDS = {kind.name: kind for kind in KINDS}
_ADDRESSES = {"service": urls.service, "topic": urls.topic, "office": urls.office}
_LOST = "War veröffentlicht und ist gelöscht oder umbenannt. "


@dataclass(frozen=True, slots=True)
class _Past:
    """What was published once, and the services that stand at former addresses now."""

    once: frozenset[str]
    now: Mapping[str, str]

    def remedy(self, field: str, kind: str, slug: str) -> str:
        """What to do about a name whose page was there once; `field` is empty for a file that bears the name itself."""
        address = _ADDRESSES[kind](slug) if kind in _ADDRESSES else ""
        now = self.now.get(address, "")
        if not now and address not in self.once:
            return ""
        if not field:
            return f"{_LOST}Gelöscht: Löschen Sie auch diese Datei. Umbenannt: Benennen Sie diese Datei ebenso um."
        if now and kind == "service":
            return f"Die Dienstleistung heißt jetzt „{now}“."
        return f"{_LOST}Gelöscht: Nehmen Sie den Namen hier heraus. Umbenannt: Schreiben Sie den neuen Namen."


def check(catalog: Catalog) -> Iterator[Problem]:
    """References to records that do not exist, in all fields that are declared as references."""
    past = _Past(once_published(catalog), {url: one.slug for one in catalog.services for url in one.former_urls})
    known = _by_kind(catalog.names)
    for record in chain.from_iterable(map(_with_parts, catalog.records)):
        for field, mark in marked_fields(type(record), RefersTo).items():
            value = vars(record)[field]
            for slug in (value,) if isinstance(value, str) else value or ():
                if slug not in known[mark.kind] and (slug or record.is_read(field)):
                    yield _missing(past, record, field, mark.kind, slug, known[mark.kind])
    yield from _alone(catalog, past, known["service"])


@lru_cache(1)
def _by_kind(names: frozenset[Name]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for kind, slug in names:
        found.get(kind, set()).add(slug)
    return found


def _alone(catalog: Catalog, past: _Past, services: set[str]) -> Iterator[Problem]:
    """Texts beside a service that is not there: in other languages, and of single places."""
    besides: tuple[Translation | Local, ...] = (*catalog.translations, *catalog.local.values())
    for beside in besides:
        if beside.slug not in services:
            yield _missing(past, beside, "", "service", beside.slug, services)


def _missing(past: _Past, record: Record, field: str, kind: str, slug: str, known: set[str]) -> Problem:
    hint = (
        past.remedy(field, kind, slug)
        or did_you_mean(slug, known)
        or f"Legen Sie die Datei an, zum Beispiel wie {_KINDS[kind].example}."
    )
    return problem(record, f"{_KINDS[kind].german} „{slug}“ gibt es nicht", hint=hint, field=field)


def _with_parts(record: Record) -> Sequence[Record]:
    if not isinstance(record, Service | Local):
        return (record,)
    service = cast(Service, record)
    return (service, *service.channels, *service.legal_basis)
