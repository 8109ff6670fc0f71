"""Compounds are split with known words, the same in Python and in JavaScript."""

from pathlib import Path

import pytest

from search import analysis
from search.analysis import Vocabulary
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
