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

_ALIKE = str.maketrans({"0": "o", "1": "l"})


def check(catalog: Catalog) -> Iterator[Problem]:
    """Files whose names differ only in spelling or only for a machine, and pages that take a reserved address."""
    seen: dict[str, tuple[str, str]] = {}
    for outline in catalog.outlines:
        plain = transliterate(outline.path.rsplit(".", 1)[0]).replace("_", "-")
        address, path = seen.setdefault(_looks(plain), (plain, outline.path))
        if path != outline.path:
            same = "dieselbe Adresse wie" if address == plain else "für das Auge dieselbe Adresse wie"
            yield Problem(
                Place(outline.path),
                f"Hat {same} {path}",
                "Benennen Sie eine der beiden Dateien um oder löschen Sie sie.",
            )
        if taken := _taken_address(outline.path):
            yield Problem(Place(outline.path), f"Die Adresse {taken} gehört dem Portal", "Benennen Sie die Datei um.")


def _looks(plain: str) -> str:
    """What is left when letters that look alike are one: 0 and o, 1 and l, m and rn (Unicode's confusables)."""
    return plain.translate(_ALIKE).replace("rn", "m")


def _taken_address(path: str) -> str | None:
    """The address that a file would take from the portal itself: one of its pages, or one in another language."""
    kind, fields = kind_of(path) or (None, {})
    if kind is None or kind.name not in _ADDRESSES:
        return None
    taken = urls.NO_NAMES | urls.RESERVED if kind.name == "page" else urls.NO_NAMES
    return _ADDRESSES[kind.name](fields["slug"]) if fields["slug"] in taken else None
