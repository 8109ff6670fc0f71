"""The ledger: three days of failing, one file per host, always the same bytes."""

import datetime
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.records import CheckedLink, LinkState
from plugins.links import ledger
from plugins.links.finding import Finding
from tests.conftest import Draft

DOG, CAT = "https://www.rurland.example/hund", "https://www.rurland.example/katze"
MONDAY = datetime.date(2026, 11, 2)
FINE = Finding(LinkState.OK)
GONE = Finding(LinkState.BROKEN, "Der Server antwortet mit 404")
BUSY = Finding(LinkState.PENDING, "Der Server bittet um Geduld (429)")
TLS = Finding(LinkState.DANGER, "Der Server weist sich nicht gültig aus (TLS)")


def day(number: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=number)


def history(*found: Finding) -> list[tuple[str, int, int]]:
    """State, day since when, and strikes after each day's run."""
    link, told = None, []
    for number, finding in enumerate(found):
        link = ledger.entered(DOG, finding, link, day(number))
        told.append((str(link.state), (link.since - MONDAY).days, link.strikes))
    return told


def test_a_link_is_broken_on_its_third_day_of_failing() -> None:
    assert history(FINE, GONE, GONE, GONE, GONE) == [
        ("ok", 0, 0),
        ("ok", 0, 1),
        ("ok", 0, 2),
        ("broken", 3, 3),
        ("broken", 3, 3),
    ]


def test_what_never_worked_is_open_until_the_third_day() -> None:
    assert history(GONE, GONE, GONE) == [("pending", 0, 1), ("pending", 0, 2), ("broken", 2, 3)]


def test_one_good_day_clears_all_strikes() -> None:
    assert history(FINE, GONE, GONE, FINE, GONE)[2:] == [("ok", 0, 2), ("ok", 0, 0), ("ok", 0, 1)]


def test_what_is_broken_works_again_at_once() -> None:
    assert history(GONE, GONE, GONE, FINE)[-1] == ("ok", 3, 0)


def test_danger_counts_at_once() -> None:
    assert history(FINE, TLS, FINE) == [("ok", 0, 0), ("danger", 1, 0), ("ok", 2, 0)]


@pytest.mark.parametrize("before", [(FINE,), (FINE, GONE), (GONE, GONE, GONE), (TLS,)])
def test_a_server_that_asks_for_patience_tells_nothing(before: tuple[Finding, ...]) -> None:
    assert history(*before, BUSY)[-1] == history(*before)[-1]
    assert history(BUSY) == [("pending", 0, 0)]


def test_two_failures_on_one_day_are_one_strike() -> None:
    first = ledger.entered(DOG, GONE, None, MONDAY)
    assert ledger.entered(DOG, GONE, first, MONDAY) == first


def test_what_was_checked_longest_ago_comes_first() -> None:
    known = {CAT: ledger.entered(CAT, FINE, None, day(0)), DOG: ledger.entered(DOG, FINE, None, day(1))}
    new = "https://a.example/neu"
    assert ledger.due([DOG, CAT, new], known, None) == [new, CAT, DOG]
    assert ledger.due([DOG, CAT, new], known, 2) == [new, CAT]


FILE = """\
# Geschrieben von `make links`; bitte nicht von Hand ändern.
links:
- address: https://www.rurland.example/hund
  state: ok
  since: 2026-11-02
  checked_on: 2026-11-03
  strikes: 1
  note: Der Server antwortet mit 404
- address: https://www.rurland.example/katze
  state: ok
  since: 2026-11-03
  checked_on: 2026-11-03
  moves_to: https://www.rurland.example/katze/
"""


def links() -> list[CheckedLink]:
    moved = Finding(LinkState.OK, moves_to=f"{CAT}/")
    fine = ledger.entered(DOG, FINE, None, day(0))
    return [ledger.entered(CAT, moved, None, day(1)), ledger.entered(DOG, GONE, fine, day(1))]


def test_the_file_is_sorted_short_and_always_the_same() -> None:
    assert ledger.as_yaml(sorted(links(), key=lambda link: link.address)) == FILE


def test_what_is_written_is_read_again(write: Draft) -> None:
    ledger.write(write.folder, links())
    assert (write.folder / "links" / "www.rurland.example.yaml").read_text("utf-8") == FILE
    assert write.problems() == []
    found = load(write.folder)[0].checked_links.values()
    assert [link.model_dump() for link in found] == [link.model_dump() for link in reversed(links())]


def test_a_host_without_addresses_loses_its_file(tmp_path: Path) -> None:
    ledger.write(tmp_path, links())
    ledger.write(tmp_path, [ledger.entered("https://b.example/", FINE, None, MONDAY)])
    assert [file.name for file in (tmp_path / "links").iterdir()] == ["b.example.yaml"]


def test_without_links_there_is_no_folder(tmp_path: Path) -> None:
    ledger.write(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_of_thousands_of_addresses_is_read(write: Draft) -> None:
    many = [ledger.entered(f"https://www.rurland.example/{number}", FINE, None, MONDAY) for number in range(3000)]
    ledger.write(write.folder, many)
    assert write.problems() == []
