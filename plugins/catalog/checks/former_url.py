"""Eine frühere Adresse leitet zu genau einer Seite weiter und verdeckt keine andere."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.by_rule import listed
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.checks.own_page import pages
from plugins.catalog.places import Problem

_FILES = ("/assets/", "/admin/", "/api/", "/media/", "/muster/")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Former addresses at which a page or a file of the portal stands, or that two services claim."""
    taken = {address.casefold() for address in pages(catalog)}
    taken |= {urls.service(one.service.slug) for one in listed(catalog)}
    claimed: dict[str, str] = {}
    for service in catalog.written:
        for url in service.former_urls:
            first = claimed.setdefault(url.casefold(), service.slug)
            if message := _objection(url, taken, first if first != service.slug else ""):
                hint = "Löschen Sie die Adresse hier oder geben Sie der anderen Seite einen anderen Namen."
                yield problem(service, message, hint=hint, field="former_urls")


def _objection(url: str, taken: set[str], other: str) -> str:
    if url.casefold() in taken:
        return f"Unter der früheren Adresse {url} steht eine Seite"
    if url.casefold().startswith(_FILES):
        return f"Unter der früheren Adresse {url} liegen Dateien des Portals"
    return f"Die frühere Adresse {url} führt schon zu {other}" if other else ""
