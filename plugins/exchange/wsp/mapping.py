"""The list as a delivery: a landing page for each path, a choice for each row, an account of all of it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable

from plugins.catalog.records import Audience, Choice, Landing, Level
from plugins.exchange.delivery import Delivery, FieldUse
from plugins.exchange.files import content_file
from plugins.exchange.findings import Finding, Findings, Matter
from plugins.exchange.ledger import Ledger
from plugins.exchange.naming import slugs
from plugins.exchange.plaintext import shortened
from plugins.exchange.wsp import tables
from plugins.exchange.wsp.rows import AUTHORITY, COLUMNS, DIRECT, KEY, LANDING, LIVE, NAME, PARENT, Listing, Row

PORTAL = "wsp-nrw"

LISTED_ON = datetime.date(2024, 11, 15)
"""The day of the list; the file itself names none. A new list needs a new day here."""

_LANDING_PATH = r"landings/(?P<slug>[^/]+)\.yaml"
_KEY = re.compile(r"(?:99|77)[0-9]{12}")
_TO_BE_DELETED = "Vorgesehen zum Löschen - "
_LONGEST = 300


def deliver(file: str, listing: Listing, before: Ledger) -> Delivery:
    """Every row becomes a choice on its landing page, or a line in the report."""
    findings = Findings()
    pages = _pages(listing.rows, findings)
    named = slugs(((page, _name(page)) for page in pages), before.names(_LANDING_PATH))
    landings = {page: _landing(named[page], rows, findings) for page, rows in pages.items()}
    return Delivery(
        source=f"Quelle: {file}, Stand {LISTED_ON:%d.%m.%Y}",
        attribution="Wirtschafts-Service-Portal.NRW: Liste der Online-Dienste, "
        f"Stand {LISTED_ON:%d.%m.%Y}. Titel, Schlüssel, Wege und Stellen sind Angaben des Betreibers.\n",
        files=tuple(content_file(landing, page) for page, landing in landings.items()),
        numbers=_numbers(listing, landings.values(), findings.counted()),
        findings=findings.counted(),
        fields=tuple(FieldUse(file, name, len(listing.rows), listing.filled[name], _FATES[name]) for name in COLUMNS),
        hosts=(),
        remarks=_REMARKS,
    )


def _pages(rows: Iterable[Row], findings: Findings) -> dict[str, list[Row]]:
    """The rows that can be taken over by the page on which they are chosen, each key once."""
    pages: dict[str, list[Row]] = {}
    seen: dict[str, int] = {}
    for row in rows:
        if reason := _why_not(row, seen):
            findings.about(_record(row))(Matter.NOT_IMPORTED, reason)
            continue
        seen[row.key] = row.number
        pages.setdefault(row.page, []).append(row)
    return pages


def _why_not(row: Row, seen: dict[str, int]) -> str:
    """Why a row cannot be taken over; empty when it can."""
    if not row.is_live:
        return "nicht live"
    if not row.name or not row.parent:
        return "ohne Namen"
    if not _KEY.fullmatch(row.key):
        return f"„{row.key}“ ist kein Leistungsschlüssel"
    if not row.has_page:
        return f"„{row.path}“ ist kein Pfad des Portals"
    return f"Schlüssel {row.key} steht schon in Zeile {seen[row.key]}" if row.key in seen else ""


def _record(row: Row) -> str:
    return f"Zeile {row.number} „{row.name}“"


def _name(page: str) -> str:
    """`/antrag/gewerbemeldung-leistungsauswahl` → `gewerbemeldung`."""
    return page.rpartition("/")[2].removesuffix("-leistungsauswahl")


def _landing(slug: str, rows: list[Row], findings: Findings) -> Landing:
    note = findings.about(f"{slug}.yaml")
    parents = list(dict.fromkeys(row.parent for row in rows))
    if len(parents) > 1:
        note(Matter.TITLE, f"{len(parents)} Online-Dienste auf einer Seite: {', '.join(parents)}")
    topics, word = tables.topics(" ".join(parents))
    note(Matter.TOPIC, f"{f'wegen „{word}“' if word else 'kein Anhaltspunkt'} → {', '.join(topics)}")
    return Landing(
        slug=slug,
        title=shortened(", ".join(parents), _LONGEST),
        portal=PORTAL,
        path=rows[0].path,
        checked_on=LISTED_ON,
        audience=(Audience.BUSINESSES,),
        topics=topics,
        choices=tuple(_choice(row, findings) for row in rows),
    )


def _choice(row: Row, findings: Findings) -> Choice:
    authority = _authority(row, findings)
    available, warning = tables.remark(f"{row.name} {row.authority}")
    title = shortened(row.name.removeprefix(_TO_BE_DELETED), _LONGEST)
    if title != row.name:
        findings.about(_record(row))(Matter.TITLE, f"→ „{title}“")
    if warning:
        findings.about(_record(row))(Matter.WARNING if available else Matter.NOT_AVAILABLE, row.authority)
    return Choice(
        title=title,
        leika=row.key,
        level=authority.level,
        competent=authority.competent,
        one_body=authority.is_one_body,
        available=available,
        warning=warning,
    )


def _authority(row: Row, findings: Findings) -> tables.Authority:
    found = tables.authority(row.authority)
    if found is None:
        findings.about(_record(row))(Matter.NO_LEVEL, row.authority or "keine Angabe")
        return tables.Authority(Level.STATE, shortened(row.authority, _LONGEST) or None)
    findings.about(f"„{row.authority}“")(Matter.AUTHORITY, f"→ {found.competent or 'keine Angabe'} ({found.level})")
    return found


def _numbers(listing: Listing, landings: Iterable[Landing], counted: dict[Finding, int]) -> tuple[tuple[str, int], ...]:
    pages = tuple(landings)
    choices = [choice for landing in pages for choice in landing.choices]
    levels = Counter(choice.level for choice in choices)
    return (
        ("Zeilen in der Liste", len(listing.rows)),
        ("verschiedene Leistungsschlüssel", len({row.key for row in listing.rows})),
        ("Einstiegsseiten", len(pages)),
        ("Leistungen", len(choices)),
        *((f"davon Ebene {level}", levels[level]) for level in Level if levels[level]),
        ("von hier aus nicht verfügbar", sum(not choice.available for choice in choices)),
        ("nicht übernommene Zeilen", sum(t for one, t in counted.items() if one.matter is Matter.NOT_IMPORTED)),
    )


_FATES = {
    NAME: "title der Leistung",
    KEY: "leika der Leistung",
    PARENT: "title der Einstiegsseite",
    LIVE: "nur Zeilen mit „Ja“ werden übernommen",
    LANDING: "url und Dateiname der Einstiegsseite",
    DIRECT: "url und Dateiname, wo es keine Landingpage gibt",
    AUTHORITY: "level, competent, one_body, available und warning der Leistung",
}

_REMARKS = (
    "Themen folgen aus Wörtern im Namen des Online-Dienstes (words.csv), sonst „gewerbe“.",
    "Ebene und Stelle folgen aus Wörtern der Spalte „Stelle“ (authorities.csv); Zahlen und Doppelungen fallen weg.",
    "„Von hier aus nicht verfügbar“ sagt die Spalte „Stelle“ (remarks.csv): keine Stelle aus Nordrhein-Westfalen, "
    "keine Zuständigkeit oder eine Behörde eines anderen Landes.",
    "Eine Leistung mit eigener Datei in services/ bekommt keine zweite Seite; ihr Weg ins Portal führt dorthin, "
    "wohin die Liste führt.",
)
