"""What in a text points to one person of the staff: a mail address, a mobile number, a name.

Offices have mailboxes; `anna.meier@` is a person. Words that are no names stand in `data/role_words.txt`, because
whom a town calls `buergerbuero.nord@` cannot be told from a list of first names. Names are those of all who work in a
town hall: Yılmaz, Ковальчук, Nguyễn Văn An, d’Angelo, McDonald.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.catalog.german import transliterate
from plugins.catalog.scanning import scanner

_WORDS = Path(__file__).with_name("data") / "role_words.txt"
_LETTERS = re.compile("[a-z-]+")
_VOWEL = re.compile("[aeiouy]")
_TITLES = frozenset(("dr", "prof", "frau", "herr"))

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NOTHING = "*\u00ad\u200b-\u200d\u2060"
_MARKUP = re.compile(
    f"[_<{_NOTHING}](?:(?<=[{_NOTHING}])[{_NOTHING}]*|(?<=_)(?<!\\w_)_*|(?<=_)_*(?!\\w)|(?<=<)/?[a-z]{{1,6}}>)"
)
"""What a browser shows nothing of; all that may begin it stands first, so that other letters are skipped at once."""
_has_markup = scanner(f"[_<{_NOTHING}]")

_AT = r"\s?(?:@|[(\[][aä]t[)\]])\s?"
_SPELLED_AT = re.compile(r"[(\[][aä]t[)\]]", re.IGNORECASE)
_MAIL = rf"(?i)(?<![\w.+-])([^\W\d][\w.+-]*){_AT}((?:[\w-]+\.)+[^\W\d_]{{2,}})"

_GAP = r"[\s./()\u2010-\u2014-]{0,3}"
_DIALLED = rf"1 ?(?:5 ?\d|6 ?[023]|7 ?\d)(?:{_GAP}\d){{6,8}}"
_MOBILE_DIGITS = re.compile(rf"[09]{_GAP}(?:0{_GAP})?{_DIALLED}")
_MOBILE = (
    rf"(?<![\w=&%/+-])(?<!\d{{4}} )(?<!\d[./-])(?:(?:\+|00)\s?49{_GAP}(?:0{_GAP})?|\(?0)"
    rf"{_DIALLED}(?![ ./-]?[1-9]|\d)"
)
_PHONE_BEFORE = re.compile(
    r"(?:tel|fon|handy|mobil|ruf|wahl|whatsapp|dienst|bereitschafts)[\w.]*[\s-]*(?:nr|nummer)\.?\W*$", re.IGNORECASE
)
_KEY_BEFORE = re.compile(r"(?i:zeichens?|\wnummer|konto|\b(?:az|nr|iban|id))\b\.?[\s:]{0,2}[\dA-Z /.-]{0,30}$")

_UPPER = "".join(letter for letter in map(chr, range(0x2000)) if letter.isupper())
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f])"
_SPACE = r"(?:[^\S\n]{1,2}|[^\S\n]?\n[^\S\n]?)"
_TITLE = rf"(?:(?:Dr|Prof|Dipl|Ing|med|jur|rer|nat|phil)\b[.-]*{_SPACE}?)*"
_OF = (
    rf"(?:(?:v\.|(?:von|van|vom|zu|zur|zum|ter|ten|de|del|di|da|la|le|el|al)\b)(?:{_SPACE}(?:de[rnm]?|la)\b)?{_SPACE})?"
)
_ELIDED = "(?:[dDlLO]['\u2019])?"
_NAME = rf"(?:[{_UPPER}]\.{_SPACE}?)*{_ELIDED}[{_UPPER}]{_LETTER}+(?:[-\u2010\u2011'\u2019]{_LETTER}{{2,}})*"
_FULL_NAME = rf"{_TITLE}{_OF}{_NAME}(?:[^\S\n]{{1,2}}{_OF}{_NAME}){{0,2}}"
_ADDRESSED = rf"\b(?:Herrn?|Frau|Hr\.|Fr\.|Mrs?\b\.?|Ms\b\.?){_SPACE}({_FULL_NAME})"
_SALUTED = r"Herr|Frau|Hr\.|Fr\.|Mr|Ms"
_CALLED = "Ansprech|Sachbearbeit|Kontaktperson"
_is_saluted, _is_called = scanner(_SALUTED), scanner(_CALLED)
_CONTACT = (
    r"\b(?:Ansprech(?:partner|person)|Sachbearbeit(?:er|ung)|Kontaktperson)(?:in|en|nen|[:_/(]-?in(?:nen)?\)?)?"
    rf"\s?[:|]\s{{0,2}}({_FULL_NAME}(?:,\s{_NAME})?)"
)

_SPACED = r"[\s\x1c-\x1f./()\u2010-\u2014-]*"
"""Between digits, also where a file begins a new line inside a value."""

_MAY_BE_DIALLED = rf"[09]{_SPACED}(?:0{_SPACED})?1{_SPACED}[567](?:{_SPACED}\d){{7}}"
_MAY_BE_MARKUP = rf"[<{_NOTHING}]|(?:^|[^0-9A-Za-z])_|_(?:[^0-9A-Za-z]|$)"
MAY_HINT = rf"[&\\@]|{_MAY_BE_MARKUP}|(?i:{_SPELLED_AT.pattern})|{_MAY_BE_DIALLED}|{_SALUTED}|{_CALLED}"
"""What stands in few texts, for `scanner`: without it nothing is a trace, or is shown in another way than it is
written. A file that holds none of it, holds no trace in any of its values, however it writes them."""

_may_hint = scanner(MAY_HINT)


@dataclass(frozen=True, order=True, slots=True)
class Trace:
    """Where a person shows in a text; `kind` is `mail`, `mobile` or `name`, `line` counts from 0."""

    start: int
    kind: str
    shown: str
    line: int


def may_show(text: str) -> bool:
    """False when no trace can be in a text, nor in any of several that are joined by line breaks: so of most."""
    if not _may_hint(text):
        return False
    seen = _as_read(text)
    return _has_mail(seen) or _has_mobile(seen) or _is_saluted(seen) or _is_called(seen)


def traces(text: str) -> tuple[Trace, ...]:
    """All traces of persons as readers see them, in their order; what overlaps another one counts as part of it."""
    seen = _as_read(text)
    found: list[Trace] = []
    for start, end, kind in sorted(_all(seen)):
        if not found or start >= found[-1].start + len(found[-1].shown):
            found.append(Trace(start, kind, seen[start:end], seen.count("\n", 0, start)))
    return tuple(found)


def _as_read(text: str) -> str:
    """The text as browsers show it: `anna&#46;meier` and `anna\\.meier` are `anna.meier`, `**Meier**` is Meier."""
    said = html.unescape(text)
    said = _ESCAPED.sub(r"\1", said) if "\\" in said else said
    return _MARKUP.sub("", said) if _has_markup(said) else said


def _has_mail(text: str) -> bool:
    return "@" in text or (("t)" in text or "t]" in text) and bool(_SPELLED_AT.search(text)))


def _has_mobile(text: str) -> bool:
    return ("01" in text or "0 1" in text or "49" in text) and bool(_MOBILE_DIGITS.search(text))


def _all(text: str) -> Iterator[tuple[int, int, str]]:
    """A look for single letters first: most texts have no trace, and there are very many texts."""
    if _has_mail(text):
        yield from ((*one.span(), "mail") for one in re.finditer(_MAIL, text) if is_personal(one[1], one[2]))
    if _has_mobile(text):
        yield from ((*one.span(), "mobile") for one in re.finditer(_MOBILE, text) if _is_phone(text, one.start()))
    if _is_saluted(text):
        addressed = re.finditer(_ADDRESSED, text)
        yield from ((one.start(), _end(one), "name") for one in addressed if not all(_roles(one[1])))
    if _is_called(text):
        named = re.finditer(_CONTACT, text)
        yield from ((*one.span(1), "name") for one in named if not any(_roles(one[1])))


def _is_phone(text: str, start: int) -> bool:
    """False for what only looks so: „Aktenzeichen 0151 23456789“ is the number of a file."""
    before = text[max(0, start - 50) : start].rpartition("\n")[2]
    return bool(_PHONE_BEFORE.search(before)) or not _KEY_BEFORE.search(before)


def _roles(name: str) -> list[bool]:
    """Of each word of a name, whether it is none; an abbreviation such as DRK is none."""
    words = [word for word in re.split(r"[^\w\u0300-\u036f]+", name) if word[1:]]
    return [_is_no_name(word) for word in words if transliterate(word) not in _TITLES]


def _is_no_name(word: str) -> bool:
    plain = transliterate(word)
    is_abbreviation = word.isupper() and word.isascii() and not _VOWEL.search(plain)
    return is_abbreviation or _is_listed(plain)


def _end(found: re.Match[str]) -> int:
    """Where a name is over: „Frau Meier Telefon“ has one word too many."""
    words = list(re.finditer(r"\S+", found[1]))
    while words[1:] and len(words[-1][0]) > 2 and _is_no_name(words[-1][0]):
        words.pop()
    return found.start(1) + words[-1].end()


def is_personal(mailbox: str, host: str = "") -> bool:
    """True for `anna.meier`, `a.meier`, `anna-meier`; false for one word, or where any word is a role or the place."""
    parts = _parts(transliterate(mailbox).rstrip("0123456789"))
    names = [part for part in parts if part not in _TITLES]
    if len(parts) not in (2, 3) or max(map(len, names), default=0) < 3 or not all(map(_LETTERS.fullmatch, names)):
        return False
    place = re.split(r"[.-]", host.casefold())
    return not any(is_role(word) or word in place for name in names for word in name.split("-") if word[1:])


def _parts(mailbox: str) -> list[str]:
    """The names in a mailbox; a hyphen divides them where nothing else does and both are longer than `e-` or `st-`."""
    parts = [part for part in re.split(r"[._]", mailbox) if part]
    divided = mailbox.split("-")
    return divided if len(parts) == 1 and min(map(len, divided)) > 2 else parts


def is_role(word: str) -> bool:
    """True for a word that names an office, a task or a place: `standesamt`, `sued`, `kvr`; in ASCII and lower case."""
    return not _VOWEL.search(word) or _is_listed(word)


def _is_listed(word: str) -> bool:
    words, endings = _role_words()
    return word in words or (word.endswith(endings) and word not in endings)


@cache
def _role_words() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = [line for line in _WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    endings = tuple(line[1:] for line in lines if line.startswith("-"))
    return frozenset(line for line in lines if not line.startswith("-")), endings
