"""The report of an import in German: numbers, what was left alone, every finding, the fate of every field."""

from collections.abc import Iterator

from plugins.exchange.account import Account, Fate
from plugins.exchange.delivery import Delivery, FieldUse
from plugins.exchange.findings import Finding, Matter

FILE = "import-bericht.md"
NEWS = "neu"
"""The folder of what the source says where an editor's text stays."""


def as_markdown(delivery: Delivery, decided: Account) -> str:
    """The whole report: its head, every finding, the fate of every field."""
    parts = [
        _section("Was zu wissen ist", [f"- {remark}" for remark in delivery.remarks]),
        *(_findings(matter, delivery.findings) for matter in Matter),
        _section("Alte Adressen, die der Server weiterleiten muss", list(_redirects(delivery))),
        _section("Server, auf die verlinkt wird", [f"- {host}: {count}" for host, count in delivery.hosts]),
        _section("Was aus jedem Feld der Quelle wurde", list(_fields(delivery.fields))),
    ]
    return head(delivery, decided) + "".join("\n" + "\n".join(part) + "\n" for part in parts if part)


def head(delivery: Delivery, decided: Account) -> str:
    """The beginning of the report: the source, numbers, and what becomes of every file."""
    parts = [
        ["# Import-Bericht", "", delivery.source, "", delivery.attribution.strip()],
        _section("Zahlen", [f"- {name}: {number}" for name, number in delivery.numbers]),
        _section("Dateien", [f"- {fate}: {len(paths)}" for fate, paths in decided.paths.items() if paths]),
        *(_section(fate, list(_named(fate, decided))) for fate in Fate if fate is not Fate.UNCHANGED),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _named(fate: Fate, decided: Account) -> Iterator[str]:
    """The files of a fate; where the source has more to say than an editor's text, where that stands."""
    news = {file.path for file in decided.news}
    for path in decided.paths[fate]:
        yield f"- {path}" + (f"; was die Quelle sagt: {NEWS}/{path} neben diesem Bericht" if path in news else "")


def _redirects(delivery: Delivery) -> Iterator[str]:
    for old, new in delivery.redirects:
        yield f"- {old} → {new}"


def _section(heading: str, lines: list[str]) -> list[str]:
    return [f"## {heading}", "", *lines] if lines else []


def _findings(matter: Matter, findings: dict[Finding, int]) -> list[str]:
    found = [(finding, times) for finding, times in findings.items() if finding.matter is matter]
    return _section(f"{matter.value} ({len(found)})", [_line(*one) for one in found]) if found else []


def _line(finding: Finding, times: int) -> str:
    detail = f": {finding.detail}" if finding.detail else ""
    return f"- {finding.record}{detail}{f' ({times}-mal)' if times > 1 else ''}"


def _fields(fields: tuple[FieldUse, ...]) -> Iterator[str]:
    if not fields:
        return
    yield "| Datei | Feld | Vorkommen | davon gefüllt | Verbleib |"
    yield "|---|---|---|---|---|"
    for use in fields:
        yield f"| {use.file} | {use.path} | {use.seen} | {use.filled} | {use.fate} |"
