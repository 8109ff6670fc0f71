"""An agenda as data, and the tiny country in which every kind of service stands somewhere."""

import datetime
from collections.abc import Callable

import pytest

from plugins.status.reviews import Agenda, Review

PORTAL = "https://service.grossstadt.example"

Planned = Callable[..., Agenda]


def review(title: str = "Hund anmelden", due: str = "2026-10-31", service: str = "hund-anmelden") -> Review:
    """A service last reviewed on the twentieth of October 2025."""
    url = f"{PORTAL}/leistungen/{service}/"
    last = datetime.date(2025, 10, 20)
    return Review(service, title, url, f"services/{service}.md", last, datetime.date.fromisoformat(due))


@pytest.fixture
def planned() -> Planned:
    """`planned(review, …)`: the agenda of the Steueramt."""
    return lambda *reviews: Agenda("steueramt", "Steueramt", PORTAL, tuple(reviews))
