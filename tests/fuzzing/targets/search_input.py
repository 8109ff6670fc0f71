"""Whatever is typed, the search answers with at most ten documents from at most ten terms."""

from collections.abc import Iterator
from functools import cache

from search import analysis, browser_index, documents, query, ranking
from search.ranking import Searchable
from tests.fuzzing.placed import DEMO
from tests.fuzzing.targets import words

TOKENS = words(
    'hund~100 * + - title: ^10 ~ : " __proto__ constructor toString hasOwnProperty hund anmelden steuer '
    "führerschein fuehrerschein Bürger*innen schüler:in 34c kfz wohn␣geld ß \xad \u0301 İ ſ ﬁ 🐕 ٣ ae oe ue aeu qu "
    "ge ung heit ␣ \x00 \u2028"
)


@cache
def demo() -> Searchable:
    """The index of the demo."""
    return browser_index.load(browser_index.build(documents.load(DEMO)))


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    found = ranking.hits(demo(), text)
    assert len(found) <= 10
    assert len({hit.position for hit in found}) == len(found)
    assert all(hit.score >= 0 for hit in found)
    if len(text) > query.MAX_CHARACTERS:
        assert found == ranking.hits(demo(), text[: query.MAX_CHARACTERS])
    assert len(query.query_terms(text)) <= query.MAX_TERMS
    words = analysis.words(text)
    assert all(word.isalnum() and word not in analysis.STOPWORDS for word in words), words
    assert len("".join(words)) <= 3 * len(text)


def seeds() -> Iterator[bytes]:
    for one in documents.load(DEMO)[::5]:
        yield from (name.encode() for name in (one.title, *one.synonyms[:2]))
