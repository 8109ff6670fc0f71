"""Notations of HTML, JSON and addresses say what they stand for; what is none stays."""

import pytest

from plugins.catalog.deciphering import plain, unescaped


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a&#64;b &#x40; &commat; &amp;", "a@b @ @ &"),
        ("&amp;#64;", "@"),
        ("%40 %C3%BC %2B", "@ ü +"),
        (r"\u0040 \/ \"a\"", '@ / "a"'),
        ("eins&#10;zwei\ndrei", "eins zwei\ndrei"),
        ("100 % und & und \\x und &nichts;", "100 % und & und \\x und &nichts;"),
        (r"\ud83d", r"\ud83d"),
    ],
)
def test_a_notation_is_what_it_means(written: str, meant: str) -> None:
    assert unescaped(written) == meant


def test_a_reader_sees_words_and_behind_them_stands_what_the_tags_name() -> None:
    page = "<p>Stadt\n <b>Klein</b>\u00adstadt</p><a href='tel:1'>Ruf\u2009\u2013 an</a>"
    assert plain(page) == "stadt kleinstadt ruf - an \0 <a href='tel:1'>"
