"""Ein Link ist eine vollständige https-Adresse, eine eigene Seite, eine Mail-Adresse oder eine Telefonnummer."""

from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Addresses that browsers could misread, or that lead nowhere."""
    for link in catalog.links:
        if link.in_text and (addresses.is_own_page(link.address) or addresses.is_mail_or_phone(link.address)):
            continue
        try:
            addresses.parse(link.checkable)
        except addresses.AddressError as error:
            yield problem(link.record, str(error), hint=_remedy(link.address), field=link.field, line=link.line)


def _remedy(address: str) -> str:
    if address.startswith("http://"):
        return f"Schreiben Sie: https://{address.removeprefix('http://')}"
    return addresses.EXAMPLE
