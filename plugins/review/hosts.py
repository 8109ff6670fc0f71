"""Which other servers a request leads to, or no longer leads to: the one change nobody may overlook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.catalog.contacts import mails_of
from plugins.catalog.records import Municipality, Portal
from plugins.links.registry import collect, host_of

Place = tuple[str, str]
"""A file and a field in it."""


@dataclass(frozen=True, slots=True)
class HostChange:
    """A server that links newly lead to (`new`), or no longer do (`old`), or one in the place of the other.

    `standing` says whether it is registered, in German; `looks_like` is a registered server that it may be taken for.
    """

    old: str
    new: str
    files: tuple[str, ...]
    pages: tuple[str, ...]
    standing: str = ""
    looks_like: str = ""


def host_changes(before: Catalog, after: Catalog) -> list[HostChange]:
    """Every new, changed or removed server, also of an address that changed its server in one file only."""
    moved: dict[tuple[str, str], set[str]] = {}
    for path, old, new in moves(_places(before), _places(after)):
        moved.setdefault((old, new), set()).add(path)
    if not moved:
        return []
    pages = {False: _pages(before), True: _pages(after)}
    known = _known(before), _known(after)
    return [
        HostChange(old, new, tuple(sorted(files)), pages[bool(new)].get(new or old, ()), *_judged(new, *known))
        for (old, new), files in sorted(moved.items())
    ]


def moves(before: Mapping[Place, set[str]], after: Mapping[Place, set[str]]) -> Iterator[tuple[str, str, str]]:
    """(file, old, new) for every field whose servers differ; one against one is a change, all else comes and goes."""
    had, has = (set().union(*places.values()) for places in (before, after))
    for place in sorted({*before, *after}):
        gone = before.get(place, set()) - after.get(place, set())
        come = after.get(place, set()) - before.get(place, set())
        if len(gone) == len(come) == 1:
            yield place[0], gone.pop(), come.pop()
        else:
            yield from ((place[0], host, "") for host in gone - has)
            yield from ((place[0], "", host) for host in come - had)


def _judged(host: str, before: set[str], after: set[str]) -> tuple[str, str]:
    if not host:
        return "", ""
    standing = (
        "eingetragen" if host in before else "in diesem Antrag eingetragen" if host in after else "nicht eingetragen"
    )
    return standing, "" if host in before else _posing(host, before)


def _known(catalog: Catalog) -> set[str]:
    """The registered servers, also for mail with and without www."""
    hosts = allowed_hosts(catalog)
    return {*hosts, *(f"@{host}" for one in hosts for host in (one, one.removeprefix("www.")))}


def _posing(host: str, known: set[str]) -> str:
    """The server or mail server a name looks like; mail servers are compared with mail servers."""
    at = "@" if host.startswith("@") else ""
    alike = {one.removeprefix("@") for one in known if one.startswith("@") == bool(at)}
    found = addresses.look_alike(host.removeprefix("@"), alike)
    return found and at + found


def _places(catalog: Catalog) -> dict[Place, set[str]]:
    """The servers by the field that names them, as links and as registered names; mail servers begin with @."""
    found: dict[Place, set[str]] = {}
    for link in catalog.links:
        if host := addresses.host_of(link.checkable):
            found.setdefault((link.record.origin.path, link.field), set()).add(host)
    for record in catalog.records:
        for mail in mails_of(record):
            found.setdefault((record.origin.path, mail.field), set()).add(f"@{mail.value.rpartition('@')[2]}")
    for portal in catalog.all(Portal):
        found[portal.origin.path, "hosts"] = set(portal.hosts)
    for municipality in catalog.all(Municipality):
        found[municipality.origin.path, "hosts"] = set(municipality.hosts)
    return found


def _pages(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The pages by the server they lead to, the same page of several portals once."""
    found: dict[str, set[str]] = {}
    for address, uses in collect(catalog).uses.items():
        found.setdefault(host_of(address), set()).update(use.page for use in uses)
    return {host: tuple(sorted(pages)) for host, pages in found.items()}
