"""How the links stand, in German and as JSON; and the command."""

import json
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.links import __main__ as command
from plugins.links import report
from plugins.links.fetching import Web, dial_public
from tests.conftest import Draft
from tests.links.conftest import HURRY, on_its_own
from tests.links.faults import Faults, Reply

DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
LEDGER = f"""\
links:
- address: https://service.wirtschaft.example/
  state: ok
  since: 2026-10-30
  checked_on: 2026-11-01
  moves_to: https://service.wirtschaft.example/start
- address: {DEEP}
  state: broken
  since: 2026-10-30
  checked_on: 2026-11-01
  strikes: 3
  note: Der Server antwortet mit 404
"""


@pytest.fixture
def folder(write: Draft) -> Path:
    """The tiny country with a ledger."""
    write("links/service.wirtschaft.example.yaml", LEDGER)
    return write.folder


def test_the_report_counts_by_portal_and_by_town_and_names_the_pages(folder: Path) -> None:
    assert report.as_text(report.of(load(folder)[0])) == (
        """\
21 Adressen: 1 in Ordnung, 1 gestört, 19 noch offen

Andere Portale:
  Registerportal des Bundes: 2 noch offen
  Steuerportal: 1 noch offen
  Wirtschaftsportal Musterland: 1 in Ordnung, 1 gestört

Orte:
  Stadt Großstadt: 1 in Ordnung, 1 gestört, 12 noch offen
  Stadt Kleinstadt: 1 in Ordnung, 1 gestört, 11 noch offen
  Kreis Muster: 9 noch offen

gestört: https://service.wirtschaft.example/gewerbe/anmeldung (seit 30.10.2026, 3. Fehlversuch)
  Der Server antwortet mit 404
  Stadt Großstadt: /leistungen/gewerbe-anmelden/
  Stadt Kleinstadt: /leistungen/gewerbe-anmelden/

in Ordnung: https://service.wirtschaft.example/ (seit 30.10.2026)
  → zieht um nach https://service.wirtschaft.example/start
  Stadt Großstadt: /leistungen/gewerbe-anmelden/
  Stadt Großstadt: /leistungen/gewerbe-ummelden/
  Stadt Kleinstadt: /leistungen/gewerbe-anmelden/
  Stadt Kleinstadt: /leistungen/gewerbe-ummelden/"""
    )


def test_the_report_for_programs_holds_every_address(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["report", "--json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["states"] == {"ok": 1, "caution": 0, "broken": 1, "danger": 0, "missing": 0, "pending": 19}
    assert told["portals"]["wirtschaftsportal"]["broken"] == 1
    assert told["municipalities"]["kreis-muster"]["broken"] == 0
    (deep,) = [link for link in told["links"] if link["address"] == DEEP]
    assert deep == {
        "address": DEEP,
        "state": "broken",
        "since": "2026-10-30",
        "checked_on": "2026-11-01",
        "strikes": 3,
        "moves_to": None,
        "note": "Der Server antwortet mit 404",
        "pages": [
            {"municipality": "grossstadt", "page": "/leistungen/gewerbe-anmelden/"},
            {"municipality": "kleinstadt", "page": "/leistungen/gewerbe-anmelden/"},
        ],
    }


@pytest.fixture
def line(server: Faults, monkeypatch: pytest.MonkeyPatch) -> Faults:
    """The command with the fault server as the whole internet, on the first of November."""
    monkeypatch.setattr(command, "dial_public", server.dial)
    monkeypatch.setattr(command, "Manners", lambda: HURRY)
    monkeypatch.setenv("LINKS_CONTACT", "portal@rurland.example")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793530000")
    return server


def checked(*arguments: str) -> int:
    """How `make links` ends."""
    return on_its_own(lambda: command.main(["check", *arguments]))


def files(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted((folder / "links").glob("*"))}


def test_a_run_writes_the_ledger_and_a_second_one_the_same(write: Draft, line: Faults) -> None:
    line.elsewhere["service.wirtschaft.example"] = Reply(200, "<title>Portal</title>Willkommen im Portal.")
    assert checked(str(write.folder)) == 0
    first = files(write.folder)
    assert "formulare.kreis-muster.example.yaml" in first
    assert first["www.steuerportal.example.yaml"] == (
        "# Geschrieben von `make links`; bitte nicht von Hand ändern.\nlinks:\n"
        "- address: https://www.steuerportal.example/\n  state: pending\n  since: 2026-11-01\n"
        "  checked_on: 2026-11-01\n  strikes: 1\n  note: Der Server antwortet mit 404\n"
    )
    assert checked(str(write.folder)) == 0
    assert files(write.folder) == first


def test_with_a_limit_the_rest_comes_next_time(write: Draft, line: Faults) -> None:
    checked("--limit", "5", str(write.folder))
    assert len(load(write.folder)[0].checked_links) == 5
    checked("--limit", "16", str(write.folder))
    assert len(load(write.folder)[0].checked_links) == 21


def test_without_a_line_nothing_is_written(
    write: Draft, line: Faults, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def dial(host: str, timeout: float) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(command, "dial_public", dial)
    assert checked(str(write.folder)) == 2
    assert capsys.readouterr().err == (
        "Kein einziger Server war zu erreichen; das Linkverzeichnis bleibt, wie es ist.\n"
    )
    assert not (write.folder / "links").exists()


@pytest.mark.parametrize("contact", ["", "portal", "a@b.example\r\nHost: x"])
def test_who_does_not_say_who_asks_may_not_ask(
    write: Draft, line: Faults, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], contact: str
) -> None:
    monkeypatch.setenv("LINKS_CONTACT", contact)
    assert checked(str(write.folder)) == 2
    assert capsys.readouterr().err == (
        "Wer fragt, nennt sich: make links LINKS_CONTACT=serviceportal@meine-stadt.example\n"
    )
    assert line.seen == []


def test_content_with_errors_is_mended_first(write: Draft, line: Faults, capsys: pytest.CaptureFixture[str]) -> None:
    write.change("services/hund-anmelden.md", "level: municipal", "level: stadt")
    assert checked(str(write.folder)) == 1
    assert "1 Fehler" in capsys.readouterr().err
    assert line.seen == []


def test_the_usual_limits() -> None:
    web = Web("agent", dial_public)
    assert (web.timeout, web.deadline, web.max_bytes) == (10.0, 30.0, 262_144)
