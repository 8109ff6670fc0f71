"""Hints and readability as lines for people: departments first, then their files."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median

from plugins.catalog.places import Problem
from plugins.catalog.printing import block, visible
from plugins.language.ratchet import Change
from plugins.language.readability import Readability
from plugins.language.texts import Text

_NOBODY = "Ohne Fachamt"
_HARDEST = 5


def of_hints(hints: Sequence[Problem], texts: Sequence[Text], folder: str) -> str:
    """The hints under the roles of the departments that keep the texts, and their count."""
    owners = {text.path: text.owner or _NOBODY for text in texts}
    files = len({hint.place.path for hint in hints})
    count = f"{_counted(len(hints), 'Hinweis', 'Hinweise')} in {_counted(files, 'Datei', 'Dateien')}"
    lines = []
    by_owner = sorted(hints, key=lambda hint: owners[hint.place.path])
    for owner, listed in groupby(by_owner, key=lambda hint: owners[hint.place.path]):
        lines += [visible(owner), *(block(hint, folder) for hint in listed), ""]
    return "\n".join([*lines, count if hints else "Keine Hinweise zur Sprache."])


def of_readability(measures: Mapping[str, Readability], folder: str) -> str:
    """The medians of German texts of services, and the hardest of them; of a single text its own numbers."""
    if not measures:
        return "Keine deutschen Texte von Dienstleistungen."
    hardest = sorted(measures, key=lambda path: (-measures[path].lix, path))[:_HARDEST]
    middle = (median(getattr(one, name) for one in measures.values()) for name in ("lix", "wiener", "flesch"))
    if len(measures) == 1:
        return f"Lesbarkeit: {_numbers(*middle)}"
    head = f"Lesbarkeit, Median von {_counted(len(measures), 'Text', 'Texten')}: {_numbers(*middle)}"
    return "\n".join([head, *(f"    {_numbers_of(measures[path])}  {folder}/{path}" for path in hardest)])


def of_changes(changes: Sequence[Change], folder: str) -> str:
    """What became harder to read, and how many texts did not."""
    if not changes:
        return "Kein deutscher Text einer Dienstleistung liest sich anders als vorher."
    worse = [change for change in changes if change.is_worse]
    count = f"Schwerer zu lesen als vorher: {len(worse)} von {_counted(len(changes), 'Text', 'Texten')}"
    return "\n".join([*(line for change in worse for line in _before_and_after(change, folder)), count])


def _before_and_after(change: Change, folder: str) -> Iterator[str]:
    yield f"{folder}/{change.path}: schwerer zu lesen als vorher"
    if change.before:
        yield f"    vorher {_numbers_of(change.before)}"
    yield f"    jetzt  {_numbers_of(change.after)}"


def _numbers_of(one: Readability) -> str:
    return _numbers(one.lix, one.wiener, one.flesch)


def _numbers(lix: float, wiener: float, flesch: float) -> str:
    """The three measures with a comma, as Germans write them."""
    return f"LIX {lix:.1f} · Wiener Sachtextformel {wiener:.1f} · Flesch-Amstad {flesch:.1f}".replace(".", ",")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
