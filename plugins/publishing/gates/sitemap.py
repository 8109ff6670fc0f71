"""Das Seitenverzeichnis nennt genau die Seiten, die Suchmaschinen listen dürfen."""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from plugins.metadata import sitemap
from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.tree import address_of

_INDEX = sitemap.INDEX.lstrip("/")


def seen(sight: Sight) -> str:
    """How many pages it names."""
    return counted(len(_named(sight)), "Seite", "Seiten")


def check(sight: Sight) -> Iterator[str]:
    """Both ways; a town that has moved on has none."""
    if sight.is_former:
        return
    named = _named(sight)
    listed = {address_of(name) for name, page in sight.new.pages.items() if not page.is_hidden}
    if missing := sorted(listed - named):
        yield f"In {_INDEX} fehlt: {first(missing)}."
    if wrong := sorted(named - listed):
        yield f"{_INDEX} nennt, was es nicht gibt oder nicht gelistet werden darf: {first(wrong)}."


def _named(sight: Sight) -> frozenset[str]:
    return frozenset(page for sheet in _locations(sight, f"/{_INDEX}") for page in _locations(sight, sheet))


def _locations(sight: Sight, address: str) -> Iterator[str]:
    """The addresses a file names, from the root of the portal; none where it is missing or broken."""
    try:
        root = etree.fromstring(sight.new.text(address.lstrip("/")), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return
    yield from (unquote(address).removeprefix(sight.url) for address in sitemap.locations(root))
