"""The Whoosh index beside ours: its ranking, and the words that were meant."""

import pytest

from search.documents import SearchDocument
from search.workbench import Workbench


@pytest.fixture(scope="module")
def workbench(services: list[SearchDocument]) -> Workbench:
    return Workbench.of(services)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Personalausweis beantragen", "personalausweis-beantragen"),
        ("perso gestohlen", "personalausweis-verlust-melden"),
        ("Führerschein umtauschen", "fuehrerschein-umtauschen"),
        ("eltern geld", "elterngeld-beantragen"),
        ("sperrmuell", "sperrmuell-anmelden"),
    ],
)
def test_whoosh_finds_the_service(workbench: Workbench, query: str, first: str) -> None:
    assert workbench.ranked(query)[0] == first


def test_whoosh_forgives_a_typing_error_in_an_unknown_word(workbench: Workbench) -> None:
    assert workbench.ranked("persnalausweis beantragen")[0] == "personalausweis-beantragen"


def test_the_same_documents_give_the_same_ranking(workbench: Workbench, services: list[SearchDocument]) -> None:
    queries = ["hund", "auto anmelden", "geld vom amt", "beantragen"]
    again = Workbench.of(services)
    assert [again.ranked(query) for query in queries] == [workbench.ranked(query) for query in queries]


@pytest.mark.parametrize("query", ["", "der die das", "*", "a:b", "hund~99999", "\x00", "x" * 10_000, "__proto__"])
def test_no_text_breaks_it(workbench: Workbench, query: str) -> None:
    assert len(workbench.ranked(query)) <= 10
    assert len(workbench.did_you_mean(query)) <= 3


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("persnalausweis", "Personalausweis"), ("fuhrershein", "führerschein"), ("Wonhung", "Wohnung")],
)
def test_the_nearest_written_word_was_meant(workbench: Workbench, typed: str, meant: str) -> None:
    assert workbench.did_you_mean(typed)[0] == meant


@pytest.mark.parametrize("word", ["Personalausweis", "fuehrerschein", "qqqqqqqq", "xy", "der"])
def test_a_known_word_and_one_like_no_other_were_meant_as_they_are(workbench: Workbench, word: str) -> None:
    assert workbench.did_you_mean(word) == ()


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = Workbench.of([])
    assert empty.ranked("hund") == []
    assert empty.did_you_mean("hund") == ()
