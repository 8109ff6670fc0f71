"""A review as one comment in German Markdown, short enough for both forges."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.catalog.places import Severity
from plugins.catalog.printing import as_text, summary
from plugins.language import report
from plugins.review.forge import MARK
from plugins.review.hosts import HostChange
from plugins.review.markdown import block, code, first
from plugins.review.numbers import NumberChange
from plugins.review.page_changes import ADDED, REMOVED, PageChange
from plugins.review.reviewing import Review
from plugins.review.search_changes import NOWHERE, Move, SearchChange

MOST_LINES = 40
MOST_CHARACTERS = 60_000
"""GitHub takes 65,536."""
_PAGE_CHARACTERS = 25_000

_GONE = (
    "Unter den entfernten Adressen ist danach nichts mehr zu finden. "
    "Heißt eine Leistung nur anders, lässt `make rename-service` eine Weiterleitung zurück."
)


def comment(review: Review) -> str:
    """The whole comment; what is too long for it stands in the files beside it."""
    parts = [MARK, f"## {_verdict(review)}"]
    for heading, lines in (
        ("Was die Prüfung sagt", _problems(review)),
        ("Andere Server", _hosts(review.hosts)),
        ("Andere Nummern", _numbers(review.numbers)),
        ("Wer zustimmt", _consents(review)),
        ("Was die Suche tut", _search(review.search)),
        ("Wie es sich liest", _readability(review)),
        ("Was sich auf den Seiten ändert", _pages(review)),
    ):
        found = list(lines)
        parts += [f"### {heading}", *found] if found else []
    text = "\n\n".join(parts)
    return (text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}\n\n…") + "\n"


def _verdict(review: Review) -> str:
    if not review.request.content:
        return "Dieser Antrag ändert keine Inhalte"
    return "Dieser Antrag kann so nicht übernommen werden" if review.failed else "Dieser Antrag hat keine Fehler"


def _problems(review: Review) -> Iterator[str]:
    if review.problems:
        lines = as_text(review.problems, review.request.name).splitlines()
        yield block([*first(lines[:-1], MOST_LINES, "Zeilen"), summary(review.problems)])
    if any(one.rule == "review-date" and one.severity is Severity.HINT for one in review.problems):
        yield "Die Prüfung eines Textes, den dieser Antrag ändert, ist überfällig: Das ist die Gelegenheit."


def _hosts(changes: Sequence[HostChange]) -> Iterator[str]:
    lines = [_host(change) for change in changes]
    if lines:
        yield "\n".join(first(lines, MOST_LINES, "Server"))


def _host(change: HostChange) -> str:
    standing = f", {'**' if change.standing != 'eingetragen' else ''}{change.standing}" if change.standing else ""
    standing += "**" if "**" in standing else ""
    alike = f" – **sieht aus wie {code(change.looks_like)}**" if change.looks_like else ""
    places = first([code(name) for name in (*change.files, *change.pages)], 5, "Stellen")
    return f"- {_changed(change.old, change.new)}{standing}{alike} ({', '.join(places)})"


def _numbers(changes: Sequence[NumberChange]) -> Iterator[str]:
    lines = [f"- {_changed(change.old, change.new)} ({code(change.file)})" for change in changes]
    if lines:
        yield "\n".join(first(lines, MOST_LINES, "Nummern"))


def _changed(old: str, new: str) -> str:
    if old and new:
        return f"statt {code(old)} jetzt {code(new)}"
    return f"neu: {code(new)}" if new else f"nicht mehr: {code(old)}"


def _consents(review: Review) -> Iterator[str]:
    lines = []
    for owner, paths in review.consents:
        given = [account for account in review.request.agreed if owner.includes(account)]
        who = f"durch {code(given[0])}" if given else f"fehlt noch: {' oder '.join(map(code, owner.accounts))}"
        lines.append(f"- {code(owner.name)} ({len(paths)} {'Datei' if len(paths) == 1 else 'Dateien'}) {who}")
    if lines:
        yield "\n".join(first(lines, MOST_LINES, "Stellen"))


def _search(change: SearchChange | None) -> Iterator[str]:
    if change is None:
        return
    lost = [_move(move) for move in change.moves if move.is_lost]
    others = [_move(move) for move in change.moves if not move.is_lost]
    names = [
        f"- {code(one.text)} findet {code(one.slug)} nicht unter den ersten drei ({one.place})" for one in change.lost
    ]
    own = [f"- {code(slug)}: {found} von {all_} eigenen Wörtern finden sie" for slug, found, all_ in change.own_words]
    yield f"Gefragt wurde im Portal {code(change.portal)}."
    for heading, lines in (
        ("Anfragen, die ihren Treffer verlieren", lost),
        ("Anfragen, deren Treffer jetzt woanders steht", others),
        ("Namen, die ihre Leistung nicht finden", names),
        ("Geänderte und neue Leistungen", own),
    ):
        if lines:
            yield f"**{heading}**\n\n" + "\n".join(first(lines, MOST_LINES, "Zeilen"))
    if not lost and not names:
        yield "Keine Anfrage verliert ihren Treffer."


def _move(move: Move) -> str:
    return f"- {code(move.query)}: {_rank(move.before)} → {_rank(move.after)}"


def _rank(rank: int) -> str:
    return "nicht unter zehn" if rank == NOWHERE else f"Platz {rank}"


def _readability(review: Review) -> Iterator[str]:
    if review.readability:
        yield block(report.of_changes(review.readability, review.request.name).splitlines()[-MOST_LINES:])


def _pages(review: Review) -> Iterator[str]:
    if review.pages is None:
        if review.request.content:
            yield "Die Seiten wurden nicht verglichen, weil sie sich nicht bauen lassen."
        return
    room = _PAGE_CHARACTERS
    changes = _once(review.pages)
    for told, change in enumerate(changes):
        text = _page(change, review.portals)
        room -= len(text)
        if room < 0:
            yield f"… und {len(changes) - told} weitere Änderungen; alle stehen in `pages.diff`."
            return
        yield text
    if any(change.kind == REMOVED for change in review.pages):
        yield _GONE
    if not review.pages:
        yield "Keine Seite liest sich anders."


def _once(changes: Sequence[PageChange]) -> list[PageChange]:
    """A new page reads a little differently in each town: its longest text stands for all."""
    shown: dict[tuple[str, ...], PageChange] = {}
    for change in changes:
        if change.kind == ADDED:
            known = shown.setdefault(tuple(change.pages), change)
            pages = {page: tuple(sorted({*known.pages[page], *where})) for page, where in change.pages.items()}
            shown[tuple(change.pages)] = replace(known, pages=pages)
    others = [change for change in changes if change.kind != ADDED]
    gone = [change for change in others if change.kind == REMOVED]
    return [*gone, *shown.values(), *others[len(gone) :]]


def _page(change: PageChange, portals: int) -> str:
    by_portals: dict[tuple[str, ...], list[str]] = {}
    for page, where in change.pages.items():
        by_portals.setdefault(where, []).append(page)
    lines = [_where(pages, where, change.kind, portals) for where, pages in by_portals.items()]
    heads = "\n".join(first(lines, 5, "Seiten"))
    return f"{heads}\n\n{block(first(change.lines, MOST_LINES, 'Zeilen'), 'diff')}" if change.lines else heads


def _where(pages: Sequence[str], where: Sequence[str], kind: str, portals: int) -> str:
    everywhere = f"allen {portals} Portalen" if portals > 1 else "dem Portal"
    place = everywhere if len(where) == portals else ", ".join(map(code, where))
    return f"- **{kind}** in {place}: {', '.join(first([code(page) for page in pages], 5, 'Seiten'))}"
