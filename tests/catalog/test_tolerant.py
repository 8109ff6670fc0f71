"""Dates and amounts in the forms that people, Word and Excel give them."""

import datetime
from decimal import Decimal

import pytest

from plugins.catalog.tolerant import amount, as_written, day, without_dots


@pytest.mark.parametrize(
    "written",
    ["2027-01-31", "31.01.2027", "31.1.2027", "31. 1. 2027", " 31.01.2027\u00a0", "„31.01.2027“", '"2027-01-31"'],
)
def test_a_day_is_read_in_every_form_that_has_one_meaning(written: str) -> None:
    assert day(written) == datetime.date(2027, 1, 31)


@pytest.mark.parametrize("written", ["31.02.2027", "01/31/2027", "31.01.27", "20270131", "Januar 2027", ""])
def test_a_day_is_never_guessed(written: str) -> None:
    assert day(written) is None


@pytest.mark.parametrize(
    ("written", "euro"),
    [
        ("26", "26"),
        ("26,50", "26.50"),
        ("26.50", "26.50"),
        ("26,50 €", "26.50"),
        ("26,50\u202f€", "26.50"),
        ("26 Euro", "26"),
        ("26,–", "26"),
        ("1.046,00 Euro", "1046"),
        ("1.234.567,89 EUR", "1234567.89"),
        ("“26,50”", "26.50"),
    ],
)
def test_an_amount_is_read_in_every_form_that_has_one_meaning(written: str, euro: str) -> None:
    assert amount(written) == Decimal(euro)


@pytest.mark.parametrize(
    "written", ["1.046", "26,5", "etwa 26", "-5", "٤٦", "26,50 € je Hund", "1,046.00", "12.34,00", ""]
)
def test_an_amount_is_never_guessed(written: str) -> None:
    assert amount(written) is None


def test_the_form_of_the_house() -> None:
    assert (as_written(Decimal("26.5")), as_written(Decimal(26))) == ("26,50", "26,00")
    assert as_written(datetime.date(2027, 1, 31)) == "2027-01-31"


@pytest.mark.parametrize(
    ("written", "digits"),
    [("1.046", "1046"), ("„1.046 €“", "1046"), ("1.234.567", "1234567"), ("12.345.678", ""), ("0.046", ""), ("46", "")],
)
def test_thousands_are_named_without_their_dots(written: str, digits: str) -> None:
    assert without_dots(written) == digits
