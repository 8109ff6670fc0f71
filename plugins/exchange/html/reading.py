"""One page of a crawl as what it says of a service: title, texts by field, key, and how surely each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.catalog.records import Fee
from plugins.exchange.drafts import Confidence, Found, least_sure
from plugins.exchange.fees import Origin, fees_of
from plugins.exchange.files import facts
from plugins.exchange.findings import Matter, Note
from plugins.exchange.html.pieces import Page, Piece
from plugins.exchange.html.sections import Section, as_html, sections
from plugins.exchange.html.titles import Title
from plugins.exchange.plaintext import one_line, summary
from plugins.exchange.richtext import RichText, read_html

_TELLING = frozenset(
    {"requirements", "documents", "steps", "costs", "deadlines", "processing_time", "form_notes", "legal_notes"}
    | {"remedy", "competent_office", "leika"}
)
"""Fields that only the page of a service has sections for."""

_SERVICE_ADDRESS = re.compile(r"dienstleistung|leistung|anliegen|buerger-?service|produkt", re.IGNORECASE)
_KEY = re.compile(r"(?:leika|leistungsschl(?:ü|ue)ssel|leistungs-id)\D{0,30}((?:99|77)\d{12})(?!\d)", re.IGNORECASE)
_BARE_KEY = re.compile(r"(?<!\d)((?:99|77)\d{12})(?!\d)")
_PERSON = re.compile(r"\b(?:Frau|Herrn?)\s+(?:Dr\.\s+)?[A-ZÄÖÜ]|\b[a-z]{2,}\.[a-z]{2,}@", re.ASCII)
_PERSONAL = frozenset({"contact", "competent_office"})
_FEWEST_LETTERS = 40
"""Shorter lines outside any section that are no sentence are not worth keeping."""

Texts = dict[str, list[tuple[RichText, Confidence, str]]]


@dataclass(frozen=True, slots=True)
class Origins:
    """Where a page stood: its address as links on it need it, and its server, the source of fees."""

    base: str
    host: str


def is_service(parts: Sequence[Section], address: str) -> bool:
    """True when a page has what pages of services have."""
    telling = {section.field for section in parts if section.pieces} & _TELLING
    return len(telling) > 1 or (bool(telling) and bool(_SERVICE_ADDRESS.search(address)))


def cut(page: Page, title: Title | None) -> list[Section]:
    """The sections of a page below its title."""
    start = next((at + 1 for at, piece in enumerate(page.pieces) if title and piece is title.piece), 0)
    return sections(page.pieces[start:])


def found_in(page: Page, parts: Sequence[Section], title: Title, origins: Origins, note: Note) -> dict[str, Found]:
    """Everything a page says of a service, by field."""
    texts = _texts(parts, title, origins, note)
    costs = texts.pop("costs", [])
    return {
        "title": title.found,
        **_summary(page, texts),
        **_key(page, texts),
        **_synonyms(texts),
        **{name: _joined(name, said, note) for name, said in texts.items()},
        **_fees(costs, origins, note),
    }


def _texts(parts: Sequence[Section], title: Title, origins: Origins, note: Note) -> Texts:
    """What stands under each field; what has no heading we know stands in the full text."""
    texts: Texts = {}
    for number, section in enumerate(parts):
        if section.field == "":
            continue
        shown = section if section.heading else _worth_reading(section, note)
        text = read_html(_with_heading(shown, as_html(shown, origins.base)), note)
        if text.lines:
            name, confidence, why = _meant(section, title, is_first=number == 0, note=note)
            texts.setdefault(name, []).append((text, confidence, why))
    return texts


def _meant(section: Section, title: Title, *, is_first: bool, note: Note) -> tuple[str, Confidence, str]:
    heading = section.heading
    if heading and heading.field:
        return heading.field, heading.confidence, heading.why
    if heading:
        note(Matter.UNKNOWN_HEADING, f"„{heading.text}“")
        return "full_text", Confidence.LOW, f"unbekannt: {heading.why}"
    if is_first and title.piece:
        return "full_text", Confidence.MEDIUM, "Text zwischen dem Titel und der ersten Überschrift"
    return "full_text", Confidence.LOW, "Text ohne Überschrift"


def _worth_reading(section: Section, note: Note) -> Section:
    """A section without heading, without lines that only lead away and scraps such as „Seite drucken“."""
    kept: list[Piece] = []
    for piece in section.pieces:
        is_prose = len(piece.text) >= _FEWEST_LETTERS or piece.text.endswith((".", "!", "?"))
        if not piece.is_linked and (is_prose or piece.item or piece.cell or piece.bold == piece.text):
            kept.append(piece)
        elif not piece.is_linked:
            note(Matter.LEFT_OUT, f"„{piece.text}“")
    return Section(None, kept)


def _with_heading(section: Section, made: str) -> str:
    heading = section.heading
    if heading and (heading.field is None or _is_hours(heading.text)):
        return f"<h3>{one_line(heading.text)}</h3>{made}"
    return made


def _is_hours(heading: str) -> bool:
    return heading.casefold().endswith("zeiten")


def _joined(name: str, said: list[tuple[RichText, Confidence, str]], note: Note) -> Found:
    """Several sections of a field as one text, as sure as the least sure of them."""
    confidence = least_sure(one for _, one, _ in said)
    text = "\n\n".join(part.markdown for part, _, _ in said)
    why = " und ".join(dict.fromkeys(reason for _, _, reason in said))
    if name in _PERSONAL and _PERSON.search(text):
        note(Matter.PERSON, why)
        return Found(text, Confidence.LOW, f"nennt vielleicht eine Person; {why}")
    return Found(text, confidence, why)


def _summary(page: Page, texts: Texts) -> dict[str, Found]:
    """The page's own short text, else its description for search engines, else the first sentences of the text."""
    own = texts.pop("summary", [])
    described = one_line(page.meta.get("description", ""))
    full = texts.get("full_text", [])
    if own:
        said = summary(own[0][0].lines)
        return {"summary": Found(said, own[0][1], own[0][2])}
    if 20 <= len(described) <= 200:
        return {"summary": Found(described, Confidence.MEDIUM, "Beschreibung der Seite für Suchmaschinen")}
    if full and (said := summary(full[0][0].prose)):
        if [part.markdown for part, _, _ in full] == [said]:
            del texts["full_text"]
        return {"summary": Found(said, least_sure((full[0][1], Confidence.MEDIUM)), "erste Sätze des Textes")}
    return {}


def _key(page: Page, texts: Texts) -> dict[str, Found]:
    """The LeiKa key: from the page's own tag, beside its name, or bare."""
    section = " ".join(line for text, _, _ in texts.pop("leika", []) for line in text.lines)
    tag = page.meta.get("schluessel", "")
    everything = " ".join(piece.text for piece in page.pieces)
    if named := _BARE_KEY.findall(f"{tag} {section}") or _KEY.findall(everything):
        return {"leika": Found(list(dict.fromkeys(named)), Confidence.HIGH, "als Leistungsschlüssel bezeichnet")}
    if bare := _BARE_KEY.findall(everything):
        return {"leika": Found(list(dict.fromkeys(bare)), Confidence.LOW, "14 Ziffern im Text")}
    return {}


def _synonyms(texts: Texts) -> dict[str, Found]:
    """The page's own list of words."""
    said = texts.pop("synonyms", [])
    words = [word.strip() for text, _, _ in said for line in text.lines for word in re.split(r"[,;|·]", line)]
    kept = list({word.casefold(): word for word in words if 0 < len(word) <= 60}.values())[:20]
    return {"synonyms": Found(kept, said[0][1], said[0][2])} if kept else {}


def _fees(said: list[tuple[RichText, Confidence, str]], origins: Origins, note: Note) -> dict[str, Found]:
    """Amounts where every line states one; prose stays prose, and the check asks for the fees."""
    if not said:
        return {}
    whole = _joined("costs", said, note)
    fees, costs = fees_of(said[0][0], Origin(None, origins.host or "altes Portal"), note)
    if len(said) > 1 or not all(map(_is_exact, fees)):
        return {"costs": whole}
    written = Found([facts(fee) for fee in fees], whole.confidence, f"{whole.why}; Stand fehlt")
    return {"fees": written} | ({"costs": Found(costs, whole.confidence, whole.why)} if costs else {})


def _is_exact(fee: Fee) -> bool:
    has_amount = fee.amount is not None or fee.lower is not None or fee.upper is not None
    return has_amount or fee.note == "gebührenfrei"
