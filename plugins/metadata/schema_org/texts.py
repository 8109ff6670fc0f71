"""Facts that stand in the words of a text: the entries of a list, questions with answers, how long something takes."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plugins.catalog.markdown import to_text, tokens
from plugins.metadata.schema_org.nodes import Node, node

_IN_A_LIST = 3
"""How deep markdown-it puts the words of an entry."""

_MAY_ASK = re.compile(r"^#+ .*\?[ #]*$|\?(?:\*\*|__)", re.MULTILINE)
_BOLD_QUESTION = re.compile(r"(\*\*|__)(?P<question>.+?\?)\1\s*(?P<answer>.*)", re.DOTALL)

_DURATION = re.compile(r"(\d+) (Minute|Stunde|Tag|Woche|Monat)(?:e|n|en)?\b")
_ISO = {"Minute": "PT{}M", "Stunde": "PT{}H", "Tag": "P{}D", "Woche": "P{}W", "Monat": "P{}M"}


def entries(text: str) -> list[str]:
    """The entries of the lists in a text, without marks; a text without a list is one entry."""
    listed = [to_text(token.content) for token in tokens(text) if token.type == "inline" and token.level >= _IN_A_LIST]
    return listed or [words for words in [to_text(text)] if words]


def duration(text: str) -> str | None:
    """The one duration of a text that is one sentence, as ISO 8601: „innerhalb von 3 Tagen“ → `P3D`.

    A range, working days and what depends on something stay words.
    """
    words = to_text(text)
    found = _DURATION.findall(words)
    if len(found) != 1 or len(re.findall(r"\d+", words)) != 1 or re.search(r"[.!?]\s", words):
        return None
    [(number, unit)] = found
    return _ISO[unit].format(number)


def questions(texts: Iterable[str]) -> list[Node]:
    """What is asked in headings or in bold lines, each with the words below it as its answer."""
    asked = (found for text in texts if _MAY_ASK.search(text) for found in _asked(text))
    return [
        node("Question", name=question, acceptedAnswer=node("Answer", text=" ".join(answer)))
        for question, answer in asked
        if answer
    ]


def _asked(text: str) -> Iterator[tuple[str, list[str]]]:
    question, answer = "", list[str]()
    for before, token in pairwise(tokens(text)):
        if token.type != "inline":
            continue
        bold = _BOLD_QUESTION.fullmatch(token.content)
        if before.type == "heading_open" or bold:
            yield from [(question, answer)] if question else []
            words = to_text(bold["question"] if bold else token.content)
            question, answer = words if words.endswith("?") else "", [bold["answer"]] if bold and bold["answer"] else []
        else:
            answer.append(to_text(token.content))
    yield from [(question, answer)] if question else []
