"""Was einmal veröffentlicht war, bleibt erreichbar: als Seite, als Weiterleitung oder als aufgehobene Seite."""

from collections.abc import Iterator
from functools import cache

from plugins.catalog import urls
from plugins.catalog.answering import surely_answers
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.forwarding import answered, german
from plugins.catalog.places import Problem
from plugins.catalog.presence import presences
from plugins.catalog.records import Register
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import RefersTo

_KINDS = {urls.SERVICES: "service", urls.TOPICS: "topic", urls.OFFICES: "office", urls.HOME: "page"}
_MOST = 5
"""So many places that still lead there are named."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Registered addresses that some portal answers no more, each once, with what still leads there."""
    every = presences(catalog)
    answers = cache(lambda slug: answered(every[slug]))
    for register in catalog.all(Register):
        portals = [slug for slug in register.municipalities if slug in every]
        for line, address in enumerate(register.addresses):
            doubtful = [slug for slug in portals if not surely_answers(every[slug], address)]
            lost = [slug for slug in doubtful if not _is_answered(address, answers(slug), register)]
            if lost and not _may_be_back(catalog, address):
                places = [] if lost == portals else lost
                where = f" im Portal {_names(catalog, places)}" if places else ""
                message = f"{address} war veröffentlicht und führt{where} ins Leere"
                yield problem(register, message, hint=_remedy(catalog, address, places), field="addresses", line=line)


def _is_answered(address: str, answers: frozenset[str], register: Register) -> bool:
    """True also for a page in another language whose German one is lost: one message is enough for both."""
    key, told = urls.key_of(address), german(address)
    return key in answers or (told != address and told in register.addresses and told not in answers)


def _names(catalog: Catalog, slugs: list[str]) -> str:
    return ", ".join(catalog.municipalities[slug].short_name for slug in slugs)


def _remedy(catalog: Catalog, address: str, places: list[str]) -> str:
    """What to do; `places` are the municipalities that lost an address which others still have."""
    name = german(address).strip("/").rpartition("/")[2].partition(".")[0]
    folder = f"municipalities/{places[0]}/" if places else ""
    inbound = "" if places else _told(sorted(set(_inbound(catalog, german(address))), key=_rank))
    return (
        "Diese Zeile bleibt stehen; make addresses hat sie geschrieben."
        " Umbenannt: Tragen Sie die Adresse bei der neuen Leistung unter former_urls ein (make rename-service tut es)."
        f" Weggefallen: Legen Sie {folder}tombstones/{name}.yaml an.{inbound}"
    )


def _told(places: list[str]) -> str:
    more = f" und {len(places) - _MOST} weitere" if len(places) > _MOST else ""
    return f" Dorthin führen noch: {', '.join(places[:_MOST])}{more}." if places else ""


def _rank(place: str) -> tuple[bool, str, int]:
    """Texts that lead to a page say more of it than the lists of towns."""
    path, _, line = place.rpartition(":")
    return path.startswith("municipalities/"), path, int(line)


def _inbound(catalog: Catalog, address: str) -> Iterator[str]:
    """File and line of every link in a text and every reference that leads to an address."""
    for link in catalog.links:
        if link.in_text and german(link.address.partition("#")[0]) == address:
            yield _at(link.record, link.field, link.line)
    kind, name = _named(address)
    for record in catalog.records:
        for field, mark, value in record.marked(RefersTo):
            if mark.kind == kind and name in ((value,) if isinstance(value, str) else value or ()):
                yield _at(record, field)


def _named(address: str) -> tuple[str, str]:
    """The kind of content that stood at an address, and the name of its file."""
    folder, _, name = address.strip("/").rpartition("/")
    return _KINDS.get(f"/{folder}/" if folder else urls.HOME, ""), name


def _at(record: Record, field: str, line: int = 0) -> str:
    place = record.place(field)
    return f"{place.path}:{place.line + line}"


def _may_be_back(catalog: Catalog, address: str) -> bool:
    """True when a file that cannot be read yet may bring the address back; its own mistakes are reported first."""
    kind, name = _named(german(address))
    by_rule = kind == "service" and any(file.kind in {"landing", "portal"} for file in catalog.broken)
    is_there = any(known.partition(".")[0] == name for _, known in catalog.names)
    return bool(catalog.broken) and (by_rule or is_there or any(address in file.text for file in catalog.broken))
