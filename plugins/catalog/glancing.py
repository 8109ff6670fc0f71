"""A first look at a page: may it name any of these words or numbers? Most cannot, and one native pass finds that out.

Names are looked for as they are written, word by word: who names the Kreis of Rur says nothing of the town of Rurheim.
What could hide their letters makes a page suspicious too: notations and signs that may mean letters or digits, and tags
in the middle. It is for a reader who knows what a page says (`marks`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from string import hexdigits

from plugins.catalog.deciphering import INLINE
from plugins.catalog.scanning import byte_scanner

FRACTIONS = r"\xb2\xb3\xb9\xbc-\xbe"
"""„²“ and „½“ mean digits."""

CLEAR = (
    rf"\x00-\x7f\xa0-\xa7\xa9\xab-\xae\xb0\xb1\xb5-\xb7\xbb\xbf-\xff{FRACTIONS}"
    r"\u0100-\u012f\u0134-\u013e\u0141-\u0148\u014a-\u017e"
    r"\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0400-\u0481\u048a-\u052f\u0620-\u063f\u0641-\u064a"
    r"\u2000-\u200a\u2010-\u2016\u2018-\u2029\u202f-\u203a\u20ac\u2190-\u22ff\u2500-\u27bf"
)
"""Signs that mean no letter from A to Z but themselves, and that nobody overlooks: but „ß“ is also „ss“."""

HARMLESS = (
    *("&#34;", "&#39;", "&amp;", "&quot;", r"\"", r"\u0026", r"\u0027"),
    *(f"%{sign}" for sign in map(chr, range(128)) if sign not in hexdigits or sign in "89AB"),
    *(f"%2{sign}" for sign in "012346789ABCDEF"),
    *("%3A", "%3B", "%3D", "%3F"),
    *("%C2%A7", "%C3", "%E2%80%93", "%E2%80%9C", "%E2%80%9E", "%E2%82%AC"),
)
"""How notations, and what looks like one, begin that mean no letter from A to Z and no digit."""

_LETTER = r"[0-9A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u1fff]"
_NO_LETTER = _LETTER.replace("[", "[^")
_SHY = r"\xad*"
_NOT_ASCII = r"(?:[^\x00-\x7f]|%c3%[0-9a-f]{2})"
_INLINE_TAG = rf"(?:</?(?i:{INLINE})(?:[^0-9A-Za-z_<>][^<>]*)?>|<![^<>]*>)"
_PARTING = "%2[089DEF]"
_IN_NUMBER = rf"(?:[\t-\r\x1c-\x20()/.\-\xa0\xad\u2000-\u2029\u202f\u2212]|<[^<>]*>|{_PARTING})*"
_DIGIT = f"[0-9]{_IN_NUMBER}"
_DIGITS_BETWEEN = f"(?:<[^<>]*[0-9][^<>]*>|{_PARTING}){_IN_NUMBER}"
_FEWEST = 7
"""Digits of a number."""

_BETWEEN_WORDS = f"(?:{_NO_LETTER}|[0-9]|<[^<>]*>|%[0-9A-F][0-9A-F]|&[#0-9A-Z]+;|\\\\u[0-9]+)*"
"""All but letters, or what looks like letters: spaces, dots, tags."""

_LAST = 3
"""So many words of a name are looked for."""

_AT_ONCE = 500
"""So many names one pass looks for; eight times as many are too much for one."""

_NO_DIGITS = bytes(set(range(256)).difference(b"0123456789"))


class Glance:
    """Looks at pages for names in small letters, of one or several words, and for runs of at least seven digits."""

    def __init__(self, names: Iterable[str], numbers: Iterable[str]) -> None:
        wanted = sorted(set(map(_words, names)))
        some = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted) or 1, _AT_ONCE))
        self._may_say = [byte_scanner("|".join((*_hidden(), *_alone(names)))) for names in some]
        self._has_number = byte_scanner("|".join(sorted(numbers)) or "!")

    def may_name(self, page: bytes) -> bool:
        """False when neither a name nor a number can stand in a page, however it is written."""
        return any(may_say(page) for may_say in self._may_say) or self._has_number(page.translate(None, _NO_DIGITS))


def _hidden() -> Iterator[str]:
    """What may stand for letters or digits, or between them."""
    yield f"[^{CLEAR}]|&amp;[#A-Za-z]|{_DIGIT}[{FRACTIONS}]|[{FRACTIONS}]{_IN_NUMBER}[0-9{FRACTIONS}]"
    yield from (f"{re.escape(sign)}(?:{_but(one[1:] for one in HARMLESS if one[0] == sign)})" for sign in "%&\\")
    yield f"{_LETTER}{_SHY}(?:{_INLINE_TAG}{_SHY})+{_LETTER}"
    for before in range(1, _FEWEST):
        yield f"(?:{_DIGIT}){{{before}}}{_DIGITS_BETWEEN}(?:{_DIGIT}){{{_FEWEST - before}}}"


def _but(known: Iterable[str]) -> str:
    """What goes on in another way than all of these."""
    tails: dict[str, list[str]] = {}
    for one in known:
        tails.setdefault(one[0], []).append(one[1:])
    longer = (f"{re.escape(first)}(?:{_but(rest)})" for first, rest in tails.items() if all(rest))
    return "|".join((f"[^{re.escape(''.join(tails))}]", *longer))


def _words(name: str) -> tuple[str, ...]:
    """The last words of a name; one without letters may stand anywhere."""
    return tuple(word for word in re.split(r"[\W\d_]+", name) if word)[-_LAST:] or ("",)


def _written(word: str) -> str:
    """A word, however it is written."""
    signs = (_NOT_ASCII if sign > "~" else sign for sign in word)
    return _SHY.join(signs).replace(f"s{_SHY}s", f"(?:s{_SHY}s|ß|%c3%9f)")


def _said(names: Iterable[Sequence[str]]) -> str:
    """Names word by word; those that begin with the same word share it."""
    rest: dict[str, list[Sequence[str]]] = {}
    for first, *others in names:
        rest.setdefault(first, []).append(others)
    return "|".join(
        _written(first) + (f"{_BETWEEN_WORDS}(?:{_said(more)})" if all(more) else "") for first, more in rest.items()
    )


def _alone(names: Sequence[Sequence[str]]) -> Iterator[str]:
    """„Interessen“ do not name Essen."""
    if names:
        yield f"(?i:(?:^|{_NO_LETTER}|%[0-9a-f]{{2}})(?:{_said(names)})(?:{_NO_LETTER}|$))"
