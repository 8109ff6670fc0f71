"""A first look at a page: may it name any of these words or numbers? Where their letters do not stand, nothing can.

Only letters and digits count, whatever parts or hides them, so that a page is looked at in few simple steps, and what
pages have in common only once. A page that may name something is for a reader who knows what it says (`marks`).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import filterfalse

from plugins.catalog.deciphering import divided, plain, unescaped
from plugins.catalog.scanning import scanner

_END = b">\n"
"""Where one part of a page is over: no tag and no word goes on behind it."""

_BETWEEN = b"\0"
_ASCII = bytes(range(128))
_SMALL = _ASCII.lower() + bytes(range(128, 256))
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_NO_LETTERS = bytes(set(range(256)).difference(_LETTERS, _LETTERS.upper()))
_NO_DIGITS = bytes(set(range(256)).difference(b"0123456789", _BETWEEN))


class Glance:
    """Looks at the pages of one portal for words in small letters and for runs of digits.

    A part of a page in which none of them stands is remembered with its digits: a number may go on in the next part.
    """

    def __init__(self, words: Iterable[str], numbers: Iterable[str]) -> None:
        every = sorted(words)
        self._has_word = _any_of(word.encode().translate(None, _NO_LETTERS).decode() for word in every)
        self._alone = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, every))})(?![\w-])")
        self._has_number = _any_of(numbers)
        self._harmless: dict[bytes, bytes] = {}
        self._harmful: set[bytes] = set()

    def may_name(self, page: bytes) -> bool:
        """False when neither a word nor a number can stand in a page, however it is written."""
        parts = page.split(_END)
        news = list(dict.fromkeys(filterfalse(self._harmless.__contains__, parts)))
        if not self._harmful.isdisjoint(news):
            return True
        if news and not self._are_harmless(news):
            self._harmful.update(part for part in news if not self._are_harmless([part]))
            return True
        return self._has_number(b"".join(map(self._harmless.__getitem__, parts)))

    def _are_harmless(self, parts: Sequence[bytes]) -> bool:
        """True when parts can be remembered, and are."""
        joined = _BETWEEN.join(map(_deciphered, parts))
        signs = set(joined.translate(None, _ASCII).decode("utf-8", "replace"))
        text, tags = map(b"".join, divided(_spelled(joined, signs)))
        letters, numbers = (text + tags).translate(_SMALL, _NO_LETTERS), _digits(text).split(_BETWEEN)
        if self._has_number(_digits(tags)) or (self._has_word(letters) and self._name_one(parts)):
            return False
        if len(numbers) != len(parts) or any(map(unicodedata.combining, signs)):
            return False
        self._harmless.update(zip(parts, numbers, strict=True))
        return True

    def _name_one(self, parts: Sequence[bytes]) -> bool:
        """True when a word stands alone in parts: „Interessen“ do not name Essen."""
        return bool(self._alone.search(plain(_END.join([*parts, b""]).decode("utf-8", "replace"))))


def _any_of(wanted: Iterable[str]) -> Callable[[str | bytes], bool]:
    """Tells whether one of these stands in a row of letters or digits; a „!“ never does."""
    return scanner("|".join(sorted(wanted)) or "!")


def _deciphered(part: bytes) -> bytes:
    """A part as a whole, without notations."""
    if b"&" in part or b"%" in part or b"\\" in part:
        part = unescaped(part.decode("utf-8", "replace")).encode()
    return part + _END


def _spelled(data: bytes, signs: Iterable[str]) -> bytes:
    """With the letters from A to Z and the digits in the place of signs that stand for some, such as „ß“ and „½“."""
    for sign in signs:
        if meant := _meant(sign):
            data = data.replace(sign.encode(), meant)
    return data


@cache
def _meant(sign: str) -> bytes:
    """The letters from A to Z and the digits that a sign stands for."""
    seen = unicodedata.normalize("NFKC", sign).casefold()
    return "".join(one for one in seen if one.isascii() and one.isalnum()).encode()


def _digits(data: bytes) -> bytes:
    return data.translate(None, _NO_DIGITS)
