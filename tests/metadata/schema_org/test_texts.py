"""Facts out of the words of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.metadata.schema_org import texts
from plugins.metadata.schema_org.texts import duration, questions

PIECES = ("Was kostet das?", "Nichts.", "#", "### ", "**", "__", "===", "---", "- ", "> ", "1. ", " ", "\n", "\n\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ist alles da, bestätigt die Stadt die Meldung innerhalb von 3 Tagen.", "P3D"),
        ("Es dauert etwa 2 Wochen", "P2W"),
        ("Rechnen Sie mit 1 Monat.", "P1M"),
        ("Das dauert **20 Minuten**.", "PT20M"),
    ],
)
def test_one_plain_duration_is_told_as_such(text: str, found: str) -> None:
    assert duration(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rechnen Sie mit einigen Wochen.",
        "Meist dauert es 1 bis 2 Wochen.",
        "Es dauert 3 Arbeitstage.",
        "Es dauert mindestens 2 Wochen.",
        "Meist dauert es 2 Wochen. Das europäische Zeugnis dauert länger.",
    ],
)
def test_what_is_not_exactly_one_duration_stays_words(text: str) -> None:
    assert duration(text) is None


def asked(text: str) -> list[tuple[str, str]]:
    return [(one["name"], one["acceptedAnswer"]["text"]) for one in questions((text,))]


def test_a_heading_that_asks_is_a_question_and_what_is_below_it_the_answer() -> None:
    text = "Vorweg.\n\n### Was kostet das?\n\nEs kostet *nichts*.\n\n- auch nicht später\n\n### Mehr\n\nAnderes."
    assert asked(text) == [("Was kostet das?", "Es kostet nichts. auch nicht später")]


def test_a_line_in_bold_that_asks_is_a_question() -> None:
    text = "**Muss ich selbst kommen?**\nNein.\n\n**Wie lange gilt er?**\n\nZehn Jahre.\n\n**Ihr Foto**\n\nEs ist neu."
    assert asked(text) == [("Muss ich selbst kommen?", "Nein."), ("Wie lange gilt er?", "Zehn Jahre.")]


@pytest.mark.parametrize(
    "text",
    [
        "Wie lange gilt er? Zehn Jahre.",
        "### Wie lange gilt er?",
        "### Haben Sie einen großen Hund?\n\nMelden Sie ihn beim Ordnungsamt an.",
        "### Gültigkeit\n\nZehn Jahre.",
        "**Wie lange gilt er?** Zehn Jahre.",
    ],
)
def test_what_no_reader_asks_under_a_heading_is_no_question(text: str) -> None:
    assert asked(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_question_is_missed_by_the_quick_look_for_headings(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        found = questions((text,))
        patched.setattr(texts, "_MAY_HEAD", re.compile(""))
        assert found == questions((text,))
