"""Was eine Datei nennt, muss es geben."""

from collections.abc import Iterator
from itertools import chain
from typing import cast

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.kinds import KINDS
from plugins.catalog.places import Problem
from plugins.catalog.records import Local, Service, Translation
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import RefersTo

_KINDS = {kind.name: kind for kind in KINDS}


def check(catalog: Catalog) -> Iterator[Problem]:
    """References to records that do not exist, in all fields that are declared as references."""
    known = {name: {slug for kind, slug in catalog.names if kind == name} for name in _KINDS}
    for record in chain.from_iterable(_with_parts(record) for record in catalog.records):
        for field, mark, value in record.marked(RefersTo):
            for slug in (value,) if isinstance(value, str) else value or ():
                if slug not in known[mark.kind] and (slug or record.is_read(field)):
                    yield _missing(record, field, mark.kind, slug, known[mark.kind])
    besides: tuple[Translation | Local, ...] = (*catalog.translations, *catalog.local.values())
    for beside in besides:
        if beside.slug not in known["service"]:
            yield _missing(beside, "", "service", beside.slug, known["service"])


def _missing(record: Record, field: str, kind: str, slug: str, known: set[str]) -> Problem:
    hint = did_you_mean(slug, known) or f"Legen Sie die Datei an, zum Beispiel wie {_KINDS[kind].example}."
    return problem(record, f"{_KINDS[kind].german} „{slug}“ gibt es nicht", hint=hint, field=field)


def _with_parts(record: Record) -> Iterator[Record]:
    yield record
    if isinstance(record, Service | Local):
        service = cast(Service, record)
        yield from service.channels
        yield from service.legal_basis
