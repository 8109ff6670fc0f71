"""The status of a portal: a line of figures for each department, for all, and for each month; as text and as CSV."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.records import Municipality
from plugins.exchange.table.sheet import written
from plugins.status.departments import departments
from plugins.status.reviews import Agenda, agendas
from plugins.status.standing import COLUMNS, Figures, figures, totals
from plugins.status.trend import Milestone, trend

ALL = "Alle Fachämter"
NO_HISTORY = "Kein Verlauf: git kennt keinen Stand dieser Inhalte von einem früheren Monatsende."


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of a department; `folder` is where its reviews are."""

    name: str
    figures: Figures
    folder: str


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All that is shown of one municipality; `lines` ends with the sum, `milestones` with today."""

    municipality: Municipality
    lines: tuple[Line, ...]
    milestones: tuple[Milestone, ...]
    agendas: tuple[Agenda, ...]

    @property
    def today(self) -> Milestone:
        """How it stands now."""
        return self.milestones[-1]

    @property
    def has_history(self) -> bool:
        """True when git knows an earlier month."""
        return len(self.milestones) > 1


def dashboard(catalog: Catalog, municipality: Municipality, folder: Path, cache: Path) -> Dashboard:
    """The status of a municipality's portal; `folder` holds the content, `cache` what was counted of earlier months."""
    portal = directory(catalog, municipality)
    every, *agenda_of = agendas(catalog, portal)
    found = zip(departments(catalog, portal), agenda_of, strict=True)
    lines = [Line(one.name, figures(catalog, portal, one.offers), agenda.folder) for one, agenda in found]
    lines.append(Line(ALL, totals(catalog, portal), every.folder))
    milestones = trend(catalog, municipality.slug, folder, cache)
    return Dashboard(municipality, tuple(lines), milestones, (every, *agenda_of))


def as_text(board: Dashboard) -> str:
    """The dashboard for a terminal."""
    lines = [f"{board.municipality.name}, Stand {board.today.day:%d.%m.%Y}", ""]
    lines += [f"{line.name}: {_in_words(line.figures)}" for line in board.lines]
    lines += ["", *(f"{one.day:%d.%m.%Y}: {_in_words(one.figures)}" for one in board.milestones)]
    return "\n".join(lines if board.has_history else [*lines[:-1], NO_HISTORY])


def _in_words(numbers: Figures) -> str:
    """„Leistungen 7 · online 5“: what is nowhere is left out."""
    return " · ".join(f"{name} {number}" for name, number in zip(COLUMNS, numbers, strict=True) if number)


def as_csv(board: Dashboard) -> bytes:
    """The table for the council, then a line for each earlier month."""
    return written([["Stand", "Fachamt", *COLUMNS], *_rows(board)])


def _rows(board: Dashboard) -> Iterator[list[str]]:
    for line in board.lines:
        yield [f"{board.today.day:%d.%m.%Y}", line.name, *_cells(line.figures)]
    for milestone in reversed(board.milestones[:-1]):
        yield [f"{milestone.day:%d.%m.%Y}", ALL, *_cells(milestone.figures)]


def _cells(numbers: Figures) -> list[str]:
    return ["" if number is None else str(number) for number in numbers]
