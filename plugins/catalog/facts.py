"""The facts of a file, YAML: their values at once, the position of each when somebody asks.

Nearly every file holds nothing to be said. So libyaml's events become strings, lists and dictionaries without marks;
whatever `nodes` refuses, or has to look at closer, is left to it: there it is told which mistake it is, and where.
Most facts of a service stand alike in others, so they are read key by key and remembered.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from plugins.catalog import nodes
from plugins.catalog.nodes import MAX_DEPTH, Node
from plugins.catalog.scanning import scanner

_needs_a_look = scanner(r"[^ \t\n][^\n]*[ \t]#|\\")
"""A comment that may cut off a value; an escape that may hide a character."""

_NEXT_KEY = re.compile(r"\n(?=[a-z])")

_Events = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """The YAML text of a file, which begins in `first_line`; without invisible characters."""

    text: str
    path: str
    first_line: int = 1

    def values(self) -> dict[str, Any]:
        """Strings, lists and dictionaries by key, "" for a key that stands there without a value; or `NodeError`."""
        found = values(self.text)
        if found is None:
            tree = self.tree()
            found = dict.fromkeys(tree.keys, "") | tree.plain()
        return found

    def tree(self) -> Node:
        """The same with the place of each; nobody may change it. Raises `NodeError`."""
        return _tree(self)


@lru_cache(maxsize=64)
def _tree(facts: Facts) -> Node:
    return nodes.parse(facts.text, facts.path, facts.first_line)


class _OddError(Exception):
    """No mapping of texts, or one of which something is to be said."""


def values(text: str) -> dict[str, Any] | None:
    """The values of a text, `None` where `nodes` has to look; nobody may change what is inside."""
    *before, last = _NEXT_KEY.split(text)
    found: dict[str, Any] = {}
    for piece in (*(f"{one}\n" for one in before), last) if "a" <= text[:1] <= "z" else ():
        part = _part(piece)
        if part is None or not found.keys().isdisjoint(part):
            return _events(text)
        found |= part
    return found or _events(text)


def _events(text: str) -> dict[str, Any] | None:
    data = text.encode()
    if _needs_a_look(data):
        return None
    take = CParser(data).get_event
    try:
        return _document(take)
    except (yaml.YAMLError, _OddError):
        return None


_part = lru_cache(2**12)(_events)
"""The values of what begins with a key and goes on to the next one; `None` where only the whole tells."""


def _document(take: _Events) -> dict[str, Any]:
    _start_of_stream, _start, root = take(), take(), take()
    if type(root) is not MappingStartEvent or root.anchor or root.tag:
        raise _OddError
    found = _mapping(take, 1)
    end = take()
    if type(end) is not DocumentEndEvent or end.explicit or type(take()) is not StreamEndEvent:
        raise _OddError
    return found


def _mapping(take: _Events, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while type(key := take()) is ScalarEvent:
        if key.anchor or key.tag or key.value in found:
            raise _OddError
        value = take()
        if value.anchor or value.tag:
            raise _OddError
        found[key.value] = value.value if type(value) is ScalarEvent else _inside(take, value, depth)
    if type(key) is not MappingEndEvent:
        raise _OddError
    return found


def _inside(take: _Events, start: Any, depth: int) -> Any:
    """The list or the mapping that begins with an event."""
    if depth >= MAX_DEPTH:
        raise _OddError
    if type(start) is MappingStartEvent:
        return {key: value for key, value in _mapping(take, depth + 1).items() if value != ""}
    items = []
    while type(value := take()) is not SequenceEndEvent:
        if value.anchor or value.tag:
            raise _OddError
        items.append(value.value if type(value) is ScalarEvent else _inside(take, value, depth + 1))
    return items
