"""A `leistung` as a draft: text modules under our headings, HTML as Markdown, codes as our values."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from plugins.catalog import markdown, tolerant
from plugins.catalog.records import Audience, Language, Texts
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.exchange.findings import Matter, Note
from plugins.exchange.richtext import accepted, link, read_html
from plugins.exchange.xzufi.drafts import Category, DraftService
from plugins.exchange.xzufi.elements import local, parts, text
from plugins.exchange.xzufi.vocabulary import AUDIENCES, LEGAL, MODULES, OFFICIAL_NAME, OWN_MODULES, OZG, TITLE

_PLAIN = frozenset(mark.fim for mark in marked_fields(Texts, Section).values() if mark.plain)
_EMPTY = re.compile(r"(?:<br\s*/?>|<p>\s*</p>|\s)*")
_LIST = re.compile(r"<ul>((?:(?!<ul>).)*?)</ul>\s*", re.DOTALL)

Words = dict[str, Any]
ByLanguage = dict[Language, Words]


def draft(found: Element, own: str, note: Note) -> DraftService:
    """Everything a service says of itself."""
    said = _texts(found, own, note)
    german = said.pop(Language.GERMAN, {})
    return DraftService(
        id=text(found, "id"),
        values={**_named(german), **_facts(found, note)},
        translations={language: _named(words, german) for language, words in said.items()},
        categories=tuple(_categories(found)),
        owner=text(found, "modulFachlicheFreigabe", "fachlichFreigegebenDurch"),
        areas=tuple(one.text or "" for one in parts(found, "gueltigkeitGebietID")),
    )


def _texts(found: Element, own: str, note: Note) -> ByLanguage:
    """The text modules and the modules with a description, by language and field."""
    said: ByLanguage = {}
    for module in parts(found, "modulText"):
        code = text(module, "leikaTextmodul", "code")
        for written in parts(module, "inhalt"):
            _take(said, written, code, own, note)
        _take_links(said, module, code, note)
    for field, name in OWN_MODULES.items():
        for written in parts(found, name, "beschreibung"):
            _take(said, written, field, own, note)
    for word in parts(found, "modulBegriffImKontext", "begriffImKontext", "begriff"):
        if (words := _words_of(said, word, note)) is not None:
            words["synonyms"] = (*words.get("synonyms", ()), (word.text or "").strip())
    return said


def _take(said: ByLanguage, written: Element, code: str, own: str, note: Note) -> None:
    html = written.text or ""
    words = None if _EMPTY.fullmatch(html) else _words_of(said, written, note)
    if words is None:
        return
    if code in (TITLE, OFFICIAL_NAME, *_PLAIN):
        words[MODULES.get(code, code)] = " ".join(read_html(html, note).lines)
    elif code == LEGAL:
        norms, rest = _norms(html, note)
        words["legal_basis"] = (*words.get("legal_basis", ()), *norms)
        _add(words, MODULES[code], prose(rest, own, note))
    elif field := MODULES.get(code) or (code in OWN_MODULES and code):
        _add(words, field, prose(html, own, note))
    else:
        note(Matter.UNKNOWN, f"leistung/modulText {code}")


def _take_links(said: ByLanguage, module: Element, code: str, note: Note) -> None:
    """Links beside a text follow it as a list; a plain text has no room for them."""
    written = (link(text(one, "titel"), text(one, "uri"), note) for one in parts(module, "weiterfuehrenderLink"))
    entries = "\n".join(f"- {one}" for one in written if one)
    if entries and code in MODULES and code not in _PLAIN:
        _add(said.setdefault(Language.GERMAN, {}), MODULES[code], entries)
    elif entries:
        note(Matter.UNKNOWN, f"leistung/modulText {code}, Links")


def _add(words: Words, field: str, more: str) -> None:
    """A second module with the same code continues the first."""
    words[field] = "\n\n".join(filter(None, (words.get(field), more)))


def language_of(tag: str) -> Language | None:
    """`de`, `de-DE` and `de-simple` are languages of ours, `pl` is none."""
    subtags = tag.casefold().split("-")
    plain = subtags[0] if len(subtags) == 2 and len(subtags[1]) == 2 else tag.casefold()
    return next((one for one in Language if plain == one), None)


def _words_of(said: ByLanguage, written: Element, note: Note) -> Words | None:
    """Where the texts of a language go; None for a language we have no texts in."""
    tag = written.get("languageCode", "de")
    language = language_of(tag)
    if language is None:
        note(Matter.LANGUAGE, tag)
        return None
    return said.setdefault(language, {})


def prose(html: str, own: str, note: Note) -> str:
    """Markdown of an HTML text; links below `own` become links to own pages."""
    written = read_html(html, note).markdown
    return written.replace(f"]({own}/", "](/") if own else written


def _norms(html: str, note: Note) -> tuple[tuple[dict[str, str], ...], str]:
    """The entries of a list at the beginning, each a legal basis, and what follows."""
    found = _LIST.match(html)
    if not found:
        return (), html
    entries = [markdown.to_text(entry) for entry in markdown.flat_list_items(read_html(found[0], note).markdown)]
    if not entries or any(len(entry) > 300 for entry in entries):
        return (), html
    return tuple({"name": entry} for entry in entries), html[found.end() :]


def _named(words: Words, german: Mapping[str, Any] | None = None) -> Words:
    """Module 03 is the title, else 02; an official name that is no title stays."""
    official, name = words.pop(OFFICIAL_NAME, ""), words.pop(TITLE, "")
    title = {"title": name or official} if name or official else {}
    more = {"official_name": official} if german is None and official not in ("", name) and name else {}
    norms = {} if german is None else {"legal_basis"}
    return {**title, **more, **{field: value for field, value in words.items() if value and field not in norms}}


def _facts(found: Element, note: Note) -> Words:
    origin = text(found, "modulUrsprungsportal", "uri")
    facts = {
        "leika": tuple(text(one, "code") for one in parts(found, "referenzLeiKa")),
        "ozg_id": _ozg_id(found, note),
        "sdg": tuple(text(one, "code") for one in parts(found, "informationsbereichSDG")),
        "audience": tuple(_audiences(found, note)),
        "fees": tuple(_fee(one) for one in parts(found, "modulKosten", "kosten")),
        "reviewed_on": _day(text(found, "modulFachlicheFreigabe", "fachlichFreigegebenAm"), note),
        "valid_until": _day(text(found, "gueltigkeit", "ende"), note),
        "source_url": accepted(origin, note) if origin else None,
    }
    return {name: value for name, value in facts.items() if value}


def _ozg_id(found: Element, note: Note) -> str | None:
    """The number in the OZG's catalogue; other secondary ids are reported."""
    numbers: list[str] = []
    for one in parts(found, "idSekundaer"):
        if one.get("schemeID") == OZG:
            numbers.append((one.text or "").strip())
        else:
            note(Matter.UNKNOWN, f"leistung/idSekundaer {one.text or ''}")
    return next(iter(numbers), None)


def _audiences(found: Element, note: Note) -> Iterator[Audience]:
    audiences = {code: audience for audience, code in AUDIENCES.items()}
    for code in (text(one, "code") for one in parts(found, "leistungsadressat")):
        if code in audiences:
            yield audiences[code]
        else:
            note(Matter.UNKNOWN, f"leistung/leistungsadressat {code}")


def _day(written: str, note: Note) -> datetime.date | None:
    """The day of a moment: `2026-03-01+01:00`, `2026-03-01T00:00:00`."""
    found = tolerant.day(written[:10])
    if written and found is None:
        note(Matter.DATE, f"„{written}“")
    return found


_FEE = {
    "bezeichnung": "label",
    "betrag": "amount",
    "betragUntergrenze": "lower",
    "betragObergrenze": "upper",
    "beschreibung": "note",
}


def _fee(found: Element) -> dict[str, str]:
    """Fields of a fee as an editor writes them."""
    values = {_FEE[local(one)]: (one.text or "").strip() for one in found if local(one) in _FEE}
    return {field: value for field, value in values.items() if value}


def _categories(found: Element) -> Iterator[Category]:
    for one in parts(found, "kategorie"):
        yield Category(text(one, "klasse", "id"), text(one, "id"), text(one, "bezeichnung"))
