"""The feed of a department: Atom as RFC 4287 wants it, an entry for each review that was missed."""

import datetime
import re
from xml.etree import ElementTree as Xml

import pytest

from plugins.status.feed import as_atom
from plugins.status.reviews import Agenda
from tests.status.conftest import PORTAL, Planned, review

TODAY = datetime.date(2026, 11, 1)
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def read(agenda: Agenda, today: datetime.date = TODAY) -> Xml.Element:
    return Xml.fromstring(as_atom(agenda, today))  # noqa: S314 - written a moment ago


def texts(element: Xml.Element) -> dict[str, str]:
    """The text of each child by its name."""
    return {child.tag.removeprefix(ATOM): child.text or "" for child in element}


def test_a_missed_review_is_an_entry(planned: Planned) -> None:
    entry = read(planned(review())).find(f"{ATOM}entry")
    assert entry is not None
    assert texts(entry) == {
        "id": "https://service.grossstadt.example/leistungen/hund-anmelden/#2026-10-31",
        "title": "Hund anmelden: Prüfung überfällig seit 31.10.2026",
        "updated": "2026-11-01T00:00:00Z",
        "link": "",
        "summary": "Zuletzt geprüft am 20.10.2025. Datei: services/hund-anmelden.md",
    }
    assert entry.find(f"{ATOM}link").attrib == {"href": f"{PORTAL}/leistungen/hund-anmelden/"}  # type: ignore[union-attr]


def test_what_is_due_today_or_later_is_not_overdue(planned: Planned) -> None:
    feed = read(planned(review(due="2026-11-01"), review(due="2026-11-02")))
    assert feed.findall(f"{ATOM}entry") == []


def test_the_latest_miss_comes_first_and_dates_the_feed(planned: Planned) -> None:
    feed = read(planned(review(due="2026-09-30", service="alt"), review(due="2026-10-15", service="neu")))
    assert [texts(entry)["updated"] for entry in feed.iter(f"{ATOM}entry")] == [
        "2026-10-16T00:00:00Z",
        "2026-10-01T00:00:00Z",
    ]
    assert texts(feed)["updated"] == "2026-10-16T00:00:00Z"


@pytest.mark.parametrize("due", ["2026-10-31", "2027-10-31"])
def test_feeds_have_what_the_rfc_demands_also_without_entries(planned: Planned, due: str) -> None:
    feed = read(planned(review(due=due), review(due=due, service="hund-abmelden")))
    assert feed.tag == f"{ATOM}feed"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len({*ids})
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        found = texts(element)
        assert found["title"]
        assert found["id"].startswith("https://")
        assert MOMENT.fullmatch(found["updated"])
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Steueramt"


def test_a_hostile_title_is_text(planned: Planned) -> None:
    title = "</title><script>alert(1)</script>&amp; ]]> <!-- \"'"
    entry = read(planned(review(title))).find(f"{ATOM}entry")
    assert entry is not None
    assert texts(entry)["title"] == f"{title}: Prüfung überfällig seit 31.10.2026"
    assert len(entry) == 5
