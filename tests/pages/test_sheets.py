"""A portal made by several processes, sheet by sheet: the same files, the same words, and nothing of it half done."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.catalog.records import Language
from plugins.pages import sheets
from plugins.pages.graph import Graphs
from plugins.pages.view import View
from tests.pages.building import Builder

SERVICES = ("gewerbe-anmelden", "personalausweis-beantragen")


@pytest.fixture(autouse=True)
def small_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST", 7)


def files(folder: Path) -> dict[str, bytes]:
    """What is in its place; what waits beside it goes with the build, which the error of a test still holds."""
    named = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in named.items() if not name.startswith(".new-")}


def views(*addresses: str, language: Language = Language.GERMAN) -> list[View]:
    return [View(address, address.split("/")[1], "", "", language=language) for address in addresses]


def addresses(pages: Sequence[View]) -> list[str]:
    return [view.url for view in pages]


def test_the_first_page_of_each_kind_and_language_is_made_before_the_others() -> None:
    english = views("/stellen/x/en/", "/stellen/y/en/", language=Language.ENGLISH)
    pages = [*views("/stellen/b/", "/stellen/a/", "/suche/"), *english]
    first = sheets.first_of_each(pages)
    assert addresses(first) == ["/stellen/b/", "/stellen/x/en/"]
    assert list(map(addresses, sheets.sheets(pages, first))) == [["/suche/", "/stellen/a/", "/stellen/y/en/"]]


def test_rare_kinds_are_on_the_first_sheet_and_neighbours_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST", 2)
    cut = sheets.sheets(views("/l/b/", "/l/a/en/", "/l/a/", "/m/", "/404.html"), [])
    assert list(map(addresses, cut)) == [["/404.html", "/m/"], ["/l/a/en/", "/l/a/"], ["/l/b/"]]
    assert sheets.shared_folders(cut) == ["l"]
    assert sheets.shared_folders([views("/l/a/en/"), views("/l/a/")]) == ["l", "l/a"]


def test_two_processes_write_and_say_what_one_does(build: Builder, tmp_path: Path) -> None:
    other = build.afresh(tmp_path / "other")
    assert other(JOBS="2") == build.afresh(tmp_path / "one")(JOBS="1")
    assert files(other.output) == files(tmp_path / "one" / "output")


def test_two_processes_say_of_other_towns_what_one_does(build: Builder) -> None:
    before = files(build.output)
    for service in SERVICES:
        path = build.content / "services" / f"{service}.md"
        path.write_text(path.read_text("utf-8") + "\n## Hinweise\n\nFragen Sie die Stadt Kleinstadt.\n", "utf-8")
    one, two = build(JOBS="1"), build(JOBS="2")
    assert one == two
    assert "gewerbe-anmelden/index.html: „Stadt Kleinstadt“ gehört zu Stadt Kleinstadt; " in two.told
    assert files(build.output) == before


def test_a_process_that_dies_ends_the_build_with_a_sentence(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    before, here, of = files(build.output), os.getpid(), Graphs.of

    def killed(graphs: Graphs, view: View) -> str:
        if os.getpid() != here and view.url.startswith("/themen/"):
            os.kill(os.getpid(), signal.SIGKILL)
        return of(graphs, view)

    monkeypatch.setattr(Graphs, "of", killed)
    assert build(JOBS="2", PREVIEW=True).told == (
        "Der Prozess wurde beendet (mit Signal 9), vielleicht weil der Speicher nicht reicht. "
        "Bauen Sie mit weniger Prozessen: JOBS=1 make …"
    )
    assert files(build.output) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_goes_wrong_in_a_process_goes_wrong_in_the_build(
    build: Builder, jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Graphs, view: View) -> str:
        if view.url > "/stellen/b":
            raise KeyError(view.url)
        return ""

    monkeypatch.setattr(Graphs, "of", refused)
    monkeypatch.setattr(sheets, "first_of_each", lambda _: [])
    before = files(build.output)
    with pytest.raises(KeyError, match="/stellen/"):
        build(JOBS=jobs, PREVIEW=True)
    assert files(build.output) == before
