"""A portal lists each key once."""

from tests.catalog.listing import LANDING, PAGE, with_list
from tests.conftest import Draft, said

REMEDY = "Löschen Sie einen der beiden Einträge."


def test_each_key_once_passes(write: Draft) -> None:
    assert said(with_list(write).problems()) == []


def test_a_key_that_stands_twice_on_a_page_is_an_error(write: Draft) -> None:
    again = "  - title: Noch einmal\n    leika: 99050036005000\n    level: state\n"
    assert said(with_list(write, PAGE + again).problems()) == [
        f"content/{LANDING}:27:12: Der Schlüssel 99050036005000 steht schon in {LANDING}  [listed-twice] → {REMEDY}"
    ]


def test_a_key_on_two_pages_is_an_error_on_the_second(write: Draft) -> None:
    first = PAGE.partition("  - title: Versteigerer Öffentliche")[0]
    assert said(with_list(write)("landings/zweite.yaml", first)) == [
        f"content/landings/zweite.yaml:9:12: Der Schlüssel 99050036005000 steht schon in {LANDING}  [listed-twice]"
        f" → {REMEDY}"
    ]
