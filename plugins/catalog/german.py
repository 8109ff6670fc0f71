"""German letters: file names, alphabetical order, „Meinten Sie …?“."""

import difflib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from textwrap import shorten

_SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("æ", "ae"), ("ø", "oe"), ("œ", "oe"))

MAY_BE_SPELLED_OTHERWISE = r"[^\x00-\x7f\xa0§äöüÄÖÜßàáâèéêòóôùúû‐-—‘-„…€]"
"""What `transliterate` may make other letters of than ASCII and umlauts say, for `scanner`."""


def transliterate(text: str) -> str:
    """Lower-case ASCII as Germans spell it without umlauts: „Straße“ → „strasse“, „Übung“ → „uebung“."""
    spelled = unicodedata.normalize("NFKC", text).casefold()
    for letter, letters in _SPELLED_OUT if not spelled.isascii() else ():
        spelled = spelled.replace(letter, letters)
    return spelled if spelled.isascii() else unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()


def slug(text: str) -> str:
    """A file name from a title: „Hund anmelden“ → „hund-anmelden“; empty when nothing is left."""
    words = "".join(letter if letter.isalnum() else " " for letter in transliterate(text)).split()
    return "-".join(words)


@lru_cache(2**14)
def shortened(text: str, width: int, ending: str = " …") -> str:
    """One line of whole words; `textwrap` is asked only where some have to go, because it takes words apart first."""
    line = " ".join(text.split())
    return line if len(line) <= width else shorten(line, width, placeholder=ending)


@cache
def sort_key(text: str) -> tuple[str, str]:
    """Dictionary order after DIN 5007-1: ä sorts as a, ß as ss; equal words keep a fixed order."""
    plain = text.casefold()
    if not plain.isascii():
        plain = plain.replace("ä", "a").replace("ö", "o").replace("ü", "u")
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return plain, text


@cache
def first_letter(text: str) -> str:
    """The letter under which a word stands in an A–Z; „#“ for what begins with no letter."""
    letter = sort_key(text)[0][:1].upper()
    return letter if "A" <= letter <= "Z" else "#"


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar known word, or the empty string."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.72)), "")


def misspelled(name: str, known: Iterable[str]) -> str:
    """The known name that differs in one or two letters, or the empty string: for names where similar is not same."""
    found = min(((_distance(name, other), other) for other in sorted(known)), default=(3, ""))
    return found[1] if found[0] <= 2 else ""


def _distance(one: str, other: str) -> int:
    """How many letters to change, to add or to leave out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for column, wanted in enumerate(other):
            row.append(min(above[column] + (letter != wanted), above[column + 1] + 1, row[column] + 1))
    return row[-1]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """„Meinten Sie „audience“?“ for the nearest known word, or nothing."""
    found = nearest(word, known)
    return f"Meinten Sie „{found}“?" if found else ""
