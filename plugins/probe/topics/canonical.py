"""Jede Seite nennt sich selbst als ihre gültige Adresse."""

from collections.abc import Iterator

from plugins.probe.topics import NO_PAGE, Fault, Finding
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Finding]:
    """Pages of the sitemap without exactly one canonical address, or with another one than their own."""
    if not visit.pages:
        yield NO_PAGE
    for address, page in visit.pages.items():
        if page.canonical != [address]:
            named = ", ".join(page.canonical) or "keine"
            yield Fault(address, f"nennt als gültige Adresse: {named[:200]}", f"Bauen Sie mit SITEURL={visit.url}")
