"""The same documents in a Whoosh index: a second opinion beside the ranking of the browser, and words that were meant.

The index lives in memory and ends with the process. Whoosh keeps pickles in its files, so none is ever read from
elsewhere. Only what Whoosh 2.7.4, Whoosh-Reloaded and whoosh3 share is used.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import Index
from whoosh.query import Or, Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from search import analysis, fields
from search.analysis import Vocabulary
from search.documents import SearchDocument
from search.postings import BOOSTS
from search.query import FUZZY_FROM, PREFIX_FROM, Word, query_words, within_one_edit

WORDS = "words"
"""The field of folded words as they are written, for what was meant: a stem is no word to show."""

WHOLE, FORM, PART, ALIKE = 1.0, 0.6, 0.5, 0.3
"""What a whole term of the query, another form, the part of a compound, and a beginning or a typing error is worth."""

SUGGESTIONS, TWO_ERRORS_FROM = 3, 8
"""How many words are suggested at most, and from how many letters with two typing errors."""


@dataclass(frozen=True)
class Workbench:
    """The documents and their Whoosh index, open for questions; `written` leads from a folded word to a written one."""

    documents: Sequence[SearchDocument]
    searcher: Searcher
    vocabulary: Vocabulary
    written: Mapping[str, str]

    @classmethod
    def of(cls, documents: Sequence[SearchDocument]) -> "Workbench":
        """Index these documents; the same documents give the same answers."""
        worded = [fields.worded(one) for one in documents]
        vocabulary = Vocabulary.of({analysis.stem(word) for one in worded for words in one.values() for word in words})
        index = _index(worded, vocabulary)
        return cls(documents, index.searcher(weighting=BM25F()), vocabulary, _written(documents))

    def ranked(self, query: str, limit: int = 10) -> list[str]:
        """The slugs of the best documents by BM25F; equally good ones in the order of the documents."""
        terms = [term for word in query_words(query, self.vocabulary) for term in self._terms(word)]
        found = self.searcher.search(Or(terms), limit=None) if terms else []
        best = sorted((-round(hit.score, 6), hit["position"]) for hit in found)
        return [self.documents[position].slug for _, position in best[:limit]]

    def did_you_mean(self, word: str) -> tuple[str, ...]:
        """Words of titles, synonyms, official names and summaries that are nearly this one, the likeliest first."""
        typed = "".join(analysis.words(word))
        if len(typed) < PREFIX_FROM or typed in self.written:
            return ()
        near = self.searcher.reader().terms_within(WORDS, typed, 2)
        ranked = sorted((not within_one_edit(typed, found), -self._frequency(found), found) for found in near)
        meant = (self.written[found] for far, _, found in ranked if not far or len(typed) >= TWO_ERRORS_FROM)
        return tuple(dict.fromkeys(meant))[:SUGGESTIONS]

    def _frequency(self, word: str) -> float:
        return float(self.searcher.reader().frequency(WORDS, word))

    def _terms(self, word: Word) -> Iterator[Term]:
        """Everything that may stand for a word of the query, in every field, with what it is worth there."""
        worth = dict.fromkeys(self._alike(word), ALIKE)
        worth |= dict.fromkeys(word.parts, PART) | dict.fromkeys(word.forms, FORM)
        worth |= dict.fromkeys((word.stem, *word.joined), WHOLE)
        for term, share in sorted(worth.items()):
            yield from (Term(field, term, boost=share * boost) for field, boost in BOOSTS.items())

    def _alike(self, word: Word) -> Iterator[str]:
        """Terms that begin with the word or differ in one letter, for a word that the content does not have."""
        if not word.known:
            yield from (term for term in self.vocabulary.stems if _is_alike(word.stem, term))


def _is_alike(stem: str, term: str) -> bool:
    beginning = len(stem) >= PREFIX_FROM and term.startswith(stem)
    return beginning or (len(stem) >= FUZZY_FROM and within_one_edit(stem, term))


def _index(worded: Sequence[Mapping[str, Sequence[str]]], vocabulary: Vocabulary) -> Index:
    """An index in memory whose fields hold what the index of the browser holds: stems and those of the parts.

    Its name is its own, because Whoosh keeps the scratch files of a writer in the system's folder under that name.
    """
    names = {name: TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False) for name in (*BOOSTS, WORDS)}
    index = RamStorage().create_index(Schema(position=STORED, **names), indexname=f"workbench-{uuid4().hex}")
    writer = index.writer()
    for position, one in enumerate(worded):
        terms = {
            name: [t for word in words for t in (analysis.stem(word), *vocabulary.parts(word))]
            for name, words in one.items()
        }
        short = [word for name, words in one.items() if name != "body" for word in words]
        texts = {name: " ".join(listed) for name, listed in {**terms, WORDS: short}.items()}
        writer.add_document(position=position, **texts)
    writer.commit()
    return index


def _written(documents: Sequence[SearchDocument]) -> dict[str, str]:
    """Folded word → how it is written most often."""
    spellings: dict[str, Counter[str]] = {}
    for document in documents:
        for name, text in fields.texts(document).items():
            for written, folded in fields.written_words(text) if name != "body" else ():
                spellings.setdefault(folded, Counter())[written] += 1
    return {folded: min(found, key=lambda one: (-found[one], one)) for folded, found in spellings.items()}
