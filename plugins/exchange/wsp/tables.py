"""What follows from words of the list: the level of an authority, whether a service is available, topics."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.catalog.records import Level

FALLBACK_TOPICS = ("gewerbe",)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who is competent: the level, the tidy words, and whether these name one body."""

    level: Level
    competent: str | None
    is_one_body: bool = True


def authority(words: str) -> Authority | None:
    """What is known of an authority; None when no word of it is known."""
    found = _first("authorities.csv", words)
    if found is None:
        return None
    return Authority(Level(found["level"]), found["competent"] or None, found["one_body"] == "true")


def remark(words: str) -> tuple[bool, str | None]:
    """Whether the service is available here, and what the list warns of."""
    found = _first("remarks.csv", words)
    return (found["available"] == "true", found["warning"]) if found else (True, None)


def topics(words: str) -> tuple[tuple[str, ...], str]:
    """The topics of a landing page and the word that says so; the word is empty when there is none."""
    found = _first("words.csv", words)
    return (tuple(found["topics"].split()), found["word"]) if found else (FALLBACK_TOPICS, "")


def _first(table: str, words: str) -> dict[str, str] | None:
    """The first line whose word occurs; `_` in the table is the edge of a word."""
    lowered = words.lower()
    plain = " ".join(["", *re.findall(r"[^\W_]+", lowered), ""])
    return next((row for row in rows(table) if _occurs(row["word"], lowered, plain)), None)


def _occurs(word: str, lowered: str, plain: str) -> bool:
    return word.replace("_", " ") in plain if "_" in word else word in lowered


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The lines of a table in their order."""
    with Path(__file__).with_name(table).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))
