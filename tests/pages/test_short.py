"""What is little to do is done without Pelican; whatever is more, or other settings, is left to it."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pelican.settings import read_settings

from plugins.catalog import manifest
from plugins.pages import __main__ as command
from plugins.pages.incremental import narrow
from plugins.pages.incremental.ingredients import plain
from plugins.pages.run import PortalRun
from plugins.pages.short import ShortRun
from search.blocks import SUFFIX
from tests.pages.building import Builder
from tests.portals import PROJECT, TINY_URL

DOG = "services/hund-anmelden.md"
OFFICE = "offices/finanzamt.yaml"


@pytest.fixture
def local(build: Builder, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """A portal as `make html` has built it; the environment says where."""
    monkeypatch.chdir(PROJECT)
    places = {"CONTENT": build.content, "OUTPUT": build.output, "CACHE": build.cache, "MUNICIPALITY": "grossstadt"}
    for name, value in places.items():
        monkeypatch.setenv(name, str(value))
    build(SITEURL="")
    return build


@pytest.fixture
def pelican(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What Pelican is called with; it builds nothing."""
    calls: list[list[str]] = []
    monkeypatch.setattr("pelican.main", calls.append)
    monkeypatch.setattr(PortalRun, "before", None)
    return calls


def edit(build: Builder, path: str = DOG, text: str = "\nDas geht schnell.\n") -> None:
    file = build.content / path
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("change", [lambda _: None, edit], ids=["nothing", "a sentence"])
def test_little_is_done_without_pelican(
    local: Builder, pelican: list[list[str]], capsys: pytest.CaptureFixture[str], tmp_path: Path, change: Any
) -> None:
    change(local)
    command.main([])
    assert not pelican
    assert capsys.readouterr().out.startswith("Stadt Großstadt: 11 Leistungen, 84 Seiten; ")
    clean = local.afresh(tmp_path / "clean")
    clean(SITEURL="")
    assert manifest.measured(local.output) == manifest.measured(clean.output)


def test_it_is_what_pelican_itself_finds_and_leaves(local: Builder) -> None:
    edit(local)
    command.main([])
    assert "; 0 Dateien geschrieben, 0 entfernt" in local(SITEURL="").said


def test_an_office_an_option_or_another_address_is_left_to_pelican(
    local: Builder, pelican: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEURL", TINY_URL)
    command.main(["-s", "publishconf.py"])
    command.main(["--relative-urls"])
    edit(local, OFFICE, "# eine Zeile mehr\n")
    command.main([])
    assert pelican == [["-s", "publishconf.py"], ["--relative-urls"], []]


def test_who_has_looked_in_vain_is_asked_by_pelicans_run(local: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(local, OFFICE, "# eine Zeile mehr\n")
    settings = local.settings(SITEURL="")
    looked = ShortRun(settings)
    assert not looked.is_done()
    monkeypatch.setattr(PortalRun, "before", looked)
    monkeypatch.setattr(narrow, "edit", lambda *_: pytest.fail("asked again"))
    assert local(SITEURL="").said.startswith("Stadt Großstadt: 11 Leistungen, 84 Seiten; ")
    assert PortalRun.before is None


def test_with_other_settings_it_looks_once_more(
    local: Builder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looked = ShortRun(local.settings(SITEURL=""))
    edit(local, OFFICE, "# eine Zeile mehr\n")
    assert not looked.is_done()
    monkeypatch.setattr(PortalRun, "before", looked)
    elsewhere = local.afresh(tmp_path / "elsewhere")
    elsewhere(SITEURL="")
    assert (elsewhere.output / "index.html").is_file()


def test_what_is_wrong_is_said_once_where_the_search_was_lost(
    local: Builder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(local, text="\n1. Januar\n")
    for block in (local.cache / "builds").glob(f"*{SUFFIX}"):
        block.unlink()
    looked = ShortRun(local.settings(SITEURL=""))
    assert not looked.is_done()
    assert "1. Januar" in capsys.readouterr().err
    monkeypatch.setattr(PortalRun, "before", looked)
    built = local(SITEURL="")
    assert (bool(built.said), built.told) == (True, "")


def test_another_plugin_may_add_to_every_page(local: Builder, pelican: list[list[str]]) -> None:
    settings = local.settings(SITEURL="")
    assert ShortRun(settings).is_done()
    assert not ShortRun({**settings, "PLUGINS": [*settings["PLUGINS"], ModuleType("another")]}).is_done()


@pytest.mark.parametrize(("file", "url"), [("pelicanconf.py", ""), ("publishconf.py", TINY_URL)])
def test_the_settings_of_a_file_are_those_that_pelican_reads(
    local: Builder, file: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEURL", url)
    monkeypatch.setenv("EXPORTS", "0")
    monkeypatch.setenv("OUTPUT", os.path.relpath(local.output, PROJECT))
    local(SITEURL=url)
    found = command.settings_of(PROJECT / file)
    theirs = plain(read_settings(str(PROJECT / file)))
    assert found
    assert plain(found) == {**theirs, "CACHE_PATH": str(local.cache)}


def test_a_folder_that_was_never_built_into_is_left_to_pelican(
    local: Builder, pelican: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTPUT", str(tmp_path / "never"))
    command.main([])
    assert pelican == [[]]


def test_the_command_builds_and_finds_nothing_to_do(local: Builder) -> None:
    edit(local, OFFICE, "# eine Zeile mehr\n")
    for removed in (True, False):
        done = subprocess.run([sys.executable, "-m", "plugins.pages"], capture_output=True, text=True, check=True)
        assert done.stdout.startswith("Stadt Großstadt: 11 Leistungen, 84 Seiten; "), removed
