"""Texts of editors for other systems: Markdown whose links lead on from anywhere, and words without marks."""

import re
from functools import lru_cache

from markdown_it.token import Token

from plugins.catalog import markdown
from plugins.catalog.markdown import Surroundings
from plugins.catalog.ordinary import REMEMBERED

_LINK = re.compile(r"(?<!\\)(!?)\[((?:\\.|[^\[\]\\])*)\]\(<?([^()<>\s]+)>?\)")
_AFTER = {"td_close": " | ", "th_close": " | ", "tr_close": "\n", "paragraph_close": "\n", "heading_close": "\n"}


def absolute(text: str, around: Surroundings) -> str:
    """The Markdown with full addresses; of a link that leads nowhere here the words stay, and so of a picture."""

    def led(found: re.Match[str]) -> str:
        mark, words, written = found.groups()
        address = around.address(written)
        return f"{mark}[{words}]({address})" if address else words

    return _LINK.sub(led, text)


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """The words, one line for each paragraph, entry and row of a table."""
    lines = "".join(map(_said, markdown.tokens(text))).splitlines()
    return "\n".join(words for line in lines if (words := line.strip(" |")))


def _said(token: Token) -> str:
    if token.type == "list_item_open":
        return f"{token.info}. " if token.info else "- "
    if token.children is not None:
        return markdown.words(token)
    return token.content or _AFTER.get(token.type, "")
