"""No page carries another place's name, phone, mail or host: a citizen must never end up in the wrong town."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import escape

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality


class StrangerError(ValueError):
    """Pages that name another place; says which, in German."""


def check(catalog: Catalog, municipality: Municipality, pages: Mapping[str, bytes]) -> None:
    """Raise `StrangerError` when a page of a municipality carries a mark of one it has nothing to do with."""
    said = b"\n".join({line for page in pages.values() for line in page.splitlines()})
    marks = {mark: owner for mark, owner in _marks(catalog, municipality) if mark in said}
    if not marks:
        return
    longest = sorted(marks, key=len, reverse=True)
    hits = ((name, next((mark for mark in longest if mark in page), None)) for name, page in sorted(pages.items()))
    found = [f"{name}: {marks[hit]}" for name, hit in hits if hit]
    if found:
        more = f" und {len(found) - 5} weitere" if len(found) > 5 else ""
        raise StrangerError(f"Seiten mit Angaben eines anderen Ortes: {'; '.join(found[:5])}{more}")


def _marks(catalog: Catalog, municipality: Municipality) -> Iterator[tuple[bytes, str]]:
    """What must not stand on a page, as it is written in HTML, and what it is."""
    for other in catalog.municipalities.values():
        if not _belong_together(municipality, other):
            offices = [office for office in catalog.offices.values() if office.municipality == other.slug]
            contacts = [other.phone, other.email, *(text for one in offices for text in (one.phone, one.email) if text)]
            hosts = {*other.hosts, *(addresses.parse(url).host for url in (other.portal_url, other.website))}
            texts = [other.name, *contacts, *sorted(hosts)]
            yield from _written(texts, other.name)


def _belong_together(one: Municipality, other: Municipality) -> bool:
    return one.slug in (other.slug, other.part_of, other.successor) or other.slug in (one.part_of, one.successor)


def _written(texts: Iterable[str], owner: str) -> Iterator[tuple[bytes, str]]:
    for text in texts:
        yield str(escape(text)).encode(), f"„{text}“ gehört zu {owner}"
