"""Ein Link auf eine eigene Seite führt zu einer Seite, die es gibt."""

from collections.abc import Iterator
from functools import lru_cache

from plugins.catalog import addresses, urls
from plugins.catalog.catalog import Catalog, Name
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.places import Problem
from plugins.catalog.presence import once_published
from plugins.catalog.records import Language
from plugins.catalog.records.medium import FOLDER

_ALWAYS = (urls.HOME, urls.SERVICES, urls.TOPICS, urls.OFFICES, urls.FORMS, urls.SEARCH, urls.CITIZENS, urls.BUSINESSES)

_LOST = "War veröffentlicht und ist gelöscht oder umbenannt. Gelöscht: Nehmen Sie den Link heraus."
_EXAMPLE = "Eigene Seiten stehen so da: /leistungen/hund-anmelden/"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Links inside the portal that lead nowhere, or only by way of a former address."""
    known, once = pages(catalog), once_published(catalog)
    moved = {former: urls.service(service.slug) for service in catalog.services for former in service.former_urls}
    for link in catalog.links:
        target = link.address.split("#")[0]
        is_page = addresses.is_own_page(link.address) and not target.startswith(FOLDER)
        if link.in_text and is_page and target not in known:
            meant = did_you_mean(target, _alike(target, known)) or _EXAMPLE
            lost = _LOST if target in once else meant
            hint = f"Die Seite heißt jetzt {moved[target]}" if target in moved else lost
            yield problem(link.record, f"Die Seite {target} gibt es nicht", hint=hint, field=link.field, line=link.line)


def _alike(target: str, known: set[str]) -> set[str]:
    """The pages that an address may be meant for: a German link is never meant for an English page."""
    others = tuple(f"/{language}/" for language in Language if language is not Language.GERMAN)
    return known if target.endswith(others) else {page for page in known if not page.endswith(others)}


def pages(catalog: Catalog) -> set[str]:
    """The addresses of all pages that somebody wrote, and of those that every portal has."""
    return _pages(catalog.names)


@lru_cache(1)
def _pages(names: frozenset[Name]) -> set[str]:
    address = {"service": urls.service, "topic": urls.topic, "office": urls.office, "page": urls.page}
    written = {address[kind](slug) for kind, slug in names if kind in address}
    texts = [slug.partition(".") for kind, slug in names if kind == "translation"]
    spoken = {*_ALWAYS, *(address[kind](slug) for kind, slug in names if kind in ("topic", "office"))}
    interface = {urls.in_language(page, language) for page in spoken for language in Language}
    return written | interface | {urls.service(slug, Language(language)) for slug, _, language in texts}
