"""The first look at a page passes nothing over that the exact one would find, and no ordinary page is suspicious."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.catalog import deciphering, glancing, marks
from plugins.catalog.catalog import Catalog
from plugins.catalog.glancing import Glance

SHELL = b"<header>\n<p>Tel. 115</p>\n"
MARKS = ("Stadt Kleinstadt", "steueramt@kleinstadt.example", "02999 300-40", "+49 2999 30040")
WAYS: tuple[Callable[[str], str], ...] = (
    *(str, str, str, str.upper, "&#{}".format, "<b>{}</b>".format, "<i class='x'>{}".format, "{}<wbr id=7\n>".format),
    *("{}\u00ad".format, "{}\u2060".format, "{}</b>".format, "{}%20".format, "{}</td><td class='n2'>".format),
    *("{}&shy;".format, "{}&lt;em&gt;".format, "{}\u0308".format, "{}\0".format, "{}</p>\n".format),
    *(lambda sign: f"&amp;#{ord(sign)};", lambda sign: f"%{ord(sign):02x}", lambda sign: f"\\u{ord(sign):04x}"),
    lambda sign: chr(ord(sign) + 0xFEE0) if sign > " " else "\u3000",
)
"""How a letter may be written; most leave it what it is to a reader."""


@pytest.fixture(scope="module")
def foreign(world: Catalog) -> marks.Marks:
    """What must not stand in the portal of Großstadt."""
    return marks.foreign(world, world.municipalities["grossstadt"])


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A mark, with a few of its letters written in other ways, between some markup."""
    mark = draw(st.sampled_from(MARKS))
    ways = draw(st.lists(st.sampled_from(WAYS), min_size=len(mark), max_size=len(mark)))
    kept = draw(st.lists(st.booleans(), min_size=len(mark), max_size=len(mark)))
    written = "".join(sign if keep else way(sign) for sign, way, keep in zip(mark, ways, kept, strict=True))
    return (
        draw(st.sampled_from(("{}", "Ober{}er", "<p>{}</p>\n", '<a title="{}">', "<p>{}\n", "7 <b\n>{}")))
        .format(written)
        .encode()
    )


@settings(max_examples=300)
@given(every=st.lists(pages(), max_size=3))
def test_a_page_with_a_mark_is_never_passed_over(foreign: marks.Marks, every: list[bytes]) -> None:
    glance = foreign.glance()
    for page in (*every, b"".join(every)):
        seen = glance.may_name(page)
        assert seen or foreign.named_in(page) is None


CLEAR = [sign for sign in map(chr, range(128, 0x10000)) if re.match(f"[{glancing.CLEAR}]", sign)]


def test_every_clear_sign_means_itself() -> None:
    for sign in set(CLEAR) - {"ß", "\u00ad", *"²³¹½¼¾"}:
        meant = deciphering.plain(f"x{sign}x")[1:-1]
        assert meant
        assert not any((one.isascii() and one.isalnum()) or unicodedata.combining(one) for one in meant)


def test_no_clear_sign_hides_a_word_or_a_number() -> None:
    word, number = Glance(["essen"], []), Glance([], ["299930040"])
    for sign in CLEAR:
        meant = deciphering.plain(f"x{sign}x")[1:-1]
        assert word.may_name(f"{sign}essen{sign}".encode()) or re.fullmatch(r"\w+", meant)
        assert number.may_name(f"02999{sign}<b id=1>{sign}30040".encode()) or re.search("[^ ()/.-]", meant)


@pytest.mark.parametrize("written", glancing.HARMLESS)
def test_harmless_notations_mean_no_letters(written: str) -> None:
    meant = [deciphering.unescaped(f"{written}{rest}") for rest in ("", "%80", "%BF", "0", "0%80", "F", "F%BF")]
    added = {
        sign for text in meant for sign in unicodedata.normalize("NFKC", text) if sign.isalnum() and sign.isascii()
    }
    assert added <= set(f"{written}80BF")


def test_what_is_between_two_parts_of_a_number_hides_none() -> None:
    glance = Glance([], ["299930040"])
    assert not glance.may_name(b"<p>02999</p>\n")
    assert glance.may_name(b"<p>02999</p>\n<p>300-40</p>\n")
    assert glance.may_name(b"<p>02999</p>\n<p id='7'>300-40</p>\n")
    assert not glance.may_name(b"<p>7</p>\n<p id='7'>300-40</p>\n")
    assert glance.may_name("029 993 0²04".encode())


@pytest.mark.parametrize(
    "page", ["soft\u00adhyphen", "z.\u00a0B. 20 m² – „Żółć“ für 5 € ≤ 19 % MwSt.", "?a=%C3%A4%20%E2%80%93"]
)
def test_an_ordinary_page_is_passed_over(page: str) -> None:
    assert not Glance(["kleinstadt"], ["2999300"]).may_name(f"<p><b>{page}</b> &amp; &#39;1&#39;</p>".encode())


def test_what_cannot_be_read_is_looked_at() -> None:
    assert Glance(["kleinstadt"], []).may_name(b"<p>\xff</p>")


def test_a_word_inside_another_one_is_none() -> None:
    glance = Glance(["essen", "rur.example"], [])
    assert not glance.may_name(SHELL + b"<p>Interessen, Mittagessen, anrur.example</p>\n")
    assert glance.may_name(SHELL + b"<p>in &#69;<b>ssen</b>.</p>\n")
    assert glance.may_name(SHELL + b"<p>post@rur.example</p>\n")


def test_a_name_of_several_words_is_named_by_all_of_them() -> None:
    glance = Glance(["stadt rurheim", "stadt bad wehr", "rurheim.example", "an-der-rur.example"], [])
    assert not glance.may_name(
        SHELL + b"<p>52999 Rurheim, Bad Wehr, Stadt</p>\n<p>Innenstadt Rurheim, rur.example</p>\n"
    )
    assert glance.may_name(SHELL + b"<p>STADT\n  <b>Rurheim</b></p>\n")
    assert glance.may_name(SHELL + b"<p>Stadt Bad</p>\n<p>Wehr</p>\n")
    assert glance.may_name(SHELL + b'<a href="?q=stadt%20rurheim">')
    assert glance.may_name(SHELL + b"<p>post@an-der-<b>rur</b>.example</p>\n")


def test_a_name_without_letters_may_stand_anywhere() -> None:
    assert Glance(["127.0.0.1"], []).may_name(SHELL)


@pytest.mark.parametrize(
    "written", ["Müßen", "MÜSSEN", "mü\u00adssen", "m%C3%BC%C3%9Fen", "m&uuml;ssen", "mu\u0308ſsen", "MÜẞEN"]
)
def test_a_word_is_seen_however_its_letters_are_written(written: str) -> None:
    assert Glance(["müssen"], []).may_name(f"<p>in {written}.</p>".encode())


def test_a_whole_country_of_names_is_looked_for() -> None:
    glance = Glance([f"wort{chr(97 + one % 26) * (one // 26 + 1)}" for one in range(1000)], [])
    assert glance.may_name(b"<p>Worta.</p>")
    assert glance.may_name(b"<p>wortzz</p>")
    assert not glance.may_name(b"<p>Wort</p>")


def test_a_whole_country_of_long_names_is_looked_for() -> None:
    glance = Glance([f"an-wort{chr(97 + one % 26) * (one // 26 + 1)}-ort.example" for one in range(1000)], [])
    assert glance.may_name(b"<p>Worta-ort.example</p>")
    assert not glance.may_name(b"<p>Worta-ort</p>")
