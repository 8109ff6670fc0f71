"""The searchable fields of a document as text, and the words in them as they are written."""

import re
from collections.abc import Iterator

from search import analysis
from search.documents import SearchDocument

_WRITTEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def names(document: SearchDocument) -> tuple[str, ...]:
    """Title, titles in other languages, synonyms: what a query may match as a whole."""
    return (document.title, *document.other_titles, *document.synonyms)


def texts(document: SearchDocument) -> dict[str, str]:
    """Name of the field → its text, in the order of their worth."""
    return {
        "title": document.title,
        "synonyms": "\n".join(names(document)[1:]),
        "official_name": document.official_name,
        "summary": document.summary,
        "body": document.body,
    }


def worded(document: SearchDocument) -> dict[str, list[str]]:
    """Name of the field → its folded words."""
    return {name: analysis.words(text) for name, text in texts(document).items()}


def written_words(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text: as it is written, and folded; what has hyphens is a word for each side too."""
    for written in _WRITTEN.findall(text):
        yield from ((part, folded) for part in written.split("-") for folded in analysis.words(part))
