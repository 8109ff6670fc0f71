"""Queries for comparing Python and the browser: all judged ones, and a thousand made of words of the content."""

import random
from collections.abc import Sequence

from search import analysis
from search.documents import SearchDocument
from search.evaluation import judgments


def judged_and_generated(services: Sequence[SearchDocument]) -> list[str]:
    """The same queries every time."""
    judged = [judgment.query for half in judgments.HALVES for judgment in judgments.read(half)]
    chance = random.Random(3)  # noqa: S311
    words = sorted({word for one in services for word in analysis.words(f"{one.title} {one.summary}")})
    generated = [_mistyped(" ".join(chance.sample(words, chance.randint(1, 4))), chance) for _ in range(1_000)]
    return judged + generated


def _mistyped(text: str, chance: random.Random) -> str:
    """The text with a space, a letter less, or nothing changed, at a place of chance."""
    place = chance.randrange(len(text))
    return chance.choice([text, text[:place] + text[place + 1 :], f"{text[:place]} {text[place:]}", text[: place + 1]])
