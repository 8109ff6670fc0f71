"""YAML as text with positions: every scalar stays a string, every key knows its line.

One pass over libyaml's events builds the tree, so aliases, tags, duplicate keys and deep nesting are refused before
anything recursive happens (100,000 nested brackets crash `yaml.load` with CSafeLoader).
"""

import re
import sys
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plugins.catalog import yaml_errors
from plugins.catalog.encodings import INVISIBLE
from plugins.catalog.places import Place, Problem

MAX_DEPTH = 30
_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""


_COMMENT = re.compile(r"\s*#(.?)")


class NodeError(Exception):
    """A file that is no YAML we read; carries the problem to report, and the line without it where that is sure."""

    def __init__(self, problem: Problem, mended: str = "") -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.mended = mended


@dataclass(slots=True)
class Node:
    """A value with its position: a string, a list of nodes, or a mapping of nodes; `keys` places the keys."""

    value: "str | list[Node] | dict[str, Node]"
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)

    def child(self, key: str | int) -> "Node | None":
        """The value under a key or an index, if there is one."""
        if isinstance(self.value, dict) and isinstance(key, str):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None

    def places(self) -> dict[str, Place]:
        """Where this node begins (under the empty key) and where each of its values stands."""
        values = self.value if isinstance(self.value, dict) else {}
        return {"": self.place, **self.keys, **{key: child.place for key, child in values.items()}}

    def plain(self) -> Any:
        """The bare value: strings, lists and dictionaries."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def parse(text: str, path: str, first_line: int = 1) -> Node:
    """The tree of a YAML mapping; `first_line` is the line of the file where `text` begins. Raises `NodeError`."""
    builder = _Builder(text, path, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise builder.explain(error) from None
    if builder.root is None:
        return Node({}, Place(path, first_line))
    if not isinstance(builder.root.value, dict):
        raise NodeError(
            Problem(builder.root.place, "Angaben fehlen", "Schreiben Sie: title: Hund anmelden", rule="yaml")
        )
    return builder.root


class _Builder:
    """Turns events into nodes with a stack of its own."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = _BREAK.split(text)
        self.path = path
        self.first_line = first_line
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pending_keys: list[tuple[str, Place] | None] = []

    def place(self, mark: Any) -> Place:
        """Where a mark stands; what is missing behind the last line is missing at its end."""
        if mark.line == len(self.lines):
            return Place(self.path, mark.line - 1 + self.first_line, len(self.lines[-1]) + 1)
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def fail(self, mark: Any, message: str, hint: str, mended: str = "") -> NodeError:
        return NodeError(Problem(self.place(mark), message, hint, rule="yaml"), mended)

    def not_at_the_start(self, mark: Any) -> NodeError:
        """`&`, `*` and `!` have a meaning in YAML that nobody writing content wants."""
        written = self.lines[mark.line]
        fixed = yaml_errors.quoted(written)
        message = f"Ein Wert darf nicht mit {written[mark.column]} beginnen"
        return self.fail(mark, message, f"{yaml_errors.QUOTE}: {fixed}", yaml_errors.if_single(written, fixed))

    def take(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise self.not_at_the_start(event.start_mark)
        if isinstance(event, DocumentStartEvent) and self.root:
            raise self.fail(event.start_mark, "Ein zweiter Block Angaben", "Löschen Sie die Zeile mit ---")
        if getattr(event, "tag", None):
            raise self.not_at_the_start(event.start_mark)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.enter(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.open.pop()
            self.pending_keys.pop()
        elif isinstance(event, ScalarEvent):
            self.scalar(event)

    def enter(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self.fail(event.start_mark, "Zu tief verschachtelt", f"Höchstens {MAX_DEPTH} Ebenen sind erlaubt.")
        node = Node({} if isinstance(event, MappingStartEvent) else [], self.place(event.start_mark))
        self.attach(node, event)
        self.open.append(node)
        self.pending_keys.append(None)

    def scalar(self, event: ScalarEvent) -> None:
        hidden = INVISIBLE.search(event.value)
        if hidden:
            raise self.fail(
                event.start_mark, f"Unsichtbares Zeichen U+{ord(hidden[0]):04X}", "Löschen Sie die Stelle mit \\."
            )
        if self.awaits_key():
            self.pending_keys[-1] = (sys.intern(event.value), self.place(event.start_mark))
            return
        comment = self.comment_at(event.end_mark) if not event.style else None
        if comment:
            written = self.lines[self.place(event.start_mark).line - self.first_line]
            raise self.fail(
                event.end_mark,
                "Der Text nach # würde verschwinden",
                f'{yaml_errors.QUOTE}: "…"',
                yaml_errors.if_single(written, yaml_errors.quoted(written)) if comment[1].strip() else "",
            )
        self.attach(Node(event.value, self.place(event.start_mark)), event)

    def comment_at(self, mark: Any) -> re.Match[str] | None:
        """What begins with # after a value, looked at in place: a copy of the rest of a long line costs its square."""
        return _COMMENT.match(self.lines[mark.line], mark.column) if mark.line < len(self.lines) else None

    def awaits_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.pending_keys[-1] is None

    def attach(self, node: Node, event: Event) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            pending = self.pending_keys[-1]
            if pending is None:
                raise self.fail(event.start_mark, "Ein Schlüssel muss ein Wort sein", "Schreiben Sie: schlüssel: Wert")
            self.add_value(parent, *pending, node)
            self.pending_keys[-1] = None

    def add_value(self, parent: Node, key: str, place: Place, node: Node) -> None:
        if key in parent.keys:
            raise NodeError(
                Problem(
                    place,
                    f"„{key}“ steht zweimal da, zuerst in Zeile {parent.keys[key].line}",
                    "Löschen Sie eine der beiden Stellen.",
                    rule="yaml",
                )
            )
        parent.keys[key] = place
        if isinstance(parent.value, dict) and node.value != "":
            parent.value[key] = node

    def explain(self, error: yaml.YAMLError) -> NodeError:
        found = yaml_errors.explain(error, self.lines)
        return NodeError(Problem(self.place(found), found.message, found.hint, rule="yaml"), found.mended)
