"""Problems in the formats of GitHub and GitLab, whatever stands in them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from plugins.catalog.places import Place, Problem, Severity
from plugins.review.annotations import code_quality, github, junit

TYPO = Problem(Place("services/hund.md", 4, 8), "Ebene: „municpal“ gibt es nicht", "Möglich sind: …", rule="value")
OVERDUE = Problem(Place("services/a.md", 2), "Prüfung überfällig", severity=Severity.HINT, rule="review-date")
MIXED = Problem(Place(), "Inhalte und Programm zugleich", "Teilen Sie ihn.", rule="mixed-change")


def parsed(report: str) -> ET.Element:
    return ET.fromstring(report.encode())  # noqa: S314 (our own)


def test_on_github_errors_come_first_and_hints_are_notices() -> None:
    assert list(github([OVERDUE, TYPO], "content")) == [
        "::error file=content/services/hund.md,line=4,col=8,title=value::"
        "Ebene: „municpal“ gibt es nicht%0AMöglich sind: …",
        "::notice file=content/services/a.md,line=2,col=1,title=review-date::Prüfung überfällig",
    ]


def test_what_stands_in_no_file_has_no_line() -> None:
    assert list(github([MIXED], "content")) == [
        "::error title=mixed-change::Inhalte und Programm zugleich%0ATeilen Sie ihn."
    ]


def test_what_would_end_a_command_is_escaped() -> None:
    odd = Problem(Place("a,b:c%.md"), "100 %\r\n::set-output name=x::y", rule="slug")
    assert list(github([odd], "content")) == [
        r"::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,title=slug::100 %25\r\n::set-output name=x::y"
    ]


def test_every_naughty_title_is_one_command_one_entry_and_sound_xml(corpora: Path) -> None:
    naughty = json.loads((corpora / "adversarial/blns/blns.json").read_text("utf-8"))
    problems = [Problem(Place(f"services/{title}.md"), title, title, rule="slug") for title in naughty if title]
    commands = "\n".join(github(problems, "content")).split("\n")
    assert len(problems) > 400
    assert len(commands) == len(problems)
    assert [
        one for one in commands if not re.fullmatch(r"::error file=[^,:\r]*,line=1,col=1,title=slug::[^\r]*", one)
    ] == []
    assert len(json.loads(code_quality(problems, "content"))) == len(problems)
    assert len(parsed(junit(problems, "content"))) == len(problems)


def test_gitlab_tells_place_severity_and_remedy() -> None:
    first, second = json.loads(code_quality([OVERDUE, TYPO], "content"))
    assert first["description"] == "Ebene: „municpal“ gibt es nicht → Möglich sind: …"
    assert first["location"] == {"path": "content/services/hund.md", "lines": {"begin": 4}}
    assert (first["check_name"], first["severity"], second["severity"]) == ("value", "major", "info")


def test_a_fingerprint_stays_when_a_line_is_added_above() -> None:
    moved = Problem(Place("services/hund.md", 9, 1), TYPO.message, TYPO.hint, rule="value")
    once, again = (json.loads(code_quality([one], "content"))[0]["fingerprint"] for one in (TYPO, moved))
    assert once == again


def test_the_same_problem_twice_in_a_file_has_two_fingerprints() -> None:
    twice = Problem(Place("services/hund.md", 9, 1), TYPO.message, TYPO.hint, rule="value")
    assert len({one["fingerprint"] for one in json.loads(code_quality([TYPO, twice], "content"))}) == 2


def test_in_junit_errors_fail_and_hints_do_not() -> None:
    suite = parsed(junit([OVERDUE, TYPO], "content"))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [[child.tag for child in case] for case in suite] == [["failure"], ["system-out"]]


def test_without_problems_junit_has_one_test_that_passes() -> None:
    suite = parsed(junit([], "content"))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [(case.get("name"), len(case)) for case in suite] == [("Keine Fehler", 0)]
