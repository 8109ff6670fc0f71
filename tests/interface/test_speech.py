"""How the same thing is said in three languages."""

import datetime
from decimal import Decimal

import pytest

from plugins.catalog.records import Language
from plugins.interface.speech import GERMAN, speech

ENGLISH, SIMPLE = speech(Language.ENGLISH), speech(Language.SIMPLE)


def test_a_day_has_the_form_of_its_language() -> None:
    day = datetime.date(2027, 1, 3)
    assert [spoken.day(day) for spoken in (GERMAN, ENGLISH, SIMPLE)] == [
        "03.01.2027",
        "3 January 2027",
        "3. Januar 2027",
    ]


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [("26", "26 Euro", "€26"), ("26.5", "26,50 Euro", "€26.50"), ("1234.5", "1.234,50 Euro", "€1,234.50")],
)
def test_an_amount_has_the_form_of_its_language(amount: str, german: str, english: str) -> None:
    assert [spoken.money(Decimal(amount)) for spoken in (GERMAN, ENGLISH, SIMPLE)] == [german, english, german]


def test_opening_hours_are_a_week_in_words() -> None:
    hours = "Mo 08:00-12:00,14:00-16:00"
    assert GERMAN.week(hours) == (("Montag", "8:00 bis 12:00 und 14:00 bis 16:00 Uhr"),)
    assert ENGLISH.week(hours) == (("Monday", "8:00 to 12:00 and 14:00 to 16:00"),)
    assert SIMPLE.week(hours) == (("Montag", "8:00 Uhr bis 12:00 Uhr und 14:00 Uhr bis 16:00 Uhr"),)


def test_an_enumeration_translates_its_words() -> None:
    assert GERMAN.enumeration(["Gebühren", "Fristen", "Hinweise"]) == "Gebühren, Fristen und Hinweise"
    assert ENGLISH.enumeration(["Gebühren", "Fristen", "Hinweise"]) == "Fees, Deadlines and Good to know"


def test_one_and_many_are_told_apart() -> None:
    one, many = "%(count)s Treffer für „%(text)s“", "%(count)s Treffer für „%(text)s“"
    assert ENGLISH.ngettext(one, many, 1, text="dog") == "1 result for “dog”"
    assert ENGLISH.ngettext(one, many, 2, text="dog") == "2 results for “dog”"


def test_a_name_stays_german_and_says_so_in_english() -> None:
    assert ENGLISH.translated("Stadt Rurheim") == '<span lang="de">Stadt Rurheim</span>'
    assert ENGLISH.translated("Bund") == "Federal Government"
    assert GERMAN.translated("Stadt Rurheim") == SIMPLE.translated("Stadt Rurheim") == "Stadt Rurheim"


def test_nothing_has_no_translation() -> None:
    assert ENGLISH.translated("") == ""


def test_a_title_in_another_language_says_so() -> None:
    assert ENGLISH.titled("Hund", "de") == '<span lang="de">Hund</span> (in German)'
    assert SIMPLE.titled("Hund", "de") == '<span lang="de">Hund</span> (auf Deutsch, nicht in Leichter Sprache)'
    assert ENGLISH.titled("Dog", "en") == "Dog"
    assert GERMAN.titled("Leichte Sprache", "de-simple") == "Leichte Sprache"


def test_hostile_names_stay_text() -> None:
    assert "<b>" not in ENGLISH.marked("<b>x</b>")
    assert "<b>" not in ENGLISH.titled("<b>x</b>", "de")
