"""Facts that stand in the words of a text: questions with answers, how long something takes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from plugins.catalog.markdown import to_text, tokens, words
from plugins.metadata.schema_org.nodes import REMEMBERED, Node, node

_MAY_ASK = re.compile(r"\?[ #]*$|\?(?:\*\*|__)", re.MULTILINE)
_MAY_HEAD = re.compile(r"#|\*\*|__|[=-][ \t]*$", re.MULTILINE)
"""What a heading has, or the line below it, or a line in bold."""

_BOLD_LINE = re.compile(r"(\*\*|__)(?P<heading>[^\n]+?)\1(?:\n(?P<rest>.+))?", re.DOTALL)
_IS_ASKED = re.compile(
    r"^(?:(?:Wer|Wen|Wem|Wessen|Was|Wie|Wo|Wann|Warum|Wieso|Weshalb|Welche[mnrs]?|Wo(?:r?an|r?auf|durch|für|her|hin|mit)"
    r"|Who|Whose|What|When|Where|Why|Which|How)\b.*|.*\b(?:ich|I)\b.*)\?$"
)

_DURATION = re.compile(r"(\d+) (Minute|Stunde|Tag|Woche|Monat)(?:e|n|en)?\b")
_LEAVES_OPEN = re.compile(r"[.!?]\s|\b(?:mindestens|länger)\b")
_ISO = {"Minute": "PT{}M", "Stunde": "PT{}H", "Tag": "P{}D", "Woche": "P{}W", "Monat": "P{}M"}


def duration(text: str) -> str | None:
    """The one duration of a text that is one sentence, as ISO 8601: „innerhalb von 3 Tagen“ → `P3D`.

    A range, working days, „mindestens“ and a second sentence stay words.
    """
    said = to_text(text)
    found = _DURATION.findall(said)
    if len(found) != 1 or len(re.findall(r"\d+", said)) != 1 or _LEAVES_OPEN.search(said):
        return None
    [(number, unit)] = found
    return _ISO[unit].format(number)


@lru_cache(REMEMBERED)
def questions(texts: tuple[str, ...]) -> list[Node]:
    """What readers ask in headings or in bold lines, each with the words below it as its answer.

    What a text asks its readers („Haben Sie einen großen Hund?“) is no question of theirs.
    """
    if "?" not in "".join(texts):
        return []
    asked = (found for text in texts if _may_ask(text) for found in _headed(text))
    return [
        node("Question", name=heading, acceptedAnswer=node("Answer", text=" ".join(answer)))
        for heading, answer in asked
        if answer and _IS_ASKED.search(heading)
    ]


def _may_ask(text: str) -> bool:
    return "?" in text and _MAY_ASK.search(text) is not None and _MAY_HEAD.search(text) is not None


def _headed(text: str) -> Iterator[tuple[str, list[str]]]:
    """Headings and lines in bold with the paragraphs below each of them."""
    heading, below = "", list[str]()
    for before, token in pairwise(tokens(text)):
        if token.type != "inline":
            continue
        bold = _BOLD_LINE.fullmatch(token.content)
        if before.type == "heading_open" or bold:
            yield heading, below
            heading = to_text(bold["heading"]) if bold else words(token)
            below = [to_text(bold["rest"])] if bold and bold["rest"] else []
        else:
            below.append(words(token))
    yield heading, below
