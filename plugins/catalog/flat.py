"""Facts as nearly every file writes them: keys with a value, a list, or pairs, and nothing below; no YAML needed.

One native pass says whether a text is written so and cannot be read in another way: no value but plain words or what
stands in quotation marks, no comment, no escape, no sign that nobody sees. All else is left to libyaml, in `facts`.
"""

import re
from typing import Any

from plugins.catalog.scanning import whole

_SHOWN = r"\x21\x24-\x39\x3b-\x5b\x5d-\x7e\xa1-\xac\xae-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u2bff"
"""Signs of a word, but for `:`, `#`, `"`, which may mean more, and the escape."""

_WORD = rf'[{_SHOWN}"](?:[{_SHOWN}"#]|:+[{_SHOWN}"#])*'
_FIRST = _WORD.replace(rf'[{_SHOWN}"]', rf"[{_SHOWN}&&[^!%&'*,>?@\[\]`{{|}}-]]", 1)
_LINE = rf"{_FIRST}(?: +{_WORD})*"
_QUOTED = rf"'[{_SHOWN}: \"&&[^']]+'|\"[{_SHOWN}: ]+\""
_NAMES = r" \[[A-Za-z0-9_-]+(?:, [A-Za-z0-9_-]+)*\]"
_KEY = "[a-z_]+:"


def _value(indent: int) -> str:
    """A value in one line, or words that go on in lines further to the right than what holds them."""
    return rf" (?:{_QUOTED}|{_LINE}(?:\n {{{indent + 1},}}{_LINE})*)"


def _pairs(start: str, indent: int) -> str:
    """One pair in a line, the first one behind a start of its own."""
    pair = f"{_KEY}{_value(indent)}"
    return rf"\n{start}{pair}(?:\n {{{indent}}}{pair})*"


def _list(indent: str) -> str:
    """Values or pairs, each behind a dash."""
    return rf"(?:\n{indent}-{_value(len(indent))})+|(?:{_pairs(f'{indent}- ', len(indent) + 2)})+"


_ENTRY = rf"{_KEY}(?:{_value(0)}|{_NAMES}|{_list('')}|{_list('  ')}|{_pairs('  ', 2)})?"
_is_flat = whole(rf"{_ENTRY}(?:\n{_ENTRY})*\n?")
_ENTRIES = re.compile(r"^([a-z_]+):(.*(?:\n[ -].*)*)", re.MULTILINE)
_PAIRS = re.compile(r"  ([a-z_]+): (.+(?:\n   .*)*)")


class _TwiceError(Exception):
    """A key that stands twice: that is for others to say."""


def values(text: str) -> dict[str, Any] | None:
    """Strings, lists and dictionaries by key, "" for a key without a value; None for what is not written so."""
    if not _is_flat(text):
        return None
    try:
        return _once([(key, _inside(piece)) for key, piece in _ENTRIES.findall(text)])
    except _TwiceError:
        return None


def _inside(piece: str) -> Any:
    """What stands behind a key, or in the lines below."""
    if piece[:1] != "\n":
        return piece[2:-1].split(", ") if piece[:2] == " [" else _said(piece[1:])
    lines = piece.replace("\n  ", "\n") if piece.startswith("\n  - ") else piece
    first, *items = lines.split("\n- ")
    if first:
        return _mapping(first)
    return [_mapping(f"  {item}") for item in items] if _PAIRS.match(f"  {items[0]}") else [*map(_said, items)]


def _mapping(lines: str) -> dict[str, str]:
    return _once([(key, _said(value)) for key, value in _PAIRS.findall(lines)])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _said(written: str) -> str:
    """A value without quotation marks, in one line."""
    if written[:1] in "'\"":
        return written[1:-1]
    return " ".join(map(str.strip, written.split("\n"))) if "\n" in written else written
