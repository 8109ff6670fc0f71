"""Documents → the one file that the search in the browser loads, and back.

The file is JSON: `index` is a lunr index (version 2.3.9) whose references are positions in `documents`;
`documents` holds `[url, title, summary, provider, ways]` each; `stopwords` are the folded words the analysis skips.
"""

import json
from collections.abc import Sequence
from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token import Token
from lunr.token_set import TokenSet

from search import analysis
from search.documents import SearchDocument

BOOSTS = {"title": 10, "synonyms": 8, "official_name": 4, "summary": 3, "body": 1}
"""The searchable fields and what a match in them is worth."""

PIPELINE = "fundstelle-german"
"""Our pipeline function has the same name in Python and in JavaScript; lunr's own German one is never used."""


def _stem(token: Token, _position: int, _tokens: Sequence[Token]) -> Token:
    return token.update(lambda word, _metadata: analysis.stem(word))


Pipeline.register_function(_stem, PIPELINE)


def build(documents: Sequence[SearchDocument]) -> bytes:
    """The search file of these documents; the same documents in the same order give the same bytes."""
    content = {
        "index": _index(documents).serialize(),
        "documents": [[one.url, one.title, one.summary, one.provider, one.ways] for one in documents],
        "stopwords": sorted(analysis.STOPWORDS),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def load(file: bytes) -> Index:
    """The lunr index inside a search file, as the browser loads it."""
    return Index.load(json.loads(file)["index"])


def _index(documents: Sequence[SearchDocument]) -> Index:
    if not documents:  # lunr divides by their number
        return Index({}, {}, TokenSet(), list(BOOSTS), Pipeline.load([PIPELINE]))
    builder = Builder()
    builder.ref("position")
    builder.pipeline.add(_stem)
    builder.search_pipeline.add(_stem)
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for position, document in enumerate(documents):
        builder.add({"position": position} | _fields(document))
    return builder.build()


def _fields(document: SearchDocument) -> dict[str, Any]:
    """Each field as a list of words: lunr takes the entries of a list as they are and splits nothing."""
    return {
        "title": analysis.words(document.title),
        "synonyms": [word for synonym in document.synonyms for word in analysis.words(synonym)],
        "official_name": analysis.words(document.official_name),
        "summary": analysis.words(document.summary),
        "body": analysis.words(document.body),
    }
