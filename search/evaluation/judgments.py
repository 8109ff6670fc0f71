"""Judged queries: what people type, and which services answer it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "judgments"
HALVES = ("dev", "test")
"""Analysis and ranking may be tried on `dev`; `test` says whether it holds. Each was written without the other."""

CLASSES = ("colloquial", "typo", "umlautless", "compound", "split", "business", "english", "exact", "question")


@dataclass(frozen=True, slots=True)
class Judgment:
    """One query with its graded services: 2 is what the person wants, 1 is fine too."""

    query: str
    kind: str
    grades: dict[str, int]


def read(half: str) -> list[Judgment]:
    """The judgments of one half; raises `ValueError` for an unknown class or grade, or when no answer is best."""
    entries = yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8"))
    judgments = [Judgment(str(entry["query"]), entry["class"], dict(entry["grades"])) for entry in entries]
    for judgment in judgments:
        grades = set(judgment.grades.values())
        if judgment.kind not in CLASSES or 2 not in grades or grades - {1, 2}:
            raise ValueError(f"{half}: {judgment}")
    return judgments
