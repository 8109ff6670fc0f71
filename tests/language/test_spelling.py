"""Spelling: the dictionary, the words of the administration, the names of the records, an own list."""

import pytest

from plugins.language.spelling import DICTIONARY, Speller
from plugins.language.wordlists import administrative_words
from tests.conftest import Draft, said
from tests.language.conftest import DOG, Hinted

KEEP = "Ist das Wort richtig, tragen Sie es in content/words/ ein."


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller([*administrative_words(), "Rurheim", "Parkwapperl/Löffel", "Zwergpudel/Unbekannt"])


@pytest.mark.parametrize(
    "word",
    [
        "Hundesteuersatzung",
        "Gewerbeummeldungen",
        "Hunde-Steuer",
        "Ombuds-Stelle",
        "eVB-Nummer",
        "BundID",
        "GdB",
        "Geburts-",
        "Um-",
        "Rurheims",
        "Parkwapperl",
        "Parkwapperls",
        "Zwergpudels",
        "barriere-frei",
    ],
)
def test_right_words_pass(speller: Speller, word: str) -> None:
    assert speller.is_right(word)


@pytest.mark.parametrize(
    "word", ["Hundesteur", "bürgergeld", "Anmeldunng", "Hunde-Steuerr", "Geburst-", "Rurhiem", "das das"]
)
def test_wrong_words_are_found(speller: Speller, word: str) -> None:
    assert not speller.is_right(word)


def test_a_wrong_word_is_shown_once_with_what_was_meant(hinted: Hinted) -> None:
    assert hinted("spelling", "Der Aufenthaltstitl ist da.\nDer Aufenthaltstitl gilt.") == [
        f"38:5: Hinweis: „Aufenthaltstitl“ steht in keinem Wörterbuch  [] → Meinten Sie „Aufenthaltstitel“? {KEEP}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wer „perso“ tippt, findet ihn.",
        "[Hund](https://www.grossstadt.example/xyzq/)",
        "`xyzq`",
        "Das Pferd heißt xyzq7.",
        "In Kleinstadt, am Rathausplatz",
        "Nach Abs. 2 Nr. 3 usw.",
    ],
)
def test_what_is_cited_linked_or_a_name_is_not_spelled(hinted: Hinted, text: str) -> None:
    assert hinted("spelling", text) == []


def test_english_is_not_spelled(hinted: Hinted) -> None:
    assert hinted("spelling", "Register thy houndlet.", "services/hund-anmelden.en.md") == []


def test_an_own_list_makes_a_word_right(hinted: Hinted, write: Draft) -> None:
    write("words/hunde.yaml", "words:\n  - Wauzel/Löffel\n")
    assert hinted("spelling", "Der Wauzel bellt, des Wauzels Fell.") == []


def test_a_list_holds_single_words(write: Draft) -> None:
    assert said(write("words/hunde.yaml", "words:\n  - großer Hund\n")) == [
        "content/words/hunde.yaml:2:5: „großer Hund“ ist kein einzelnes Wort  [value]"
        " → Ein Wort ohne Leerzeichen: Rurheim. Nach / ein Wort, das ebenso gebeugt wird: Ummeldung/Begabung"
    ]


def test_suggestions_are_slow_so_only_the_first_words_get_one(hinted: Hinted) -> None:
    wrong = [f"Hundesteur{letter}x" for letter in "abcdefghij"]
    assert [line.count("Meinten Sie") for line in hinted("spelling", " ".join(wrong))][8:] == [0, 0]


def test_every_word_of_the_list_is_needed_and_takes_after_an_entry_of_the_dictionary() -> None:
    listed = list(administrative_words())
    assert Speller(listed).needless == []
    entries = {line.partition("/")[0].strip() for line in (DICTIONARY / "index.dic").read_text("utf-8").splitlines()}
    models = {model for word in listed if (model := word.partition("/")[2])}
    assert models - entries == set()


def test_the_dog_is_spelled_right(hinted: Hinted) -> None:
    assert hinted("spelling", "Melden Sie ihn an.", DOG) == []
