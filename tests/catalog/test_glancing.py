"""The first look at a page passes nothing over that the exact one would find, and learns what pages share only once."""

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
    *("{}\u00ad".format, "{}&shy;".format, "{}&lt;em&gt;".format, "{}\u0308".format, "{}\0".format, "{}</p>\n".format),
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


def test_what_pages_share_is_learned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []

    def divided(page: bytes) -> tuple[list[bytes], list[bytes]]:
        looked.append(page)
        return deciphering.divided(page)

    monkeypatch.setattr(glancing, "divided", divided)
    glance = Glance(["kleinstadt"], ["2999300"])
    assert not any(glance.may_name(SHELL + own + b"</p>\n</header>\n") for own in (b"<p>eins", b"<p>zwei", b"<p>eins"))
    assert [len(page.split(b"\0")) for page in looked] == [5, 1]


def test_a_number_may_go_on_in_a_part_that_is_known() -> None:
    glance = Glance([], ["299930040"])
    assert not glance.may_name(b"<p>02999</p>\n")
    assert not glance.may_name(b"<p id='7'>300-40</p>\n")
    assert glance.may_name(b"<p>02999</p>\n<p id='7'>300-40</p>\n")


def test_a_harmful_part_makes_its_page_suspicious_and_no_other() -> None:
    glance = Glance(["kleinstadt"], [])
    assert glance.may_name(SHELL + b"<p>Klein<b class='x'>st</b>&auml;dt<br>\n<p>Kleinstadt</p>\n")
    assert not glance.may_name(SHELL + b"<p>eins</p>\n")
    assert glance.may_name(b"<p>Kleinstadt</p>\n")


def test_a_word_inside_another_one_is_none() -> None:
    glance = Glance(["essen", "rur.example"], [])
    assert not glance.may_name(SHELL + b"<p>Interessen, Mittag&shy;essen, an-rur.example</p>\n")
    assert glance.may_name(SHELL + b"<p>in &#69;<b>ssen</b>.</p>\n")
    assert glance.may_name(SHELL + b"<p>post@rur.example</p>\n")
