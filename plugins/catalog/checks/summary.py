"""Der Kurztext ist ein einziger Absatz ohne Auszeichnung: Er steht auch dort, wo es weder Links noch Listen gibt."""

from collections.abc import Iterator

from plugins.catalog import markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Page, Texts

_LIST = ("eine Liste", "Schreiben Sie ein bis zwei ganze Sätze.")
_WORDS = ("eine Hervorhebung", "Löschen Sie die Sternchen oder Unterstriche um die Wörter.")
_CODE = ("Code", "Schreiben Sie nur Wörter, ohne Einrückung und ohne `.")
_LINK = ("einen Link", "Schreiben Sie hier nur Wörter; der Link gehört in einen Text weiter unten.")
_MARKS = {
    "link_open": _LINK,
    "address": _LINK,
    "image": ("ein Bild", "Schreiben Sie hier nur Wörter; das Bild gehört in einen Text weiter unten."),
    "em_open": _WORDS,
    "strong_open": _WORDS,
    "bullet_list_open": _LIST,
    "ordered_list_open": _LIST,
    "table_open": _LIST,
    "heading_open": ("eine Überschrift", "Löschen Sie die Zeichen # oder die Striche unter der Zeile."),
    "hr": ("eine Linie", "Löschen Sie die Zeile mit den Strichen."),
    "code_inline": _CODE,
    "code_block": _CODE,
    "fence": _CODE,
    "blockquote_open": ("ein Zitat", "Löschen Sie das Zeichen > am Anfang der Zeile."),
    "paragraph_open": ("mehr als einen Absatz", "Löschen Sie die leere Zeile dazwischen."),
}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Short texts with more than words in one paragraph; each kind of mark once."""
    records: tuple[Texts | Page, ...] = (*catalog.written, *catalog.translations, *catalog.pages)
    for record in records:
        reported: set[str] = set()
        for kind, line in markdown.marks(record.summary):
            what, hint = _MARKS[kind]
            if what not in reported:
                yield problem(record, f"Der Kurztext enthält {what}", hint=hint, field="summary", line=line)
            reported.add(what)
