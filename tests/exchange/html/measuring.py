"""How much of what a person takes from a page the import takes too, and how far its own judgement can be trusted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from plugins.catalog import markdown
from plugins.catalog.records import Service
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.exchange.drafts import Confidence

CRAWLS = Path(__file__).parent / "crawls"
TRUTH = Path(__file__).parent / "truth.yaml"
_HEADINGS = {mark.heading: name for name, mark in marked_fields(Service, Section).items()}
_LABELS = {str(field.title): name for name, field in Service.model_fields.items()} | _HEADINGS

Said = dict[str, tuple[str, str]]
"""By field: its words and how sure the draft says it is."""


def truth() -> dict[str, dict[str, dict[str, str]]]:
    """By crawl, service and field."""
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    return loaded


def said_in(draft: Path) -> Said:
    """What a draft says, with the confidence of its comments."""
    text = draft.read_text(encoding="utf-8")
    sure = {_LABELS[label]: word for label, word in re.findall(r"^# ([^:\n]+): (\w+), ", text, re.MULTILINE)}
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    values: dict[str, Any] = yaml.safe_load(front)
    words = {name: _plain(value) for name, value in values.items() if value}
    for heading, part in re.findall(r"^## ([^\n]+)\n\n(.*?)(?=\n## |\Z)", body, re.MULTILINE | re.DOTALL):
        words[_HEADINGS[heading]] = _lines(part)
    return {name: (text, sure[name]) for name, text in words.items()}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return " / ".join(_fee(one) if isinstance(one, dict) else str(one) for one in value)
    return str(value)


def _fee(fee: Mapping[str, object]) -> str:
    amounts = "–".join(str(fee[name]) for name in ("lower", "upper", "amount") if name in fee).replace(",", ".")
    return " ".join(str(part) for part in (fee.get("label"), amounts, fee.get("note")) if part)


def _lines(text: str) -> str:
    rows = [line for line in text.split("\n") if line.strip() and not re.fullmatch(r"[| -]+", line)]
    plain = (" ".join(markdown.to_text(re.sub(r"^\s*(?:-|\d+\.|#+)\s|[|]|\\$", " ", row)).split()) for row in rows)
    return " / ".join(line.replace(" .", ".") for line in plain if line)


def compared(crawl: str, folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Service, field, verdict (right, wrong, missing) and confidence of all that is true or said of a service."""
    for slug, fields in truth()[crawl].items():
        path = folder / "services" / f"{slug}.md"
        said = said_in(path) if path.is_file() else {}
        for name in sorted((fields.keys() | said.keys()) - {"former_urls"}):
            words, sure = said.get(name, ("", ""))
            verdict = "missing" if not words else "right" if words == fields.get(name) else "wrong"
            yield slug, name, verdict, sure


def table(folders: Mapping[str, Path]) -> str:
    """How each crawl was read."""
    lines = ["| Crawl | Confidence | right | wrong | missing |", "|---|---|---|---|---|"]
    for crawl, folder in folders.items():
        found = Counter((verdict, sure) for _, _, verdict, sure in compared(crawl, folder))
        for sure in Confidence:
            lines.append(f"| {crawl} | {sure} | {found['right', sure]} | {found['wrong', sure]} | |")
        lines.append(f"| {crawl} | not found | | | {found['missing', '']} |")
    return "\n".join(lines)


def totals(folders: Mapping[str, Path]) -> str:
    """The same in a sentence."""
    found = Counter(
        (verdict, sure) for crawl, folder in folders.items() for _, _, verdict, sure in compared(crawl, folder)
    )
    parts = (f"`{one}` {found['right', one]} of {found['right', one] + found['wrong', one]}" for one in Confidence)
    return f"{', '.join(parts)}; {found['missing', '']} values are not found."
