"""Eine frühere Adresse leitet zu genau einer Seite weiter und verdeckt keine andere."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.by_rule import listed
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.checks.own_page import pages
from plugins.catalog.places import Problem
from plugins.catalog.presence import presences
from plugins.catalog.records import Service, Tombstone

_FILES = (
    *("/assets/", "/admin/", "/api/", "/feeds/", "/media/", "/muster/", "/sitemaps/"),
    *(urls.DATA, urls.NOT_FOUND),
)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Former addresses at which a page or a file of the portal stands, or that two records claim.

    What a single municipality gave up may be a page, or lead on, elsewhere.
    """
    every = frozenset({*pages(catalog), *(urls.service(one.service.slug) for one in listed(catalog))})
    towns = {stone.municipality for stone in catalog.all(Tombstone)} - {""}
    local = {slug: presence.pages for slug, presence in presences(catalog).items() if slug in towns}
    claimed: dict[tuple[str, str], str] = {}
    for record, field, url in _former(catalog):
        own = record.municipality if isinstance(record, Tombstone) else ""
        first = claimed.setdefault((own, urls.key_of(url)), record.slug)
        taken = local.get(own, frozenset()) if own else every
        if message := _objection(url, taken, first if first != record.slug else ""):
            hint = "Löschen Sie die Adresse hier oder geben Sie der anderen Seite einen anderen Namen."
            yield problem(record, message, hint=hint, field=field)


def _former(catalog: Catalog) -> Iterator[tuple[Service | Tombstone, str, str]]:
    for service in catalog.written:
        yield from ((service, "former_urls", url) for url in service.former_urls)
    for stone in catalog.all(Tombstone):
        yield from ((stone, "addresses", url) for url in stone.addresses)


def _objection(url: str, taken: frozenset[str], other: str) -> str:
    if urls.key_of(url) in taken:
        return f"Unter der früheren Adresse {url} steht eine Seite"
    if urls.key_of(url).startswith(_FILES) or ".htm" in url.rpartition("/")[0]:
        return f"Unter der früheren Adresse {url} liegen Dateien des Portals"
    return f"Die frühere Adresse {url} führt schon zu {other}" if other else ""
