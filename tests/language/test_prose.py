"""What people read in a file, and where each letter of it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Place
from plugins.catalog.records import Page
from plugins.language import texts_of
from plugins.language.prose import Form, Passage, passages
from tests.conftest import TODAY, Draft
from tests.language.conftest import DOG, TEXT, one


def written(write: Draft, text: str) -> list[Passage]:
    """The passages of a text in line 38."""
    write.change(DOG, TEXT, text)
    passages = one(load(write.folder, TODAY)[0]).passages
    return [passage for passage in passages if 38 <= passage.place(0).line < 38 + len(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("Für **jeden** Hund\nzahlen Sie.", "Für jeden Hund zahlen Sie.", Form.PARAGRAPH),
        ("- Chip", "Chip", Form.ENTRY),
        ("### Welpen", "Welpen", Form.HEADING),
        ("Sehen Sie [hier](https://www.x.example/z.b.) nach.", "Sehen Sie hier nach.", Form.PARAGRAPH),
        ("Der `z. B.` Code", "Der   Code", Form.PARAGRAPH),
        ("An a@b.example oder www.b.example.", f"An{' ' * 13}oder", Form.PARAGRAPH),
    ],
)
def test_marks_and_addresses_are_no_words(write: Draft, text: str, words: str, form: Form) -> None:
    assert [(passage.text.rstrip(), passage.form) for passage in written(write, text)] == [(words.rstrip(), form)]


def test_code_is_not_read(write: Draft) -> None:
    assert written(write, "```\nz. B.\n```") == []


def test_cells_are_read_one_by_one(write: Draft) -> None:
    passages = written(write, "| Hund | Steuer |\n|---|---|\n| groß | 90 Euro |")
    assert [(passage.text, str(passage.place(0))) for passage in passages] == [
        ("Hund", f"{DOG}:38:3"),
        ("Steuer", f"{DOG}:38:10"),
        ("groß", f"{DOG}:40:3"),
        ("90 Euro", f"{DOG}:40:10"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Für **jeden** Hund", "Hund", Place(DOG, 38, 15)),
        ("Für jeden\nHund [im Haus](/hunde/) zahlen Sie.", "zahlen", Place(DOG, 39, 25)),
        ("Erst\n\n- eins\n- der Hund", "Hund", Place(DOG, 41, 7)),
        ("`x\ny` Hund", "Hund", Place(DOG, 39, 4)),
        ("1. Der Hund,\n   der Hunden gleicht", "gleicht", Place(DOG, 39, 15)),
    ],
)
def test_every_letter_knows_its_place(write: Draft, text: str, word: str, place: Place) -> None:
    passage = written(write, text)[-1]
    assert passage.place(passage.text.index(word)) == place


@pytest.mark.parametrize("text", ["`x` Hund", "**`x`**", "[`a`\n`b`](/hunde/) Hund", "> &amp; \\*", "\\\nHund"])
def test_no_letter_is_without_a_place(write: Draft, text: str) -> None:
    for passage in written(write, text):
        assert all(passage.place(offset).line in {38, 39} for offset in range(len(passage.text) + 1))


@given(st.text(alphabet="aB1.*_`[]()<>|-#&;\\\n ", max_size=60))
def test_whatever_is_written_every_letter_has_a_line_of_the_text(text: str) -> None:
    page = Page.model_validate({"slug": "x", "title": "x", "summary": "x", "text": text})
    for passage in passages(page):
        lines = {passage.place(offset).line for offset in range(len(passage.text) + 1)}
        assert lines <= set(range(1, text.count("\n") + 2))
        assert all(passage.text[start:].startswith(words) for start, words in passage.sentences())


def test_facts_that_people_read_are_passages_too(world: Catalog) -> None:
    notes = [passage for passage in one(world).passages if passage.form is Form.NOTE]
    assert (notes[-1].text, str(notes[-1].place(0))) == ("Für Fragen zu großen Hunden.", f"{DOG}:27:11")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ja. Nein! Wie? Gut", ["Ja.", "Nein!", "Wie?", "Gut"]),
        ("Zum Beispiel: Der Hund.", ["Zum Beispiel:", "Der Hund."]),
        ("Er sagt „Komm.“ Dann geht er.", ["Er sagt „Komm.", "Dann geht er."]),
        ("Ab dem 1. Juli. Bis zum 31. Dezember.", ["Ab dem 1. Juli.", "Bis zum 31. Dezember."]),
        ("Am 2. Tag. Die 3. und 4. Klasse.", ["Am 2. Tag.", "Die 3. und 4. Klasse."]),
        ("Es geht bis 27. Danach nicht.", ["Es geht bis 27.", "Danach nicht."]),
        ("Nach § 5 Abs. 2 Nr. 3 BMG. Fragen Sie Dr. Hund.", ["Nach § 5 Abs. 2 Nr. 3 BMG.", "Fragen Sie Dr. Hund."]),
        ("Das gilt z. B. Hunden.", ["Das gilt z. B. Hunden."]),
    ],
)
def test_dots_of_dates_and_abbreviations_end_no_sentence(text: str, sentences: list[str]) -> None:
    assert [words for _, words in Passage(text, Form.PARAGRAPH, ((0, Place()),)).sentences()] == sentences


def test_the_texts_of_a_catalog_know_who_keeps_them(write: Draft) -> None:
    write("municipalities/kleinstadt/services/hund-anmelden.md", "---\n---\n\n## Hinweise\n\nKommen Sie.\n")
    texts = texts_of(load(write.folder, TODAY)[0])
    assert {text.path: text.owner for text in texts if text.service == "hund-anmelden"} == {
        "municipalities/kleinstadt/services/hund-anmelden.md": "steueramt",
        "services/hund-anmelden.de-simple.md": "steueramt",
        "services/hund-anmelden.en.md": "steueramt",
        "services/hund-anmelden.md": "steueramt",
    }
