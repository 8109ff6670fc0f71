"""Compounds are split with known words, the same in Python and in JavaScript."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import analysis
from search.analysis import Vocabulary
from search.analysis.compounds import LINKS
from search.documents import SearchDocument
from search.query import query_words, within_one_edit
from tests.search.node import ask, needs_node

LINES = [
    line
    for line in (Path(__file__).parents[1] / "cases/compounds/administration.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]
KNOWN = analysis.terms(LINES[0])
CASES = [line.split(" →") for line in LINES[1:]]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_parts_of_a_word(text: str, expected: str) -> None:
    assert list(Vocabulary.of(KNOWN).parts(analysis.words(text)[0])) == expected.split()


def best_reading(word: str, stems: set[str], start: int = 0) -> tuple[str, ...]:
    """The parts of a word from `start` on by the plain definition: every place where a part may end is tried."""
    readings: list[tuple[str, ...]] = []
    if start and len(word) - start >= 3 and analysis.stem(word[start:]) in stems:
        readings.append((analysis.stem(word[start:]),))
    for end in range(start + 3, len(word) - 2):
        parts = [word[start:end].removesuffix(link) for link in LINKS if word[start:end].endswith(link)]
        known = [analysis.stem(part) for part in parts if len(part) >= 3 and analysis.stem(part) in stems]
        if known and (rest := best_reading(word, stems, end)):
            readings.append((known[0], *rest))
    return min(readings, key=lambda parts: (len(parts), -min(map(len, parts))), default=())


LETTERS = st.text("abens", min_size=3, max_size=6)


@given(st.lists(LETTERS, min_size=1, max_size=6), st.data())
def test_the_parts_of_any_word_are_those_of_the_plain_definition(words: list[str], data: st.DataObject) -> None:
    vocabulary = Vocabulary.of(map(analysis.stem, words))
    word = "".join(data.draw(st.lists(st.sampled_from([*words, "s", "en", "e"]), min_size=1, max_size=5)))
    assert vocabulary.parts(word) == best_reading(word, set(vocabulary.stems))


def test_the_known_rest_of_an_unknown_compound_is_its_last_part() -> None:
    vocabulary = Vocabulary.of(KNOWN)
    assert [vocabulary.rest(word) for word in ("dackelsteuer", "hundepension", "xyz")] == ["steu", "hund", ""]


def test_the_kin_of_an_unknown_word_share_its_longest_beginning() -> None:
    known = Vocabulary.of(["demenz", "demokrati", "einschul", "schul"])
    assert known.kin("dement") == ("demenz",)
    assert known.kin("einschalt") == ("einschul",)
    assert known.kin("demut") == ()


def test_a_beginning_that_many_words_share_says_nothing() -> None:
    known = Vocabulary.of([f"zusammen{letter}" for letter in "abcdefghi"])
    assert known.kin("zusammenz") == ()


def test_split_words_are_joined() -> None:
    one, other = query_words("eltern geld", Vocabulary.of(["elterngeld"]))
    assert (one.joined, other.joined) == (("elterngeld",), ("elterngeld",))


@pytest.mark.parametrize(
    ("word", "form"),
    [("anmeldun", "anmeld"), ("anmeldu", "anmeld"), ("angemeldet", "anmeld"), ("geparkt", "park")],
)
def test_half_typed_suffixes_and_participles_lead_to_the_stem(word: str, form: str) -> None:
    assert form in analysis.forms(word)


@pytest.mark.parametrize("other", ["hund", "hun", "hunde", "humd", "hnud", "und"])
def test_one_edit_is_a_letter_more_less_changed_or_two_swapped(other: str) -> None:
    assert within_one_edit("hund", other)


@pytest.mark.parametrize("other", ["hu", "hundes", "hemd", "dnuh", ""])
def test_more_is_not_one_edit(other: str) -> None:
    assert not within_one_edit("hund", other)


def test_a_very_long_word_is_not_split() -> None:
    assert Vocabulary.of(KNOWN).parts("hund" * 5_000) == ()


@needs_node
@pytest.mark.tools
def test_javascript_splits_the_whole_vocabulary_alike(services: list[SearchDocument]) -> None:
    texts = [
        text
        for one in services
        for text in (one.title, *one.other_titles, *one.synonyms, one.official_name, one.summary, one.body)
    ]
    words = sorted({word for text in texts for word in analysis.words(text)} | {text.lower() for text, _ in CASES})
    known = sorted({analysis.stem(word) for word in words})
    vocabulary = Vocabulary.of(known)
    expected = [[list(vocabulary.parts(word)), vocabulary.rest(word)] for word in words]
    assert ask("parts", known=known, words=words) == expected
    some = words[::20]
    assert ask("kin", known=known, words=some) == [list(vocabulary.kin(word)) for word in some]
    assert ask("forms", words=words) == [list(analysis.forms(word)) for word in words]
