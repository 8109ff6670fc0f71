"""Zwei Seiten dürfen nicht dieselbe Adresse haben, auch nicht bis auf Groß- und Kleinschreibung oder Umlaute."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.german import transliterate
from plugins.catalog.kinds import kind_of
from plugins.catalog.places import Place, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Files whose names differ only in spelling, and pages that take a reserved address."""
    seen: dict[str, str] = {}
    for source in catalog.sources:
        plain = transliterate(source.path.rsplit(".", 1)[0]).replace("_", "-")
        if plain in seen:
            yield Problem(
                Place(source.path),
                f"Hat dieselbe Adresse wie {seen[plain]}",
                "Benennen Sie eine der beiden Dateien um oder löschen Sie sie.",
            )
        seen.setdefault(plain, source.path)
        found = kind_of(source.path)
        if found and found[0].name == "page" and found[1]["slug"] in urls.RESERVED:
            yield Problem(
                Place(source.path), f"Die Adresse /{found[1]['slug']}/ gehört dem Portal", "Benennen Sie die Datei um."
            )
