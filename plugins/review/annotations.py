"""Problems in the formats of the forges, each at its line. What content says cannot break out of any of them."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from xml.etree import ElementTree as ET

from plugins.catalog.places import Problem, Severity
from plugins.catalog.printing import visible

_COMMANDS = {Severity.ERROR: "error", Severity.HINT: "notice"}
_SEVERITIES = {Severity.ERROR: "major", Severity.HINT: "info"}


def ordered(problems: Sequence[Problem]) -> list[Problem]:
    """Errors first, for a forge shows only the first ten; then by place."""
    return sorted(problems, key=lambda one: (one.severity is Severity.HINT, one.place, one.rule, one.message))


def github(problems: Sequence[Problem], folder: str) -> Iterator[str]:
    """One workflow command per problem: `::error file=…,line=3,col=1,title=…::message`."""
    for one in ordered(problems):
        place = {"file": _path(one, folder), "line": one.place.line, "col": one.place.column} if one.place.path else {}
        properties = {**place, "title": one.rule}
        written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        message = _escaped("\n".join(_sentences(one)))
        yield f"::{_COMMANDS[one.severity]} {written}::{message}"


def code_quality(problems: Sequence[Problem], folder: str) -> str:
    """GitLab's code quality report; a problem keeps its fingerprint when lines above it come or go."""
    seen: Counter[str] = Counter()
    entries = []
    for one in ordered(problems):
        name = "\0".join((one.rule, one.place.path, one.message))
        seen[name] += 1
        entries.append(
            {
                "description": " → ".join(_sentences(one)),
                "check_name": one.rule,
                "fingerprint": sha256(f"{name}\0{seen[name]}".encode("utf-8", "backslashreplace")).hexdigest(),
                "severity": _SEVERITIES[one.severity],
                "location": {"path": _path(one, folder), "lines": {"begin": one.place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def junit(problems: Sequence[Problem], folder: str) -> str:
    """JUnit XML: every error is a failed test, every hint a passed one that says something; no problem, one test."""
    errors = sum(one.severity is Severity.ERROR for one in problems)
    suite = ET.Element("testsuite", name="Inhalte", tests=str(len(problems) or 1), failures=str(errors))
    for one in ordered(problems):
        path = _path(one, folder)
        case = ET.SubElement(suite, "testcase", classname=one.rule, name=f"{path}:{one.place.line}", file=path)
        message, *remedy = _sentences(one)
        if one.severity is Severity.ERROR:
            ET.SubElement(case, "failure", message=message).text = "\n".join(remedy)
        else:
            ET.SubElement(case, "system-out").text = " → ".join((message, *remedy))
    if not problems:
        ET.SubElement(suite, "testcase", classname="check", name="Keine Fehler")
    ET.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"


def _sentences(one: Problem) -> list[str]:
    return [visible(text) for text in (one.message, one.hint) if text]


def _path(one: Problem, folder: str) -> str:
    return visible(f"{folder}/{one.place.path}" if one.place.path else folder)


def _escaped(text: str) -> str:
    """As the runner reads it back: only these three can end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
