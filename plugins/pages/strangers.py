"""No page carries another place's name, phone, mail or host: a citizen must never end up in the wrong town."""

from collections.abc import Collection, Mapping, Sequence

from plugins.catalog import allowing, marks
from plugins.catalog.catalog import Catalog
from plugins.catalog.marks import Marks
from plugins.catalog.records import Municipality


class StrangerError(ValueError):
    """Pages that name another place; says which, in German."""


_NAME = "strangers"
"""The gate that looks into all files of what is published; so one name allows both."""


def check(
    catalog: Catalog, municipality: Municipality, pages: Mapping[str, bytes], allowed: Collection[str] = ()
) -> None:
    """Raise `StrangerError` when a page of a municipality carries a mark of one it has nothing to do with."""
    refuse(seen(marks.foreign(catalog, municipality), pages), allowed)


def seen(foreign: Marks, pages: Mapping[str, bytes]) -> list[str]:
    """What is to be said of pages with a mark of another place, in the order of their names."""
    found = foreign.found(sorted(pages), pages.__getitem__)
    return [f"{name}: „{mark}“ gehört zu {owner}" for name, mark, owner in found]


def refuse(found: Sequence[str], allowed: Collection[str] = ()) -> None:
    """Raise `StrangerError` when more was seen than somebody allowed."""
    if found and not allowing.opens(allowed, _NAME, len(found)):
        more = f" und {len(found) - 5} weitere" if len(found) > 5 else ""
        remedy = allowing.remedy({_NAME: len(found)})
        raise StrangerError(f"Seiten mit Angaben eines anderen Ortes: {'; '.join(found[:5])}{more}.\n{remedy}")
