"""Which field a column means, by the words in its heading."""

import csv
import re
from functools import cache
from pathlib import Path

ID, URL, FEES = "id", "url", "fees"


@cache
def fields() -> dict[str, str]:
    """Words → field, `id` and `url`; German and English."""
    with Path(__file__).with_name("headings.csv").open(encoding="utf-8", newline="") as file:
        return {word: row["field"] for row in csv.DictReader(file, delimiter=";") for word in row["words"].split("|")}


def field_of(heading: str) -> str | None:
    """The field of a column: „Leistungsschlüssel (LeiKa)“ and `leika_key` → `leika`; None for an unknown one."""
    known = fields()
    outside, brackets = _words(re.sub(r"\(.*?\)", " ", heading)), _words(heading)
    return known.get(outside) or known.get(brackets)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
