"""The comment: short enough for a forge, and honest about what it leaves out."""

from pathlib import Path

from plugins.catalog.places import Place, Problem
from plugins.review.comment import MOST_CHARACTERS, comment
from plugins.review.hosts import HostChange
from plugins.review.page_changes import ADDED, CHANGED, PageChange
from plugins.review.request import Request, State
from plugins.review.reviewing import Review
from plugins.review.search_changes import Move, SearchChange
from search.evaluation.gates import LostName

NOTHING = State(Path("nowhere"))
REQUEST = Request(NOTHING, NOTHING, ("content/services/hund-anmelden.md",))
TOWNS = ("grossstadt", "kleinstadt")


def told(**more: object) -> str:
    return comment(Review(REQUEST, **{"problems": (), "pages": (), "portals": 2, **more}))  # type: ignore[arg-type]


def test_where_nothing_reads_otherwise_it_says_so() -> None:
    assert told() == (
        "<!-- fundstelle-review -->\n\n## Dieser Antrag hat keine Fehler\n\n"
        "### Was sich auf den Seiten ändert\n\nKeine Seite liest sich anders.\n"
    )


def test_a_new_page_is_shown_once_for_all_towns() -> None:
    changes = tuple(PageChange(ADDED, (f"+Stadt {town}",), {"/hund/": (town,)}) for town in TOWNS)
    text = told(pages=changes)
    assert "- **neu** in allen 2 Portalen: `/hund/`\n\n```diff\n+Stadt grossstadt\n```" in text
    assert "kleinstadt" not in text


def test_a_long_change_ends_in_the_number_of_lines() -> None:
    change = PageChange(CHANGED, tuple(f"+Zeile {number}" for number in range(50)), {"/hund/": ("kleinstadt",)})
    assert "+Zeile 39\n… und 10 weitere Zeilen\n```" in told(pages=(change,))


def test_many_pages_end_in_their_number() -> None:
    change = PageChange(CHANGED, ("+x",), {f"/{number}/": TOWNS for number in range(7)})
    assert "`/4/`, … und 2 weitere Seiten" in told(pages=(change,))


def test_many_changes_end_in_their_number_and_the_file_that_has_them_all() -> None:
    pages = tuple(PageChange(CHANGED, ("+" + "x" * 250,), {f"/{number}/": TOWNS}) for number in range(500))
    text = told(pages=pages)
    assert text.endswith(" weitere Änderungen; alle stehen in `pages.diff`.\n")
    assert len(text) < 30_000


def test_it_never_becomes_too_long_for_a_forge() -> None:
    problems = tuple(Problem(Place(f"services/{'x' * 290}-{number}.md"), "y" * 400, "z" * 400) for number in range(90))
    moves = tuple(Move("q" * 400, 1, 0) for _ in range(90))
    lost = tuple(gate(number) for number in range(90))
    hosts = tuple(HostChange("", f"{'h' * 290}{number}.example", ("f" * 400,) * 6, ()) for number in range(90))
    text = told(problems=problems, hosts=hosts, search=SearchChange("Stadt", moves, lost))
    assert MOST_CHARACTERS < len(text) < 65_536


def gate(number: int) -> LostName:
    return LostName("n" * 400, f"service-{number}", "nicht unter zehn")


def test_what_stands_in_the_content_calls_nobody_and_links_nowhere() -> None:
    change = PageChange(CHANGED, ("+@anna www.boese.example ```", "+/close"), {"/hund/": TOWNS})
    assert "````diff\n+@anna www.boese.example ```\n+/close\n````" in told(pages=(change,))


def test_an_unregistered_server_stands_out_and_a_registered_one_does_not() -> None:
    strange = HostChange("", "neu.example", ("services/a.md",), ("/leistungen/a/",), "nicht eingetragen")
    known = HostChange("alt.example", "da.example", ("services/b.md",), (), "eingetragen")
    gone = HostChange("weg.example", "", ("services/c.md",), ())
    text = told(hosts=(strange, known, gone))
    assert "- neu: `neu.example`, **nicht eingetragen** (`services/a.md`, `/leistungen/a/`)\n" in text
    assert "- statt `alt.example` jetzt `da.example`, eingetragen (`services/b.md`)\n" in text
    assert "- nicht mehr: `weg.example` (`services/c.md`)\n" in text


def test_lost_queries_come_before_moved_ones() -> None:
    text = told(search=SearchChange("Stadt", (Move("hund", 3, 1), Move("welpe", 1, 0))))
    lost = "**Anfragen, die ihren Treffer verlieren**\n\n- `welpe`: Platz 1 → nicht unter zehn"
    moved = "**Anfragen, deren Treffer jetzt woanders steht**\n\n- `hund`: Platz 3 → Platz 1"
    assert text.index(lost) < text.index(moved)
    assert "Keine Anfrage verliert ihren Treffer." not in text
