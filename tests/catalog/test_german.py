"""German letters: spelling without umlauts, dictionary order, „Meinten Sie …?“."""

import json
import unicodedata
from pathlib import Path
from textwrap import shorten

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.german import (
    did_you_mean,
    first_letter,
    misspelled,
    nearest,
    shortened,
    slug,
    sort_key,
    transliterate,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Übung", "uebung"),
        ("U\u0308bung", "uebung"),
        ("Ærøskøbing", "aeroeskoebing"),
        ("Café", "cafe"),
        ("Kﬁz", "kfiz"),
        ("Gewerbe", "gewerbe"),
        ("日本", ""),
    ],
)
def test_words_are_spelled_without_umlauts(text: str, plain: str) -> None:
    assert transliterate(text) == plain


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hund anmelden", "hund-anmelden"),
        ("  Äste & Grünschnitt – abgeben!  ", "aeste-gruenschnitt-abgeben"),
        ("Führerschein (Klasse B17)", "fuehrerschein-klasse-b17"),
        ("../../etc/passwd", "etc-passwd"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_words_are_sorted_as_in_a_dictionary() -> None:
    words = ["Zoll", "Öl", "Ofen", "Oma", "Äste", "Asyl", "Straße", "Strasse", "Strand", "apfel"]
    assert sorted(words, key=sort_key) == [
        "apfel",
        "Äste",
        "Asyl",
        "Ofen",
        "Öl",
        "Oma",
        "Strand",
        "Strasse",
        "Straße",
        "Zoll",
    ]


@given(st.text(alphabet=st.sampled_from("aÄäÖöÜüßẞéÉſİʼn") | st.characters()))
def test_umlauts_are_sorted_as_all_letters_with_marks_are(text: str) -> None:
    whole = unicodedata.normalize("NFKD", text.casefold())
    assert sort_key(text) == ("".join(letter for letter in whole if not unicodedata.combining(letter)), text)


@pytest.mark.parametrize(
    ("word", "letter"), [("Äste", "A"), ("öl", "O"), ("ßtraße", "S"), ("Éclair", "E"), ("24 Stunden", "#"), ("", "#")]
)
def test_the_letter_of_a_word(word: str, letter: str) -> None:
    assert first_letter(word) == letter


def test_the_nearest_word_is_found_and_nothing_far_away() -> None:
    assert nearest("audiense", ["audience", "owner"]) == "audience"
    assert nearest("xyz", ["audience", "owner"]) == ""
    assert nearest("audience", []) == ""


def test_did_you_mean_asks_or_is_silent() -> None:
    assert did_you_mean("gebühr", {"gebühren", "titel"}) == "Meinten Sie „gebühren“?"
    assert did_you_mean("xyz", {"titel"}) == ""


@pytest.mark.corpus
def test_every_naughty_string_gives_a_safe_file_name_or_none(corpora: Path) -> None:
    texts = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert len(texts) > 500
    for text in texts:
        assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"), text
        assert not slug(text).startswith("-"), text
        assert not slug(text).endswith("-"), text


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("gebühren", ["fees", "gebühren", "gebiet"], "gebühren"),
        ("audiance", ["audience", "owner"], "audience"),
        ("telefon", ["label", "note", "office", "stelle", "login", "aufschrift"], ""),
        ("gruenschnitt", ["gruenschnitt-abgeben"], "gruenschnitt-abgeben"),
    ],
)
def test_a_guess_is_only_made_when_it_is_likely(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("www.rurheim.exampel", "www.rurheim.example"),
        ("ww.rurheim.example", "www.rurheim.example"),
        ("evil.example", ""),
        ("evil-www.rurheim.example", ""),
        ("www.rurheim.example.evil.test", ""),
    ],
)
def test_a_misspelled_name_differs_in_one_or_two_letters(name: str, meant: str) -> None:
    assert misspelled(name, ["www.rurheim.example", "service.rurheim.example"]) == meant


def test_nothing_is_misspelled_when_nothing_is_known() -> None:
    assert misspelled("www.rurheim.example", []) == ""


@given(st.text(st.sampled_from("aß- \t\n\u00a0\u2028.…"), max_size=40), st.integers(5, 30))
def test_a_line_is_shortened_as_by_textwrap(text: str, width: int) -> None:
    assert shortened(text, width) == shorten(text, width, placeholder=" …")
    assert shortened(text, width, "") == shorten(text, width, placeholder="")
