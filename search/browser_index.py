"""Documents → the one file that the search in the browser loads, and back.

The file is JSON: `index` is a lunr index (version 2.3.9) whose references are positions in `documents`;
`documents` holds the `Row` of each; `phrases` holds the title and the synonyms of each
document as terms; `stopwords` are the folded words the analysis skips. The terms of the index are the vocabulary that
compounds are split with: every part of a compound is itself the stem of a word of the content.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token import Token
from lunr.token_set import TokenSet

from search import analysis
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.ranking import Searchable

BOOSTS = {"title": 10, "synonyms": 8, "official_name": 4, "summary": 3, "body": 1}
"""The searchable fields and what a match in them is worth."""

Row = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What is shown of a document: url, title, summary, provider, kinds of ways in, audience, topics."""

PIPELINE = "fundstelle-german"
"""Our pipeline function has the same name in Python and in JavaScript; lunr's own German one is never used."""


def _stem(token: Token, _position: int, _tokens: Sequence[Token]) -> Token:
    return token.update(lambda word, _metadata: analysis.stem(word))


Pipeline.register_function(_stem, PIPELINE)


BY_RULE = 0.3
"""What a match in a service that nobody wrote is worth beside one in a written service."""

REPETITION = 0.5
"""The k1 of BM25: below lunr's 1.2, because five synonyms with the same word are no better match than one."""

CACHED_WORDS = 50_000
"""How many words the build splits only once."""


def build(documents: Sequence[SearchDocument]) -> bytes:
    """The search file of these documents; the same documents in the same order give the same bytes."""
    content = {
        "index": _index(documents).serialize(),
        "documents": [_row(one) for one in documents],
        "phrases": [_phrases(one) for one in documents],
        "stopwords": sorted(analysis.STOPWORDS),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def load(file: bytes) -> Searchable:
    """A search file as the browser reads it."""
    content = json.loads(file)
    index = Index.load(content["index"])
    phrases = [[phrase.split(" ") for phrase in phrases] for phrases in content["phrases"]]
    return Searchable(index, Vocabulary.of(index.inverted_index), phrases)


def _row(one: SearchDocument) -> Row:
    return one.url, one.title, one.summary, one.provider, one.ways, one.audience, one.topics


def _phrases(document: SearchDocument) -> list[str]:
    """Title and synonyms, each as its different terms: what a query may match as a whole."""
    phrases = (" ".join(dict.fromkeys(analysis.terms(text))) for text in _names(document))
    return [phrase for phrase in dict.fromkeys(phrases) if phrase]


def _names(document: SearchDocument) -> tuple[str, ...]:
    return (document.title, *document.other_titles, *document.synonyms)


def _index(documents: Sequence[SearchDocument]) -> Index:
    if not documents:  # lunr divides by their number
        return Index({}, {}, TokenSet(), list(BOOSTS), Pipeline.load([PIPELINE]))
    builder = Builder()
    builder.ref("position")
    builder.k1(REPETITION)
    builder.search_pipeline.add(_stem)
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    worded = [_fields(document) for document in documents]
    parts = lru_cache(maxsize=CACHED_WORDS)(_vocabulary(worded).parts)
    for position, fields in enumerate(worded):
        terms = {name: list(_with_parts(words, parts)) for name, words in fields.items()}
        builder.add({"position": position, **terms}, {"boost": BY_RULE if documents[position].is_by_rule else 1})
    return builder.build()


def _fields(document: SearchDocument) -> dict[str, list[str]]:
    """Each field as a list of words: lunr takes the entries of a list as they are and splits nothing."""
    return {
        "title": analysis.words(document.title),
        "synonyms": [word for name in _names(document)[1:] for word in analysis.words(name)],
        "official_name": analysis.words(document.official_name),
        "summary": analysis.words(document.summary),
        "body": analysis.words(document.body),
    }


def _vocabulary(worded: Sequence[dict[str, list[str]]]) -> Vocabulary:
    return Vocabulary.of({analysis.stem(word) for fields in worded for words in fields.values() for word in words})


def _with_parts(words: Sequence[str], parts: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    """The stem of each word and, after it, those of its parts."""
    for word in words:
        stem = analysis.stem(word)
        yield stem
        yield from (part for part in parts(word) if part != stem)
