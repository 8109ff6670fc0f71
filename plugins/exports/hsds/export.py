"""HSDS 3.1 as static answers: services, organizations and taxonomy terms, each list as one page."""

import json
from collections.abc import Callable, Iterable, Iterator

from plugins.catalog.published import Published
from plugins.exports.export import Distribution, Export, File
from plugins.exports.hsds import places, terms
from plugins.exports.hsds.identity import Object
from plugins.exports.hsds.services import service

SERVICES, ORGANIZATIONS, TERMS = (f"daten/hsds/{name}.json" for name in ("services", "organizations", "taxonomy_terms"))


def files(published: Published) -> Iterator[File]:
    """A page for each list, written entry by entry."""
    offers = published.directory.offers
    yield _page(SERVICES, len(offers), lambda: (service(published, offer) for offer in offers))
    organizations = _organizations(published)
    yield _page(ORGANIZATIONS, len(organizations), lambda: organizations)
    taxonomy_terms = list(terms.of_portal(published))
    yield _page(TERMS, len(taxonomy_terms), lambda: taxonomy_terms)


def _organizations(published: Published) -> list[Object]:
    """Each organization once, in the order of the offices; then the place itself and its towns."""
    directory = published.directory
    found = [places.organization(published, office) for office in directory.offices]
    found += [places.municipality(one) for one in (directory.municipality, *directory.towns)]
    return list({one["id"]: one for one in found}.values())


def _page(path: str, count: int, entries: Callable[[], Iterable[Object]]) -> File:
    return File(path, _pieces(count, entries))


def _pieces(count: int, entries: Callable[[], Iterable[Object]]) -> Iterator[bytes]:
    head = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not count,
    }
    yield f'{json.dumps(head)[:-1]}, "contents": ['.encode()
    separator = "\n"
    for entry in entries():
        yield (separator + json.dumps(entry, ensure_ascii=False, separators=(",", ":"))).encode()
        separator = ",\n"
    yield b"\n]}\n"


EXPORT = Export(
    path=SERVICES,
    title="Open Referral HSDS 3.1",
    description=(
        "Alle Leistungen mit Stellen, Öffnungszeiten, Kosten und Unterlagen im internationalen Format für "
        "Hilfsangebote (Human Services Data Specification)."
    ),
    media_type="application/json",
    files=files,
    conforms_to="https://docs.openreferral.org/en/v3.1.2/",
    others=(
        Distribution(ORGANIZATIONS, "application/json", "Organisationen"),
        Distribution(TERMS, "application/json", "Themen und Zielgruppen"),
    ),
)
