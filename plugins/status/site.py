"""The status and the reviews as a folder of files: pages, feeds, calendars, JSON, CSV. Not for the public."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.pages.output import Output
from plugins.status.dashboard import NO_HISTORY, Dashboard, as_csv
from plugins.status.feed import as_atom
from plugins.status.ics import as_ics
from plugins.status.reviews import Agenda
from plugins.status.standing import COLUMNS

TABLE = "status.csv"
_TEMPLATES = Path(__file__).with_name("templates")
_MONTH, _HEIGHT = 40, 120
"""The width of a month in the picture of the trend, and the height of the picture."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in the picture of the trend: all services of a month, or those online before them."""

    kind: str
    x: int
    y: int
    height: int


def is_free(folder: Path) -> bool:
    """True for a folder that is not there, empty, or written by an earlier call: `write` removes what is stale."""
    return not folder.exists() or (folder / TABLE).is_file() or (folder.is_dir() and not any(folder.iterdir()))


def write(board: Dashboard, folder: Path) -> None:
    """Write every file; what an earlier call wrote and this one does not is removed."""
    output = Output(folder)
    for name, data in files(board):
        output.write(name, data)
    output.finish()


def files(board: Dashboard) -> Iterator[tuple[str, bytes]]:
    """(path, content) of all files."""
    pages = _environment()
    yield "style.css", (_TEMPLATES / "style.css").read_bytes()
    yield TABLE, as_csv(board)
    picture = {"bars": bars(board), "width": len(board.milestones) * _MONTH, "height": _HEIGHT}
    values = {"board": board, "root": "", "columns": list(COLUMNS), "no_history": NO_HISTORY, **picture}
    yield "index.html", pages.get_template("status.html").render(**values).encode()
    for agenda in board.agendas:
        template = pages.get_template("agenda.html")
        root = "../" * agenda.folder.count("/")
        yield f"{agenda.folder}index.html", template.render(board=board, agenda=agenda, root=root).encode()
        yield f"{agenda.folder}feed.xml", as_atom(agenda, board.today.day)
        yield f"{agenda.folder}termine.ics", as_ics(agenda)
        yield f"{agenda.folder}wiedervorlage.json", as_json(agenda)


def bars(board: Dashboard) -> Iterator[Bar]:
    """Two bars for each month, the highest as high as the picture."""
    services, online = (list(COLUMNS).index(name) for name in ("Leistungen", "online"))
    counts = [(one.figures[services] or 0, one.figures[online] or 0) for one in board.milestones]
    most = max(1, *(number for number, _ in counts))
    for month, numbers in enumerate(counts):
        for kind, number in zip(("services", "online"), numbers, strict=True):
            height = number * _HEIGHT // most
            yield Bar(kind, month * _MONTH, _HEIGHT - height, height)


def as_json(agenda: Agenda) -> bytes:
    """Every review of an agenda for programs; what is overdue they see by the day."""
    entries = [
        {"service": one.service, "title": one.title, "url": one.url, "file": one.file}
        | {"reviewed_on": one.last.isoformat(), "review_by": one.due.isoformat()}
        for one in agenda.reviews
    ]
    found: dict[str, Any] = {"department": agenda.department, "name": agenda.name, "reviews": entries}
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.filters["day"] = "{:%d.%m.%Y}".format
    return found
