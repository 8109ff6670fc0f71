"""A service that is over is named; it stays until an editor decides."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
DATES = "review_by: 2027-10-20"


@pytest.mark.parametrize("until", ["2026-11-01", "31.12.2026"])
def test_a_service_up_to_today_or_later_passes(write: Draft, until: str) -> None:
    assert write.change(DOG, DATES, f"{DATES}\nvalid_until: {until}") == []


def test_a_service_whose_last_day_is_over_is_a_hint(write: Draft) -> None:
    assert said(write.change(DOG, DATES, f"{DATES}\nvalid_until: 2026-10-31")) == [
        f"content/{DOG}:15:14: Hinweis: Die Leistung gilt nur bis 31.10.2026  [expired]"
        " → Setzen Sie valid_until neu oder löschen Sie die Leistung."
    ]
