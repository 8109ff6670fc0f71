"""A cell is never a formula, and comes back as it was."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.records import Fee, Service
from plugins.exchange.table.cells import defused, in_form, plain

_DANGEROUS = tuple("=+-@\t\r＝＋－＠")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 221 4710", "'+49 221 4710"),
        ("-5", "'-5"),
        ("@SUM(1+9)*cmd|' /C calc'!A0", "'@SUM(1+9)*cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("'=1", "''=1"),
        ("'n Abend", "'n Abend"),
        ("02452 13-0", "02452 13-0"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text) == cell


@given(st.text() | st.text(alphabet="'=+-@ a"))
def test_every_text_comes_back_and_is_no_formula(text: str) -> None:
    assert not defused(text).startswith(_DANGEROUS)
    assert plain(defused(text)) == text.replace("\r\n", "\n").replace("\r", "\n").strip(" \n")


@pytest.mark.corpus
def test_no_payload_of_the_public_list_is_a_formula(corpora: Path) -> None:
    payloads = (corpora / "adversarial/csv-injection/csv-payload.txt").read_text("utf-8").splitlines()
    assert len(payloads) > 5
    assert [payload for payload in payloads if defused(payload).startswith(_DANGEROUS)] == []
    assert [plain(defused(payload)) for payload in payloads] == [payload.strip(" ") for payload in payloads]


@pytest.mark.parametrize(
    ("cell", "day"), [("31.01.27", "2027-01-31"), ("31.1.2027", "2027-01-31"), ("2027-01-31", "2027-01-31")]
)
def test_a_date_as_excel_writes_it(cell: str, day: str) -> None:
    assert in_form(cell, Service.model_fields["review_by"]) == datetime.date.fromisoformat(day).isoformat()


@pytest.mark.parametrize(
    ("cell", "amount"), [("26,5", "26,50"), ("26", "26,00"), ("1.046,5", "1046,50"), ("26 €", "26,00")]
)
def test_an_amount_as_excel_writes_it(cell: str, amount: str) -> None:
    assert in_form(cell, Fee.model_fields["amount"]) == amount
    assert Decimal(amount.replace(",", "."))


def test_what_is_no_date_and_no_amount_stays_for_the_check() -> None:
    assert in_form("bald", Service.model_fields["review_by"]) == "bald"
    assert in_form("viel", Fee.model_fields["amount"]) == "viel"
    assert in_form("26,5", Fee.model_fields["note"]) == "26,5"
