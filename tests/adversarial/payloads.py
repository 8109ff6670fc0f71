"""Payloads from any folder of attacks, whatever its files look like: lists, JSON, Markdown, markup, test files."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.catalog.encodings import INVISIBLE

OWN = Path(__file__).parent / "own"
_LONGEST = 20_000
_TABLE = 500_000
"""A file with more bytes than this is a table of characters: a thousand texts of it stand for the rest."""

_BLOCK = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(.*?)^ {0,3}\1", re.MULTILINE | re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_ACTIVE = re.compile(r"[<>\"'`{}]|&#?\w+;|\w\(|\]\(|^[=+@-]|(?:script|data|https?):|^//|%3c", re.IGNORECASE)
_NOT_ATTACKS = re.compile(r"(?i)source\.txt|licen[cs]e.*|readme.*|index\.md|.*\.xsd")


@dataclass(frozen=True)
class Payloads:
    """The texts of one or several folders, each once: those with a mark that some machine reads, and mere words."""

    active: tuple[str, ...]
    inert: tuple[str, ...]

    @classmethod
    def of(cls, *folders: Path) -> "Payloads":
        """All payloads of these folders, in the order of their files."""
        texts = dict.fromkeys(text for folder in folders for file in files(folder) for text in payloads(file))
        active = tuple(text for text in texts if is_active(text))
        return cls(active, tuple(text for text in texts if not is_active(text)))


def is_active(text: str) -> bool:
    """True when a text has a mark that some machine reads, or a character that nobody sees."""
    return bool(_ACTIVE.search(text) or INVISIBLE.search(text))


def files(folder: Path) -> list[Path]:
    """The files of a folder that attack, in order; what only describes them is none."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not _NOT_ATTACKS.fullmatch(file.name))


def payloads(file: Path) -> Iterator[str]:
    """What a file holds, text by text; nothing that is empty, nothing longer than any field."""
    text = file.read_bytes().decode("utf-8", "replace")
    read = _READERS.get(file.suffix, _lines)
    found = [one for one in read(text) if one.strip() and len(one) <= _LONGEST]
    yield from found[:: max(1, len(found) // 1000)] if len(text) > _TABLE else found


def _lines(text: str) -> Iterator[str]:
    """One on every line; a document with blocks of code holds them in these."""
    blocks = [found[2] for found in _BLOCK.finditer(text)]
    for block in blocks:
        yield block.partition("\n.\n")[0].replace("→", "\t").rstrip("\n")
        yield from (line for line in block.splitlines() if "<" in line)
    yield from () if blocks else text.splitlines()


def _strings(text: str) -> Iterator[str]:
    """Every text in a tree of JSON, the keys too; what is no JSON, line by line."""
    try:
        yield from _texts_in(json.loads(text))
    except (ValueError, RecursionError):
        yield from text.splitlines()


def _texts_in(tree: Any) -> Iterator[str]:
    rest = [tree]
    while rest:
        part = rest.pop(0)
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            rest[:0] = [one for pair in part.items() for one in pair]
        elif isinstance(part, list):
            rest[:0] = part


def _whole(text: str) -> Iterator[str]:
    """The file as one, and its lines with a tag."""
    yield text
    yield from (line for line in text.splitlines() if "<" in line)


def _cases(text: str) -> Iterator[str]:
    """A test file: JSON, or what goes in, two dashes, what comes out."""
    yield from _strings(text) if text.lstrip().startswith(("{", "[")) else text.split("\n--\n")


def _script(text: str) -> Iterator[str]:
    """The texts in double quotes of a script, as JSON reads them, else as they stand there."""
    for found in _STRING.findall(text):
        try:
            yield json.loads(found)
        except ValueError:
            yield found[1:-1]


_READERS: dict[str, Callable[[str], Iterator[str]]] = {
    ".json": _strings,
    ".test": _cases,
    ".dat": lambda text: iter(re.split(r"^#[a-z-]+\n", text, flags=re.MULTILINE)),
    ".mjs": _script,
    ".js": _script,
    **dict.fromkeys((".html", ".svg", ".xml", ".xsl", ".yaml", ".yml"), _whole),
}
