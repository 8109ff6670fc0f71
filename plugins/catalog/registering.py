"""`make addresses`: the register of published addresses as files; what all portals share stands in one of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.catalog.catalog import Catalog
from plugins.catalog.changes import Change
from plugins.catalog.forwarding import forwardings, german
from plugins.catalog.presence import Presence, presences, registered

FOLDER = "addresses"
_SHARED = "shared"
_HEAD = "# Geschrieben von `make addresses`; bitte nicht von Hand ändern.\n"


def changes(catalog: Catalog, folder: Path, only: Collection[str]) -> Iterator[Change]:
    """What changes when the portals of these municipalities are published; nothing that was noted is taken out."""
    published: dict[str, frozenset[str]] = dict(registered(catalog))
    for slug, presence in presences(catalog).items():
        if slug in only:
            published[slug] = published.get(slug, frozenset()) | addresses(presence)
    for name, text in _files(published).items():
        path = f"{FOLDER}/{name}.yaml"
        before = (folder / path).read_bytes() if (folder / path).is_file() else None
        if before != text.encode():
            yield Change(path, before, text.encode())


def addresses(presence: Presence) -> frozenset[str]:
    """What a portal answers, without what follows from the German address: old pages in other languages."""
    every = presence.pages | {one.address for one in forwardings(presence)}
    return frozenset(one for one in every if one in presence.pages or german(one) == one or german(one) not in every)


def _files(published: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """What all have in common, and for each municipality the rest; one alone has all of it in its own."""
    shared = frozenset.intersection(*published.values()) if len(published) > 1 else frozenset()
    own = {slug: _text([slug], every - shared) for slug, every in published.items() if every - shared}
    return own | ({_SHARED: _text(published, shared)} if shared else {})


def _text(municipalities: Iterable[str], addresses: Iterable[str]) -> str:
    return f"{_HEAD}municipalities:\n{_lines(municipalities)}addresses:\n{_lines(addresses)}"


def _lines(values: Iterable[str]) -> str:
    return "".join(f"- {value}\n" for value in sorted(values))
