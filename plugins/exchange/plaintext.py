"""Text from foreign systems as our fields take it: one line, no invisible characters, no marks, not too long."""

import re
import unicodedata
from collections.abc import Iterable

from plugins.catalog.encodings import INVISIBLE

_INVISIBLE = re.compile(rf"{INVISIBLE.pattern}|[\xad\u200c\u200d]")
_BRACKETS = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")"})
_MARKER = re.compile(r"^(?:[#>*+=~`-]+|\d{1,9}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\"‚(])")
_NO_SENTENCE_END = re.compile(
    r"(?:^|[\s(])(?:\d+|[A-Za-zÄÖÜäöü]|Nr|Abs|Art|Ziff|bzw|ggf|evtl|ca|etc|usw|inkl|max|mind|Tel|St|Dr|Prof|vgl|Std)\.$"
)


def without_invisible(text: str) -> tuple[str, int]:
    """The text in NFC without the characters that the catalog refuses, and how many were removed."""
    cleaned, count = _INVISIBLE.subn("", text)
    return unicodedata.normalize("NFC", cleaned), count


def one_line(text: str) -> str:
    """The text with single spaces, and no brackets that could be read as HTML or as a link."""
    return " ".join(text.translate(_BRACKETS).split())


def shortened(text: str, limit: int) -> str:
    """The text, cut at the end of a word if it is longer than `limit`; the cut shows as „…“."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return words.rstrip(" ,;:–-(/") + "…"


def sentences(text: str) -> list[str]:
    """The sentences of a line; abbreviations and ordinals („24. Lebensjahr“) end none."""
    found: list[str] = []
    for part in _SENTENCE_END.split(text):
        if found and _NO_SENTENCE_END.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def summary(lines: Iterable[str], limit: int = 200) -> str:
    """The first sentences that fit, from the first line that states something; empty when there is no text."""
    candidates = [cleaned for line in lines if (cleaned := _MARKER.sub("", one_line(line)).lstrip("#=~`*+- "))]
    first = next((line for line in candidates if line.endswith((".", "!"))), next(iter(candidates), ""))
    kept = ""
    for sentence in sentences(first[: 2 * limit]):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > limit:
            break
        kept = longer
    return _closed(kept) or shortened(first, limit)


def _closed(text: str) -> str:
    """A sentence that only introduces a list ends with dots."""
    return f"{text[:-1].rstrip()} …" if text.endswith(":") else text
