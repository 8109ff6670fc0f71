"""Measures of readability, computed by hand."""

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.language import readability_of
from plugins.language.readability import Readability, measured, syllables
from tests.conftest import TODAY, Draft
from tests.language.conftest import DOG, one


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Hund", 1),
        ("Antrag", 2),
        ("prüfen", 2),
        ("Steuer", 2),
        ("Häuser", 2),
        ("Mai", 1),
        ("Miete", 2),
        ("Quelle", 2),
        ("Boot", 1),
        ("Idee", 2),
        ("Beamter", 3),
        ("Nation", 3),
        ("Typ", 1),
        ("Dienstleistung", 3),
        ("Personalausweis", 5),
        ("NRW", 1),
        ("14", 1),
    ],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_short_sentence_by_hand() -> None:
    """4 words, none longer than 6 letters, 6 syllables, 2 words of one syllable."""
    assert measured(["Wir prüfen den Antrag."]) == Readability(words=4, sentences=1, lix=4.0, wiener=-1.8, flesch=88.2)


def test_two_sentences_by_hand() -> None:
    """11 words in 2 sentences, 3 of them long, 21 syllables, 3 words of three and more, 6 of one."""
    sentences = ["Die Verwaltung prüft Ihre Unterlagen.", "Danach kommt der Steuerbescheid per Post."]
    assert measured(sentences) == Readability(words=11, sentences=2, lix=32.8, wiener=7.1, flesch=62.8)


def test_numbers_and_hyphens_make_one_word() -> None:
    found = measured(["Der Kfz-Schein kostet 26,50 Euro."])
    assert found is not None
    assert found.words == 5


def test_entries_are_sentences_and_headings_cells_and_facts_do_not_count(write: Draft) -> None:
    text = (
        "## Kurztext\n\nEin Hund.\n\n## Volltext\n\n### Langes Wort\n\n- ein Chip\n- ein Foto\n\n| a |\n|---|\n| b |\n"
    )
    head = (write.folder / DOG).read_text("utf-8").partition("## Kurztext")[0]
    write(DOG, head + text)
    found = readability_of(one(load(write.folder, TODAY)[0]))
    assert found is not None
    assert (found.words, found.sentences) == (6, 3)


def test_a_text_without_words_has_no_measures(world: Catalog) -> None:
    assert measured([]) is None
    assert readability_of(one(world, "municipalities/grossstadt/offices/bauaufsicht.yaml")) is None
