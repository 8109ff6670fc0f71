"""Zwei Seiten dürfen nicht dieselbe Adresse haben, auch nicht bis auf Groß- und Kleinschreibung oder Umlaute."""

from collections.abc import Callable, Iterator, Mapping

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.german import transliterate
from plugins.catalog.kinds import kind_of
from plugins.catalog.places import Place, Problem

_ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "service": urls.service,
    "topic": urls.topic,
    "office": urls.office,
    "page": urls.page,
}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Files whose names differ only in spelling, and pages that take a reserved address."""
    seen: dict[str, str] = {}
    for outline in catalog.outlines:
        plain = transliterate(outline.path.rsplit(".", 1)[0]).replace("_", "-")
        if plain in seen:
            yield Problem(
                Place(outline.path),
                f"Hat dieselbe Adresse wie {seen[plain]}",
                "Benennen Sie eine der beiden Dateien um oder löschen Sie sie.",
            )
        seen.setdefault(plain, outline.path)
        if address := _taken_address(outline.path):
            yield Problem(Place(outline.path), f"Die Adresse {address} gehört dem Portal", "Benennen Sie die Datei um.")


def _taken_address(path: str) -> str | None:
    """The address that a file would take from the portal itself: one of its pages, or one in another language."""
    kind, fields = kind_of(path) or (None, {})
    if kind is None or kind.name not in _ADDRESSES:
        return None
    taken = urls.LANGUAGES | urls.RESERVED if kind.name == "page" else urls.LANGUAGES
    return _ADDRESSES[kind.name](fields["slug"]) if fields["slug"] in taken else None
