"""What a page looks like, so that an error page that calls itself a success is known again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, ParserRejectedMarkup

from plugins.links.fetching import Answer

_ALIKE = 0.9
_SHINGLE = 3
_FOR_SALE = re.compile(
    r"domain (?:is|may be|ist) (?:for sale|zu verkaufen)|domain steht zum verkauf|buy this domain|diese domain kaufen"
    r"|sedoparking|parkingcrew|this domain is parked|domain geparkt",
)
_CHALLENGE = re.compile(
    r"captcha|cf-chl|challenge-platform|just a moment|checking your browser|verify you are human|incapsula"
    r"|request rejected|access denied|zugriff verweigert|web application firewall",
)


@dataclass(frozen=True, slots=True)
class Look:
    """A page by its title, the length of its text, and the groups of three words in it."""

    title: str
    length: int
    shingles: frozenset[tuple[str, ...]]

    def is_like(self, other: "Look") -> bool:
        """True when the same page may have been sent twice, but for a word here and there."""
        if self.title != other.title or min(self.length, other.length) < _ALIKE * max(self.length, other.length):
            return False
        every = self.shingles | other.shingles
        return len(self.shingles & other.shingles) >= _ALIKE * len(every)


def look(answer: Answer, path: str) -> Look | None:
    """How a page looks, without its own path, which error pages like to repeat; None for what is no readable HTML."""
    if "html" not in answer.headers.get("content-type", ""):
        return None
    try:
        soup = BeautifulSoup(answer.body.decode("utf-8", "replace"), "html.parser")
    except ParserRejectedMarkup:
        return None
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    for tag in soup(["script", "style"]):
        tag.decompose()
    text = " ".join(_without(path, soup.get_text(" ")).split())
    return Look(_without(path, title), len(text), frozenset(_shingles(text.split())))


def _without(path: str, text: str) -> str:
    own = path.strip("/")
    return re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", " ", text) if own else text


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every group of three words, or all words when there are fewer."""
    for start in range(max(1, len(words) - _SHINGLE + 1)):
        yield tuple(words[start : start + _SHINGLE])


def is_for_sale(answer: Answer) -> bool:
    """True for a page on which somebody offers the domain."""
    return bool(_FOR_SALE.search(_lower(answer)))


def is_challenge(answer: Answer) -> bool:
    """True when a guard asks for a proof that we are no robot: the page behind it may well be there."""
    named = "www-authenticate" in answer.headers or answer.headers.get("cf-mitigated") == "challenge"
    return named or bool(_CHALLENGE.search(_lower(answer)))


def _lower(answer: Answer) -> str:
    return answer.body.decode("utf-8", "replace").casefold()
