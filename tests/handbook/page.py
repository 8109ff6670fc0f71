"""The page of all messages for editors: what the check says to each mistake, why, and what would be right."""

import importlib
import re
from collections.abc import Iterator
from textwrap import dedent

from plugins.catalog import checks
from plugins.catalog.printing import block
from plugins.language import hints
from tests.handbook.mistakes import LANGUAGE, Mistake, mistakes
from tests.portals import PROJECT

_HEAD = """# Alle Meldungen

Diese Seite ist aus den Regeln und aus Beispielen mit Fehlern erzeugt (`make docs`); bitte nicht von Hand ändern.

Jede Meldung nennt Datei, Zeile und Spalte, dann was nicht stimmt, in eckigen Klammern die Regel, und hinter dem Pfeil,
was zu tun ist. Suchen Sie hier nach der Regel. **Fehler** halten die Veröffentlichung auf, **Hinweise** nie. Die
Beispiele stammen aus einem erfundenen Land. Was beim Einlesen einer Tabelle stehen kann: [tabelle.md](tabelle.md).
"""
_READING = {
    "encoding": "Die Inhalte sind in UTF-8 gespeichert und enthalten keine Zeichen, die man nicht sieht.",
    "file": "Gelesen werden nur Textdateien, die in einem Ordner der Inhalte liegen.",
    "medium-file": "Bilder sind PNG, JPEG oder WebP, Dokumente PDF, siehe [Bilder und PDFs](bilder-und-pdfs.md).",
    "missing": "Pflichtangaben sind da und nicht leer; welche das sind, steht unter [Alle Felder](felder.md).",
    "secret": "Was einen Zugang öffnet, steht nie in den Inhalten: Viele können sie lesen, auch ihren Verlauf.",
    "spelling": "Wörter, die kein Wörterbuch kennt, sind oft vertippt.",
    "unknown-key": "Jede Angabe heißt, wie es unter [Alle Felder](felder.md) steht; Vertipptes würde sonst übersehen.",
    "value": "Ein Wert hat die Form, die zu seiner Angabe gehört: ein Datum, ein Betrag, einer von mehreren Namen.",
    "yaml": "Die Angaben stehen so da, dass ein Programm sie lesen kann: `schlüssel: Wert`, Listen mit „- “ davor.",
}
_REQUEST = {
    "build": "Die Seiten ließen sich mit dieser Änderung nicht bauen. Die Meldung richtet sich an Ihre Technik.",
    "consent": "Wem eine Dienstleistung gehört, stimmt ihrer Änderung zu, siehe [Stellen und Formulare](stellen.md).",
    "mixed-change": "Ein Antrag ändert Inhalte oder das Programm, nicht beides.",
}
_COMMENTS = PROJECT / "tests/review/golden"
_LONG = 300


def messages_page() -> str:
    """Markdown: an index of the rules, then every rule with its messages."""
    sections = {rule: _rule(rule, of_rule) for rule, of_rule in mistakes().items()}
    sections |= {rule: _of_request(rule) for rule in _REQUEST}
    index = [f"| [`{rule}`](#{rule}) | {reason(rule)} |" for rule in sorted(sections)]
    table = "\n".join(["| Regel | Worum es geht |", "|---|---|", *index])
    return "\n".join([_HEAD, f"{table}\n", *(sections[rule] for rule in sorted(sections))])


def reason(rule: str) -> str:
    """The sentence with which a rule begins."""
    if known := (_READING | _REQUEST).get(rule):
        return known
    package = hints if rule in LANGUAGE else checks
    written = importlib.import_module(f"{package.__name__}.{rule.replace('-', '_')}").__doc__ or ""
    return written.partition("\n")[0]


def _rule(rule: str, listed: list[Mistake]) -> str:
    more = " Ein Hinweis zur Sprache, siehe [Verständlich schreiben](sprache.md)." if rule in LANGUAGE else ""
    return "\n".join([f"## {rule}\n\n{reason(rule)}{more}\n", *(_message(mistake) for mistake in listed)])


def _of_request(rule: str) -> str:
    """What the review says to a request as a whole, from the comments it is tried with."""
    comments = "".join(file.read_text("utf-8") for file in sorted(_COMMENTS.glob("*/comment.md")))
    said = re.findall(rf"^content.*\[{rule}\]\n    → .*$", comments, re.MULTILINE)
    where = f"{reason(rule)} Nur an einem Änderungsvorschlag."
    return "\n".join([f"## {rule}\n\n{where}\n", *(_fence(found) for found in sorted(set(said)))])


def _message(mistake: Mistake) -> str:
    return "\n".join([_fence(block(mistake.found(), "content")), *_example(mistake)])


def _example(mistake: Mistake) -> Iterator[str]:
    if mistake.times > 1:
        return
    if mistake.wrong and not mistake.right:
        yield f"Steht so in `content/{mistake.file}`:\n\n{_fence(mistake.wrong)}"
    elif mistake.right and not mistake.wrong:
        yield f"Richtig:\n\n{_fence(mistake.right)}"
    elif mistake.wrong and _is_short(mistake.wrong) and _is_short(mistake.right):
        yield f"Falsch: `{mistake.wrong.strip()}` · richtig: `{mistake.right.strip()}`\n"
    elif mistake.wrong:
        yield f"Falsch:\n\n{_fence(mistake.wrong)}\nRichtig:\n\n{_fence(mistake.right)}"


def _is_short(text: str) -> bool:
    """True for what fits into a line of prose and shows there as it is."""
    return "\n" not in text.strip("\n") and "`" not in text and text.isprintable() and len(text) <= 60


def _fence(text: str) -> str:
    """Text as it is; what is too long for a page is cut."""
    shown = "\n".join(map(_seen, dedent(text).strip("\n").split("\n")))
    cut = f"{shown[:_LONG]}…" if len(shown) > _LONG and "\n" not in shown else shown
    return f"```text\n{cut}\n```\n"


def _seen(line: str) -> str:
    """A line in which one also sees what is not to be seen: a tabulator as \\t."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in line)
