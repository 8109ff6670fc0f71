"""A fee names an amount with its date and source, or explains why not."""

import pytest

from tests.conftest import Draft, said

WASTE = "services/gruenschnitt-abgeben.md"
FEE = "label: Je Kofferraum\n    amount: 5\n    as_of: 2026-10-01\n    source: Abfallsatzung"


@pytest.mark.parametrize(
    "fee",
    [
        "note: gebührenfrei",
        "label: Je Sack\n    note: nach Aufwand",
        "amount: 0\n    as_of: 2026-10-01\n    source: Satzung",
        "lower: 5\n    upper: 5\n    as_of: 2026-10-01\n    source: Satzung",
        "lower: 5\n    note: ab 5 Euro\n    as_of: 2026-10-01\n    source: Satzung",
    ],
)
def test_an_amount_a_range_or_words_pass(write: Draft, fee: str) -> None:
    assert write.change(WASTE, FEE, fee) == []


@pytest.mark.parametrize(
    ("fee", "message"),
    [
        ("label: Je Sack", "14:5: Gebühr ohne Betrag  [fee-amount] → amount: 12,50 — oder note: „nach Aufwand“"),
        (
            "amount: 5\n    upper: 6\n    as_of: 2026-10-01\n    source: Satzung",
            "14:5: Gebühr mit Betrag und Spanne zugleich  [fee-amount] → Löschen Sie amount oder lower und upper.",
        ),
        (
            "upper: 5\n    lower: 6,50\n    as_of: 2026-10-01\n    source: Satzung",
            "15:12: Die Spanne beginnt über ihrem Ende  [fee-amount] → Tauschen Sie lower und upper.",
        ),
        (
            "amount: 5\n    source: Satzung",
            "14:5: Betrag ohne Stand oder Quelle  [fee-amount] → as_of: 2026-06-08 und source: Gebührenordnung",
        ),
        (
            "upper: 5\n    as_of: 2026-10-01",
            "14:5: Betrag ohne Stand oder Quelle  [fee-amount] → as_of: 2026-06-08 und source: Gebührenordnung",
        ),
    ],
)
def test_a_fee_that_says_nothing_or_contradicts_itself_is_an_error(write: Draft, fee: str, message: str) -> None:
    assert said(write.change(WASTE, FEE, fee)) == [f"content/{WASTE}:{message}"]


def test_every_fee_is_checked(write: Draft) -> None:
    problems = write.change(WASTE, FEE, "label: Je Sack\n  - label: Je Kofferraum")
    assert [found.place.line for found in problems] == [14, 15]
