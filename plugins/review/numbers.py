"""Which phone numbers a request changes: a wrong one leads people to strangers, and nobody sees it on a page."""

from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.contacts import phones_of
from plugins.review.hosts import Place, moves


@dataclass(frozen=True, order=True, slots=True)
class NumberChange:
    """A number in the place of another; `old` is empty for a new one, `new` for one that is not there any more."""

    file: str
    old: str
    new: str


def number_changes(before: Catalog, after: Catalog) -> list[NumberChange]:
    """Every new, changed or removed phone number with its file."""
    return sorted(NumberChange(*one) for one in moves(_places(before), _places(after)))


def _places(catalog: Catalog) -> dict[Place, set[str]]:
    found: dict[Place, set[str]] = {}
    for record in catalog.records:
        for contact in phones_of(record):
            found.setdefault((record.origin.path, contact.field), set()).add(contact.value)
    return found
