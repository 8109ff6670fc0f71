"""Text ist Markdown ohne HTML; Zwischenüberschriften beginnen mit drei Rauten."""

import re
from collections.abc import Iterator

from plugins.catalog import fences, markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Page
from plugins.catalog.scanning import scanner

_TOP_HEADING = re.compile(r"^ {0,3}#[ \t]|^ {0,3}\S.*\n {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_NO_SPACE = re.compile(r"^ {0,3}(#{2,6})([^#\s].*)$", re.MULTILINE)

_has_marks = scanner(r"<|```|~~~|#|\n {0,3}(?:=+|-{2,})[ \t]*(?:\n|$)|!\[")
"""False for most texts, in which there is nothing to look at."""

_NO_HTML = "Schreiben Sie Markdown: **fett**, - Liste. Ist es ein Kleiner-als-Zeichen: Leerzeichen danach."


def check(catalog: Catalog) -> Iterator[Problem]:
    """HTML, headings that break the outline or that are none, pictures that are none, code without an end."""
    for record, field, text in catalog.marked_texts:
        least = "##" if isinstance(record, Page) else "###"
        for line, message, hint in _findings(text, least) if _has_marks(text) else ():
            yield problem(record, message, hint=hint, field=field, line=line)


def _findings(text: str, least: str) -> Iterator[tuple[int, str, str]]:
    """Line, message and remedy of the first mistake of each kind."""
    html = markdown.has_markup(text)
    if html is not None:
        yield html, "HTML ist nicht erlaubt", _NO_HTML
    fence = fences.unclosed(text)
    if fence is not None:
        hint = "Löschen Sie die Zeile, oder setzen Sie unter den Code noch eine solche."
        yield fence, "Der Code-Block hat kein Ende", hint
    prose = fences.without_code(text)
    yield from _headings(prose, least)
    if prose.count("![") > len(markdown.pictures(text)):
        line = next((number for number, line in enumerate(prose.split("\n")) if _has_no_picture(line)), 0)
        yield line, "So wird daraus kein Bild", "Schreiben Sie: ![Was zu sehen ist](/media/rathaus.jpg)"


def _has_no_picture(line: str) -> bool:
    return line.count("![") > len(markdown.pictures(line))


def _headings(text: str, least: str) -> Iterator[tuple[int, str, str]]:
    top = _TOP_HEADING.search(text)
    if top:
        yield _line(text, top), "Überschrift auf falscher Ebene", f"Beginnen Sie sie mit {least}."
    tight = _NO_SPACE.search(text)
    if tight:
        hint = f"Schreiben Sie: {tight[1]} {tight[2].strip()}"
        yield _line(text, tight), "Nach den Rauten fehlt ein Leerzeichen", hint


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start())
