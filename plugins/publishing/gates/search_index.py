"""Die Suche kennt jede Leistung."""

import json
import zlib
from collections.abc import Iterator

from plugins.publishing.counting import counted, number
from plugins.publishing.gates import Sight
from plugins.publishing.tree import Tree
from search import browser_index

_POINTER = "assets/search.json"
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, IndexError, zlib.error)
_SHARE = 0.02


def seen(sight: Sight) -> str:
    """How many services can be found, in how many files."""
    files = counted(len(_files(sight.new)), "Datei", "Dateien")
    return f"{number(_documents(sight.new) or 0)} Leistungen im Index, {files}"


def check(sight: Sight) -> Iterator[str]:
    """The files that the pages ask for, whole, with all services; a town that has moved on has no search."""
    if sight.is_former:
        return
    files, documents, wanted = _files(sight.new), _documents(sight.new), len(sight.directory.offers)
    if not files:
        yield f"{_POINTER} fehlt oder nennt keine Dateien: Die Suche findet nichts."
    for name in files:
        if name not in sight.new.digests or not sight.new.read(name):
            yield f"{name} fehlt oder ist leer; {_POINTER} führt dorthin."
    if files and documents is None:
        yield f"{files[-1]} ist kein Index, den die Suche lesen kann."
    elif documents is not None and documents != wanted:
        yield f"Im Index stehen {number(documents)} Leistungen, im Portal {number(wanted)}."
    yield from _shrunken(sight.old, documents)


def _shrunken(old: Tree | None, documents: int | None) -> Iterator[str]:
    before = _documents(old) if old else None
    if before and before - (documents or 0) > before * _SHARE:
        yield f"Der Index ist geschrumpft: vorher {number(before)} Leistungen, jetzt {number(documents or 0)}."


def _files(tree: Tree) -> list[str]:
    """What the pointer names, the index itself last; nothing where it cannot be read."""
    try:
        pointer = json.loads(tree.read(_POINTER))
        return [f"assets/{pointer['index']}{name}" for name in pointer["files"]]
    except _UNREADABLE:
        return []


def _documents(tree: Tree) -> int | None:
    """How many services the index knows; None where it cannot be read, or another version of ours has written it."""
    try:
        return browser_index.count(tree.read(_files(tree)[-1]))
    except _UNREADABLE:
        return None
