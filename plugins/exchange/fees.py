"""Fees from prose: amounts are taken where each line says one thing, otherwise the words stay words."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from plugins.catalog import markdown
from plugins.catalog.records import Fee
from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import one_line
from plugins.exchange.richtext import RichText

_NUMBER = r"(?:\d\.\d{3}|\d{1,3})\.\d{3}(?:,\d{2})?|\d{1,7}(?:,\d{2})?"
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
_PATTERNS = (_RANGE, _FROM, _FIXED, _FREE)
_LONGEST_LINE = 300
_MONEY = re.compile(r"\d\s*(?:Euro|EUR|€)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """When and where the amounts were true; a fee without a day is not believed, the check asks for it."""

    as_of: datetime.date | None
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
    if len(line) > _LONGEST_LINE:
        return None
    text = one_line(line)
    found = next((match for pattern in _PATTERNS if (match := pattern.fullmatch(text))), None)
    if found is None or any(_MONEY.search(part) for part in _remarks(found).values()):
        return None
    amounts = _amounts(found)
    if amounts.get("lower", Decimal(0)) > amounts.get("upper", Decimal("Infinity")):
        return None
    return Fee.model_validate({**amounts, **_remarks(found), "as_of": origin.as_of, "source": origin.source})


def _amounts(found: re.Match[str]) -> dict[str, Decimal]:
    """`amount`, or `lower` and `upper`, as the words of the line say; nothing for what is free."""
    named = found.groupdict()
    fields = {"lower": named.get("lower"), "upper": named.get("upper"), "amount": named.get("amount")}
    if bound := named.get("bound"):
        fields = {"lower" if bound.lower() == "ab" else "upper": named["amount"]}
    return {name: Decimal(text.replace(".", "").replace(",", ".")) for name, text in fields.items() if text}


def _remarks(found: re.Match[str]) -> dict[str, str]:
    """Label and note of a line; the words in brackets are the label when there is no other."""
    named = found.groupdict()
    label, brackets, per = (named.get(name) for name in ("label", "note", "per"))
    if found.re is _FREE:
        brackets = "gebührenfrei"
    elif found.re is _FIXED and not label:
        label, brackets = brackets, None
    remarks = {"label": label, "note": brackets or per}
    return {name: text for name, text in remarks.items() if text}
