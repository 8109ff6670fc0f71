"""What a text says to a reader or a program, however it is written: `&#64;`, `%40`, `\\u0040` and `@` are the same."""

import html
import json
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_WRITTEN = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});"
    r"|(?:%(?:25)*[\da-fA-F]{2})+"
    r"|\\(?:u[\da-fA-F]{4}|[\"/nrt])"
)
"""Also written in itself: `&amp;#64;`, `%2540`."""

_DEEP = 3
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")

INLINE = "a|abbr|b|em|i|mark|s|small|span|strong|sub|sup|u|wbr"
"""Tags that may stand within a word."""

_INLINE = re.compile(rf"</?(?:{INLINE}|!)\b|<!", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]+")
_APART = " \0 "


def unescaped(text: str) -> str:
    """The text without the notations of HTML, JSON and addresses, line by line as before."""
    return _WRITTEN.sub(_meant, text)


def plain(text: str) -> str:
    """What a reader sees, in small letters with single spaces and dashes; behind it what stands in the tags."""
    text = unescaped(text)
    tags = [tag for tag in _TAG.findall(text) if "=" in tag or ":" in tag]
    seen = unicodedata.normalize("NFKC", _APART.join([_TAG.sub(_between, text), *tags]))
    seen = seen if seen.isascii() else _DASHES.sub("-", _UNSEEN.sub("", seen))
    return " ".join(seen.split()).casefold()


def _meant(written: re.Match[str]) -> str:
    return _of(written[0])


@lru_cache(maxsize=10_000)
def _of(written: str) -> str:
    """A line stays one: a line break that is written as a notation is a space."""
    meant = written
    for _ in range(_DEEP):
        meant = _read(meant)
    return " ".join(meant.splitlines()) or " "


def _read(written: str) -> str:
    if written.startswith("&"):
        return html.unescape(written)
    return _of_json(written) if written.startswith("\\") and len(written) > 1 else unquote(written)


def _of_json(written: str) -> str:
    """Half a character, which nobody can read, stays as it is written."""
    meant = str(json.loads(f'"{written}"'))
    return written if "\ud800" <= meant <= "\udfff" else meant


def _between(tag: re.Match[str]) -> str:
    """What only looks different within a word does not part it."""
    return "" if _INLINE.match(tag[0]) else " "
