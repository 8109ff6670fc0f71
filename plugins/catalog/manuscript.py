"""A content file open for single changes: one value is written anew, every other byte stays."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

import yaml

from plugins.catalog import nodes
from plugins.catalog.nodes import Node, NodeError

Way = tuple[str | int, ...]
"""Where a value stands among the facts: `("fees", 0, "amount")`."""

_DASHES = "---"


class NotChangedError(Exception):
    """A change that cannot be made without touching more than one value; says so in German."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The written form of a scalar, by positions in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The text of a file with \\n as its line ends, and what its line ends really are."""

    path: str
    text: str
    line_end: str = "\n"

    @classmethod
    def of(cls, path: str, data: bytes) -> "Manuscript":
        """The manuscript of a file's bytes. Raises `NotChangedError` when it would not give the same bytes again."""
        line_end = "\r\n" if b"\r\n" in data else "\n"
        found = cls(path, data.decode(errors="replace").replace("\r\n", "\n"), line_end)
        if found.data != data or "\r" in found.text:
            raise NotChangedError("Die Datei ist nicht in UTF-8 mit einheitlichen Zeilenenden. Zuerst: make fix")
        return found

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.text.replace("\n", self.line_end).encode()

    @property
    def front(self) -> tuple[int, int]:
        """Where the facts begin and end in the text; in a YAML file they are all of it."""
        if not self.path.endswith(".md"):
            return 0, len(self.text)
        start = self.text.index("\n") + 1 if "\n" in self.text else len(self.text)
        facts = list(takewhile(lambda line: line.rstrip() != _DASHES, self.text[start:].split("\n")))
        return start, min(start + sum(len(line) + 1 for line in facts), len(self.text))

    def tree(self) -> Node:
        """The facts with their places in the file. Raises `NodeError`."""
        start, end = self.front
        return nodes.parse(self.text[start:end], self.path, first_line=self.text.count("\n", 0, start) + 1)

    def changed(self, way: Way, value: str) -> "Manuscript":
        """The same with another value at a place that holds one, or may hold one in a record that is there."""
        tree = self.tree()
        if _at(tree, way) is None:
            return self._verified(self._added(tree, way, value), way, value)
        span = self._span(tree, way)
        texts = (self.text[: span.start] + form + self.text[span.end :] for form in _forms(value))
        return self._verified(texts, way, value)

    def with_item(self, name: str, value: str) -> "Manuscript":
        """The same with one more word at the end of a list among the facts; the list begins where there is none."""
        tree = self.tree()
        node = tree.child(name)
        words = [item.value for item in node.value] if node and isinstance(node.value, list) else []
        if not words:
            end = self.front[1]
            return self._verified([f"{self.text[:end]}{name}: [{value}]\n{self.text[end:]}"], (name,), [value])
        span = self._span(tree, (name, len(words) - 1))
        line = self.text.rfind("\n", 0, span.start) + 1
        mark = self.text[line : span.start]
        more = f"\n{mark}{value}" if mark.strip() == "-" else f", {value}"
        return self._verified([self.text[: span.end] + more + self.text[span.end :]], (name,), [*words, value])

    def without(self, way: Way) -> "Manuscript":
        """The same without a key and its value, which stand alone in a line."""
        tree = self.tree()
        span = self._span(tree, way)
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end) + 1 or len(self.text)
        key = self.text[start : span.start]
        if key.strip() != f"{way[-1]}:":
            raise NotChangedError("Die Angabe steht nicht allein in ihrer Zeile. Löschen Sie sie in der Datei.")
        return self._verified([self.text[:start] + self.text[end:]], way, None)

    def _added(self, tree: Node, way: Way, value: str) -> Iterator[str]:
        """A new line below the last single value of the record that shall hold the key."""
        record = _at(tree, way[:-1])
        known = record.value if record and isinstance(record.value, dict) else {}
        anchors = [key for key, node in known.items() if isinstance(node.value, str)]
        if not anchors or record is None:
            raise NotChangedError("Hier lässt sich nichts einfügen. Schreiben Sie die Angabe in die Datei.")
        span = self._span(tree, (*way[:-1], anchors[-1]))
        end = self.text.find("\n", span.end) + 1 or len(self.text)
        indent = " " * (record.keys[anchors[-1]].column - 1)
        for form in _forms(value):
            yield f"{self.text[:end]}{indent}{way[-1]}: {form}\n{self.text[end:]}"

    def _span(self, tree: Node, way: Way) -> _Span:
        node = _at(tree, way)
        if node is None or not isinstance(node.value, str):
            raise NotChangedError("Hier steht kein einzelner Wert. Ändern Sie die Angabe in der Datei.")
        start, end = self.front
        first = self.text.count("\n", 0, start) + 1
        for event in yaml.parse(self.text[start:end], Loader=yaml.CSafeLoader):
            mark: Any = event.start_mark
            at_place = (mark.line + first, mark.column + 1) == (node.place.line, node.place.column)
            if isinstance(event, yaml.ScalarEvent) and at_place and event.style not in ("|", ">"):
                return _Span(start + mark.index, start + event.end_mark.index)  # type: ignore[union-attr]
        raise NotChangedError("Der Wert steht über mehrere Zeilen. Ändern Sie ihn in der Datei.")

    def _verified(self, texts: Iterable[str], way: Way, value: str | list[Any] | None) -> "Manuscript":
        """The first text that says what it should, and nothing else."""
        wanted = self.tree().plain()
        _set(wanted, way, value)
        for text in texts:
            found = replace(self, text=text)
            try:
                if found.tree().plain() == wanted:
                    return found
            except NodeError:
                continue
        raise NotChangedError("Der Wert lässt sich hier nicht einsetzen. Ändern Sie ihn in der Datei.")


def _at(node: Node | None, way: Way) -> Node | None:
    for step in way:
        node = node.child(step) if node else None
    return node


def _set(plain: Any, way: Way, value: str | list[Any] | None) -> None:
    for step in way[:-1]:
        plain = plain[step]
    if value is None:
        del plain[way[-1]]
    else:
        plain[way[-1]] = value


def _forms(value: str) -> tuple[str, ...]:
    """A value without quotation marks, and with them where YAML needs them."""
    single = "'" + value.replace("'", "''") + "'"
    plain = (value,) if value.strip() == value else ()
    return (*plain, f'"{value}"' if not set(value) & set('"\\\n') else single, json.dumps(value, ensure_ascii=False))
