"""How things are called in our CPSV-AP: pages by their address, what has no page by an anchor of one."""

from collections.abc import Iterable

from plugins.catalog import urls
from plugins.catalog.published import Published
from plugins.catalog.records import Language, Municipality

DATA = "/daten/"

_EU = "http://publications.europa.eu/resource/authority"
EURO = f"{_EU}/currency/EUR"
LANGUAGES = {
    Language.GERMAN: f"{_EU}/language/DEU",
    Language.ENGLISH: f"{_EU}/language/ENG",
    Language.SIMPLE: f"{_EU}/language/DEU",
}
"""Languages by the European list; Leichte Sprache is German there."""


def concept(published: Published, kind: str, value: str) -> str:
    """`https://service.rurheim.example/daten/#kanal-online`."""
    return f"{published.at(DATA)}#{kind}-{value}"


def area(municipality: Municipality) -> str:
    """The area of a town or a Kreis: an anchor of its portal."""
    return f"{municipality.portal_url.rstrip('/')}{DATA}#gebiet"


def authority(municipality: Municipality) -> str:
    """A town or a Kreis as an organisation."""
    return f"{municipality.portal_url.rstrip('/')}{DATA}#verwaltung"


def office(published: Published, slug: str) -> str:
    """An office by its page."""
    return published.at(urls.office(slug))


def languages(spoken: Iterable[Language]) -> list[str]:
    """The languages of a service, each once."""
    return list(dict.fromkeys(LANGUAGES[one] for one in spoken))
