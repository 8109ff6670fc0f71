"""A portal made in pieces, each of which any process may do again: the same files and words as in one go."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.pages import sheets
from plugins.pages.elsewhere import Begun, CheckedElsewhere
from plugins.pages.portals import Outcome
from plugins.pages.sheets import Made
from tests.conftest import TODAY
from tests.pages.building import Builder
from tests.portals import PROJECT


@pytest.fixture
def run(build: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CheckedElsewhere]:
    monkeypatch.setattr(sheets, "MOST", 7)
    settings = {"PATH": str(build.content), "OUTPUT_PATH": str(tmp_path / "many"), "CACHE_PATH": str(build.cache)}
    yield CheckedElsewhere.of(PROJECT, settings, TODAY)
    gc.unfreeze()
    gc.enable()


def begun(run: CheckedElsewhere) -> Begun:
    found = run.begun("kleinstadt")
    assert found
    return found


def pieces(run: CheckedElsewhere, begun: Begun) -> list[Made | Exception]:
    return [run.piece("kleinstadt", number, begun.shared) for number in reversed(range(begun.pieces))][::-1]


def in_pieces(run: CheckedElsewhere) -> Outcome:
    first = begun(run)
    return run.ended("kleinstadt", first, pieces(run, first))


def files(run: CheckedElsewhere) -> dict[str, bytes]:
    folder = run.folder("kleinstadt")
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def said(outcome: Outcome) -> str:
    return outcome.said.partition(" (")[0]


def test_a_portal_in_pieces_is_what_it_is_in_one_go(run: CheckedElsewhere) -> None:
    outcome = in_pieces(run)
    assert outcome.spent["render"].cpu > 0
    made = files(run)
    assert said(run.portal(run.catalog, "kleinstadt")).endswith("; 0 Dateien geschrieben, 0 entfernt")
    assert files(run) == made


def test_a_piece_that_was_half_written_is_written_once_more(run: CheckedElsewhere) -> None:
    first = begun(run)
    begin = set(Path(first.shared.new).rglob("*.html"))
    pieces(run, first)
    for half in set(Path(first.shared.new).rglob("*.html")) - begin:
        half.write_bytes(b"<!doctype")
    run.ended("kleinstadt", first, pieces(run, first))
    assert said(run.portal(run.catalog, "kleinstadt")).endswith("; 0 Dateien geschrieben, 0 entfernt")


def test_what_somebody_brought_half_into_its_place_is_made_in_one_go(run: CheckedElsewhere) -> None:
    first = begun(run)
    made = pieces(run, first)
    waiting = [one for piece in made if isinstance(piece, Made) for one in piece.written.waiting]
    Path(waiting[0][0]).replace(waiting[0][1])
    assert run.ended("kleinstadt", first, made).failure == ""
    assert said(run.portal(run.catalog, "kleinstadt")).endswith("; 0 Dateien geschrieben, 0 entfernt")
    assert not list(run.folder("kleinstadt").glob(".new-*"))


def test_pages_with_marks_of_other_towns_are_refused_in_the_same_words(build: Builder, run: CheckedElsewhere) -> None:
    for service in ("gewerbe-anmelden", "personalausweis-beantragen"):
        path = build.content / "services" / f"{service}.md"
        path.write_text(path.read_text("utf-8") + "\n## Hinweise\n\nFragen Sie die Stadt Großstadt.\n", "utf-8")
    again = CheckedElsewhere.of(PROJECT, run.settings, TODAY)
    failure = in_pieces(again).failure
    assert "gewerbe-anmelden/index.html: „Stadt Großstadt“ gehört zu Stadt Großstadt; " in failure
    assert again.portal(again.catalog, "kleinstadt").failure == failure
    assert not again.folder("kleinstadt").exists()
