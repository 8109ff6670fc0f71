"""Ein Link ist eine vollständige https-Adresse, eine eigene Seite, eine Mail-Adresse oder eine Telefonnummer."""

import re
from collections.abc import Iterator

from plugins.catalog import addresses, markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity


def check(catalog: Catalog) -> Iterator[Problem]:
    """Addresses that browsers could misread, or that lead nowhere."""
    for link in catalog.links:
        if link.in_text and (addresses.is_own_page(link.address) or addresses.is_mail_or_phone(link.address)):
            continue
        if link.named:
            continue
        if link.in_text and re.match(r"/(?![/\\])", link.address):
            message = f"„{link.address}“ ist keine eigene Seite und keine Datei"
            yield problem(link.record, message, hint=_own(link.address), field=link.field, line=link.line)
            continue
        try:
            addresses.parse(link.checkable)
        except addresses.AddressError as error:
            yield problem(link.record, str(error), hint=_remedy(link.address), field=link.field, line=link.line)
    yield from _bare(catalog)


def _bare(catalog: Catalog) -> Iterator[Problem]:
    """Addresses in a text that are no link, so that nobody can follow them: a hint, for the text itself is right."""
    for record, field, text in catalog.marked_texts:
        for found in markdown.bare_addresses(text):
            address = f"https://{found.address.removeprefix('http://').removeprefix('https://')}"
            yield problem(
                record,
                f"„{found.address}“ ist kein Link, nur Text",
                hint=f"Schreiben Sie: [Text]({address})" if addresses.host_of(address) else addresses.EXAMPLE,
                field=field,
                line=found.line,
                severity=Severity.HINT,
            )


def _own(address: str) -> str:
    plain = re.split(r"[?#]", address)[0]
    is_shorter = plain != address and addresses.is_own_page(plain)
    return f"Schreiben Sie nur: {plain}" if is_shorter else "Beispiel: /leistungen/hund-anmelden/"


def _remedy(address: str) -> str:
    better = f"https://{address.removeprefix('http://')}"
    if address.startswith("http://") and addresses.host_of(better):
        return f"Schreiben Sie: {better}"
    return addresses.EXAMPLE
