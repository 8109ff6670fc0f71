"""A text was reviewed in the past and is due after that."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
DATES = "reviewed_on: 2026-10-20\nreview_by: 2027-10-20"


@pytest.mark.parametrize(
    "dates",
    ["reviewed_on: 2026-11-01\nreview_by: 2026-11-02", "reviewed_on: 2025-11-01\nreview_by: 01.11.2026"],
)
def test_a_review_up_to_today_that_is_due_today_or_later_passes(write: Draft, dates: str) -> None:
    assert write.change(DOG, DATES, dates) == []


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (
            "reviewed_on: 2026-11-02\nreview_by: 2027-11-02",
            "13:14: Das Prüfdatum liegt in der Zukunft  [review-date] → Tragen Sie den Tag der letzten Prüfung ein.",
        ),
        (
            "reviewed_on: 2026-10-20\nreview_by: 2026-10-20",
            "14:12: Die nächste Prüfung liegt vor der letzten  [review-date] → Meist ein Jahr nach reviewed_on.",
        ),
        (
            "reviewed_on: 2025-10-31\nreview_by: 2026-10-31",
            "14:12: Hinweis: Prüfung überfällig seit 31.10.2026  [review-date]"
            " → Prüfen Sie den Text und setzen Sie reviewed_on und review_by neu.",
        ),
    ],
)
def test_dates_in_the_wrong_order_are_errors_and_an_overdue_review_is_a_hint(
    write: Draft, dates: str, message: str
) -> None:
    assert said(write.change(DOG, DATES, dates)) == [f"content/{DOG}:{message}"]
