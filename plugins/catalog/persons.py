"""What in a text points to one person of the staff: a mail address, a mobile number, a name.

Offices have mailboxes; `anna.meier@` is a person. Words that are no names stand in `data/role_words.txt`, because
whom a town calls `buergerbuero.nord@` cannot be told from a list of first names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.catalog.german import transliterate

_WORDS = Path(__file__).with_name("data") / "role_words.txt"
_LETTERS = re.compile("[a-z-]+")
_VOWEL = re.compile("[aeiouy]")
_TITLES = frozenset(("dr", "prof", "frau", "herr"))

_MAIL = re.compile(r"(?<![\w.+-])([^\W\d][\w.+-]*)\s?(?:@|\(at\)|\[at\])\s?((?:[\w-]+\.)+[^\W\d_]{2,})", re.IGNORECASE)
_LINK = re.compile(r"\[[^\[\]\n]*\]\((mailto|tel):([^()\s]*)\)")
_GAP = r"[\s./()\u2010-\u2014-]{0,3}"
_MOBILE = re.compile(
    rf"(?<![\w=&%/+-])(?<!\d{{4}} )(?:(?:\+|00)\s?49{_GAP}(?:0{_GAP})?|\(?0)"
    rf"1 ?(?:5 ?\d|6 ?[023]|7 ?\d)(?:{_GAP}\d){{6,8}}(?!\d)"
)
_TITLE = r"(?:(?:Dr|Prof|Dipl|Ing|med|jur|rer|nat|phil)\b[.-]*\s?)*"
_OF = r"(?:(?:von|van|vom|de|der|den|zu|zur)\s){0,2}"
_NAME = r"(?:[A-ZÄÖÜ]\.\s?)?[A-ZÄÖÜ][a-zäöüßéèç]+(?:[-'’][A-ZÄÖÜ][a-zäöüßéèç]+)*"
_FULL_NAME = rf"{_TITLE}{_OF}{_NAME}(?:\s{_OF}{_NAME})?"
_ADDRESSED = re.compile(rf"\b(?:Herrn?|Frau|Hr\.|Fr\.|Mrs?\b\.?|Ms\b\.?)\s{{1,2}}({_FULL_NAME})")
_BEFORE_A_NAME = ("Herr", "Frau", "Hr.", "Fr.", "Mr", "Ms", "Ansprech", "Sachbearbeit", "Kontaktperson")
_CONTACT = re.compile(
    r"\b(?:Ansprech(?:partner|person)|Sachbearbeit(?:er|ung)|Kontaktperson)(?:in|en|nen|[*:_/(]-?in(?:nen)?\)?)?"
    rf"\*{{0,2}}\s?[:|]\*{{0,2}}\s{{0,2}}({_FULL_NAME}(?:,\s{_NAME})?)"
)


@dataclass(frozen=True, order=True, slots=True)
class Trace:
    """Where a person shows in a text; `kind` is `mail`, `mobile` or `name`, `mailto` or `tel` for a whole link."""

    start: int
    end: int
    kind: str


def traces(text: str) -> tuple[Trace, ...]:
    """All traces of persons, in their order; those that overlap another one count as part of it."""
    found: list[Trace] = []
    for trace in sorted(_all(text)):
        if not found or trace.start >= found[-1].end:
            found.append(trace)
    return tuple(found)


def _all(text: str) -> Iterator[Trace]:
    """A look for single letters first: most texts have no trace, and there are very many texts."""
    if "@" in text or "(at)" in text or "[at]" in text:
        yield from (Trace(*one.span(), "mail") for one in _MAIL.finditer(text) if is_personal(one[1], one[2]))
    if "](" in text:
        links = (one for one in _LINK.finditer(text) if traces(one[2]))
        yield from (Trace(*one.span(), one[1]) for one in links)
    if "01" in text or "0 1" in text or "49" in text:
        yield from (Trace(*one.span(), "mobile") for one in _MOBILE.finditer(text))
    if any(word in text for word in _BEFORE_A_NAME):
        yield from (Trace(one.start(), _end(one), "name") for one in _ADDRESSED.finditer(text) if not all(_roles(one)))
        yield from (Trace(*one.span(1), "name") for one in _CONTACT.finditer(text) if not any(_roles(one)))


def _roles(found: re.Match[str]) -> list[bool]:
    """Of each word of a name, whether it is none."""
    words = re.split(r"[^a-z]+", transliterate(found[1]))
    return [is_role(word) for word in words if word[1:] and word not in _TITLES]


def _end(found: re.Match[str]) -> int:
    """Where a name is over: „Frau Meier Telefon“ has one word too many."""
    before, _, last = found[1].rpartition(" ")
    return found.start(1) + len(before) if before and is_role(transliterate(last)) else found.end()


def without(text: str, instead: Mapping[str, str]) -> str:
    """The text with words by kind of trace in place of each: `anna.meier@…` → the mailbox of the town."""
    for trace in reversed(traces(text)):
        text = text[: trace.start] + instead[trace.kind] + text[trace.end :]
    return text


def is_personal(mailbox: str, host: str = "") -> bool:
    """True for `anna.meier`, `a.meier`, `dr.meier`; false for one word, and where any word is a role or the place."""
    parts = [part for part in re.split(r"[._]", transliterate(mailbox).rstrip("0123456789")) if part]
    names = [part for part in parts if part not in _TITLES]
    if len(parts) not in (2, 3) or max(map(len, names), default=0) < 3 or not all(map(_LETTERS.fullmatch, names)):
        return False
    place = re.split(r"[.-]", host.casefold())
    return not any(is_role(word) or word in place for name in names for word in name.split("-") if word[1:])


def is_role(word: str) -> bool:
    """True for a word that names an office, a task or a place: `standesamt`, `sued`, `kvr`; in ASCII and lower case."""
    words, endings = _role_words()
    return word in words or not _VOWEL.search(word) or (word.endswith(endings) and word not in endings)


@cache
def _role_words() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = [line for line in _WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    endings = tuple(line[1:] for line in lines if line.startswith("-"))
    return frozenset(line for line in lines if not line.startswith("-")), endings
