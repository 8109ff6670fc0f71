"""The report of an import in German: numbers, what was left alone, every finding, the fate of every field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.exchange.delivery import Delivery, FieldUse
from plugins.exchange.findings import Finding, Matter

FILE = "import-bericht.md"


@dataclass(frozen=True, slots=True)
class Kept:
    """Paths that an import did not touch."""

    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def as_markdown(delivery: Delivery, kept: Kept) -> str:
    """The whole report; the same delivery into the same folder gives the same text."""
    parts = [
        ["# Import-Bericht", "", delivery.source, "", delivery.attribution.strip()],
        _section("Zahlen", [f"- {name}: {number}" for name, number in delivery.numbers]),
        _section("Was zu wissen ist", [f"- {remark}" for remark in delivery.remarks]),
        _section("Von der Redaktion geändert, nicht überschrieben", _paths(kept.edited)),
        _section("Von der Redaktion gelöscht, nicht wieder angelegt", _paths(kept.deleted)),
        _section("Von der Redaktion angelegt, nicht überschrieben", _paths(kept.foreign)),
        _section("Nicht mehr in der Quelle, Datei behalten", _paths(kept.gone)),
        *(_findings(matter, delivery.findings) for matter in Matter),
        _section("Server, auf die verlinkt wird", [f"- {host}: {count}" for host, count in delivery.hosts]),
        _section("Was aus jedem Feld der Quelle wurde", list(_fields(delivery.fields))),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _section(heading: str, lines: list[str]) -> list[str]:
    return [f"## {heading}", "", *lines] if lines else []


def _paths(paths: Iterable[str]) -> list[str]:
    return [f"- {path}" for path in paths]


def _findings(matter: Matter, findings: dict[Finding, int]) -> list[str]:
    found = [(finding, times) for finding, times in findings.items() if finding.matter is matter]
    return _section(f"{matter.value} ({len(found)})", [_line(*one) for one in found]) if found else []


def _line(finding: Finding, times: int) -> str:
    detail = f": {finding.detail}" if finding.detail else ""
    return f"- {finding.record}{detail}{f' ({times}-mal)' if times > 1 else ''}"


def _fields(fields: tuple[FieldUse, ...]) -> Iterator[str]:
    yield "| Datei | Feld | Vorkommen | davon gefüllt | Verbleib |"
    yield "|---|---|---|---|---|"
    for use in fields:
        yield f"| {use.file} | {use.path} | {use.seen} | {use.filled} | {use.fate} |"
