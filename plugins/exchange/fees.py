"""Fees from prose: amounts are taken where each line says one thing, otherwise the words stay words."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.catalog import markdown
from plugins.catalog.records import Fee
from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import one_line
from plugins.exchange.richtext import RichText

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{1,7}(?:,\d{2})?"
_EURO = r"\s*(?:Euro|EUR|€)"
_LABEL = r"(?:(?P<label>[^:€]{2,200}?)\s*[:/]\s*)?"
_NOTE = r"(?:\s*,?\s*\((?P<note>[^()€]{2,200})\)|\s+(?P<per>(?:pro|je) [^,;:€()]{2,60}))?\s*\.?"
_FIXED = re.compile(rf"{_LABEL}(?P<amount>{_NUMBER}){_EURO}{_NOTE}", re.IGNORECASE)
_RANGE = re.compile(
    rf"{_LABEL}(?P<lower>{_NUMBER})(?:{_EURO})?\s*(?:bis|-|–)\s*(?P<upper>{_NUMBER}){_EURO}{_NOTE}", re.I
)
_FROM = re.compile(rf"{_LABEL}(?P<bound>ab|bis)\s+(?P<amount>{_NUMBER}){_EURO}{_NOTE}", re.IGNORECASE)
_FREE = re.compile(
    rf"{_LABEL}(?:gebührenfrei|kostenfrei|kostenlos|keine(?: gebühr(?:en)?)?|es fallen keine gebühren an)\s*\.?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d\s*(?:Euro|EUR|€)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """When and where the amounts were true; a fee without it is not believed."""

    as_of: datetime.date
    source: str


def fees_of(text: RichText, origin: Origin, note: Note) -> tuple[tuple[Fee, ...], str]:
    """The fees of a text, and the Markdown for „Kosten“ that the fees do not say."""
    if not text.lines:
        return (_words("Keine Angabe in der Quelle", origin),), ""
    parsed = [_fee(line, origin) for line in text.lines]
    fees = tuple(fee for fee in parsed if fee)
    if len(fees) == len(parsed):
        return fees, ""
    remark = text.lines[len(fees) :]
    if fees and all(parsed[: len(fees)]) and not any(_MONEY.search(line) for line in remark):
        note(Matter.FEE, "Beträge als Gebühren, der übrige Text unter „Kosten“")
        return fees, _from_line(text.markdown, remark[0])
    return _as_words(text, origin, note)


def _from_line(text: str, line: str) -> str:
    """The Markdown from the paragraph on that begins with this line; all of it when none does."""
    paragraphs = text.split("\n\n")
    start = next((n for n, one in enumerate(paragraphs) if markdown.to_text(one).startswith(line[:20].rstrip())), 0)
    return "\n\n".join(paragraphs[start:])


def _as_words(text: RichText, origin: Origin, note: Note) -> tuple[tuple[Fee, ...], str]:
    joined = one_line(" ".join(line if line[-1] in ".:;,!?" else f"{line};" for line in text.lines)).removesuffix(";")
    if len(joined) <= 300 and "](" not in text.markdown:
        note(Matter.FEE, "als Erklärung")
        return (_words(joined, origin),), ""
    note(Matter.FEE, "unter „Kosten“")
    return (_words("siehe Kosten", origin),), text.markdown


def _words(words: str, origin: Origin) -> Fee:
    return Fee(note=words, as_of=origin.as_of, source=origin.source)


def _fee(line: str, origin: Origin) -> Fee | None:
    """The fee that a line states and nothing else, such as „Über 24 Jahren: 46 Euro“."""
    text = one_line(line)
    fixed, span, bound, free = (pattern.fullmatch(text) for pattern in (_FIXED, _RANGE, _FROM, _FREE))
    found = span or bound or fixed or free
    if found is None or len(text) > 300 or any(_MONEY.search(part) for part in _remarks(found).values()):
        return None
    values: dict[str, Decimal | str] = {}
    if span:
        values = {"lower": _amount(span["lower"]), "upper": _amount(span["upper"])}
    elif bound:
        values = {"lower" if bound["bound"].lower() == "ab" else "upper": _amount(bound["amount"])}
    elif fixed:
        values = {"amount": _amount(fixed["amount"])}
    if span and values["lower"] > values["upper"]:  # type: ignore[operator]
        return None
    return Fee.model_validate({**values, **_remarks(found), "as_of": origin.as_of, "source": origin.source})


def _remarks(found: re.Match[str]) -> dict[str, str]:
    """Label and note of a line; the words in brackets are the label when there is no other."""
    parts: Sequence[str | None] = (found["label"], *(found.groupdict().get(name) for name in ("note", "per")))
    label, remark = parts[0], parts[1] or parts[2]
    if found.re is _FREE:
        remark = "gebührenfrei"
    if not label and parts[1] and found.re is _FIXED:
        label, remark = parts[1], None
    return {name: value for name, value in (("label", label), ("note", remark)) if value}


def _amount(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
