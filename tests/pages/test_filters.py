"""German dates, amounts and telephone addresses; HTML of Markdown below the folder of the portal."""

import datetime
from decimal import Decimal

import pytest
from markupsafe import Markup

from plugins.catalog.markdown import Surroundings
from plugins.catalog.records import Language
from plugins.interface.speech import GERMAN, speech
from plugins.pages.filters import filters, phone_address


def test_a_day_is_written_with_two_digits() -> None:
    assert GERMAN.day(datetime.date(2027, 1, 3)) == "03.01.2027"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0221 4710-200", "tel:+492214710200"),
        ("02452/13-0", "tel:+492452130"),
        ("+49 (0)221 4710", "tel:+492214710"),
        ("+49 221 4710", "tel:+492214710"),
        ("0049 221 4710", "tel:00492214710"),
        ("115", "tel:115"),
    ],
)
def test_a_telephone_address_can_be_called_from_anywhere(written: str, address: str) -> None:
    assert phone_address(written) == address


@pytest.mark.parametrize(
    ("amount", "words"), [(26, "26 Euro"), (Decimal("12.5"), "12,50 Euro"), (60.5, "60,50 Euro"), (1234, "1.234 Euro")]
)
def test_amounts_are_written_as_germans_do(amount: object, words: str) -> None:
    assert filters(Surroundings("/"))["euro"](amount) == words


def test_own_addresses_in_texts_lie_below_the_root_of_the_portal() -> None:
    html = filters(Surroundings("/service/"))["markdown"](
        "[Ausweis](/leistungen/personalausweis-beantragen/) und [115](tel:115)"
    )
    assert 'href="/service/leistungen/personalausweis-beantragen/"' in html
    assert 'href="tel:115"' in html


def test_the_entries_of_a_checklist_come_without_a_paragraph() -> None:
    entries = filters(Surroundings("/service/"))["checklist_items"](
        "- **biometrisches** Foto\n- [Ausweis](/leistungen/a/)"
    )
    assert entries == ["<strong>biometrisches</strong> Foto", '<a href="/service/leistungen/a/">Ausweis</a>']


def test_html_in_a_text_stays_text() -> None:
    assert filters(Surroundings("/"))["markdown"]("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("action", "online", "Online erledigen"),
        ("way_label", "in_person", "Persönlich"),
        ("login_label", "bundid-high", "BundID mit Online-Ausweis"),
        ("payment_label", "sepa", "Lastschrift"),
        ("language_label", "de-simple", "Leichte Sprache"),
    ],
)
def test_codes_become_words(name: str, value: str, words: str) -> None:
    assert filters(Surroundings("/"))[name](value) == words


def test_an_unknown_code_stops_the_build() -> None:
    with pytest.raises(KeyError):
        filters(Surroundings("/"))["action"]("carrier-pigeon")


def test_a_title_of_letters_that_are_markup_elsewhere_stays_text() -> None:
    titled = filters(Surroundings(), speech(Language.ENGLISH))["titled"]
    assert isinstance(titled(Markup("<b>"), "en"), Markup)
    assert not isinstance(titled("<b>", "en"), Markup)
