"""Keine Datei nennt Namen, Telefon, Mail oder Server eines anderen Ortes."""

from collections.abc import Iterator

from plugins.catalog import marks
from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight
from plugins.publishing.tree import is_for_editors


def seen(sight: Sight) -> str:
    """How many files were looked through, for how many marks."""
    foreign = marks.foreign(sight.catalog, sight.directory.municipality)
    count = len(foreign.written) + len(foreign.phones)
    files = counted(len(sight.new.texts), "Datei", "Dateien")
    return f"{files}, {counted(count, 'fremde Angabe', 'fremde Angaben')} gesucht"


def check(sight: Sight) -> Iterator[str]:
    """A citizen must never end up in the wrong town, whatever is read: page, feed or table."""
    foreign = marks.foreign(sight.catalog, sight.directory.municipality)
    public = (name for name in sight.new.texts if not is_for_editors(name))
    for name, mark, owner in foreign.found(public, sight.new.read):
        yield f"{name}: „{mark}“ gehört zu {owner}."
