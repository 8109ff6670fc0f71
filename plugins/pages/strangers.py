"""No page carries another place's name, phone, mail or host: a citizen must never end up in the wrong town."""

from collections.abc import Mapping

from plugins.catalog import marks
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality


class StrangerError(ValueError):
    """Pages that name another place; says which, in German."""


def check(catalog: Catalog, municipality: Municipality, pages: Mapping[str, bytes]) -> None:
    """Raise `StrangerError` when a page of a municipality carries a mark of one it has nothing to do with."""
    found = [
        f"{name}: „{mark}“ gehört zu {owner}"
        for name, mark, owner in marks.foreign(catalog, municipality).found(sorted(pages), pages.__getitem__)
    ]
    if found:
        more = f" und {len(found) - 5} weitere" if len(found) > 5 else ""
        raise StrangerError(f"Seiten mit Angaben eines anderen Ortes: {'; '.join(found[:5])}{more}")
