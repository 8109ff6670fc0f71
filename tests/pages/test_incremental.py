"""Builds that do again only what changed say and write the same as a clean build."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from plugins.catalog import checks, digests
from plugins.catalog.catalog import Catalog
from plugins.catalog.history import history
from plugins.catalog.places import Problem
from plugins.pages.generator import PortalGenerator
from plugins.pages.incremental import ingredients
from plugins.pages.incremental.past import Past
from tests.pages.building import Builder
from tests.portals import TINY_DAY

SERVICE, TOPIC = "services/gewerbe-anmelden.md", "topics/tiere.yaml"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A word for each time from now on that the rules look at all content."""
    words: list[str] = []
    real = checks.run

    def checked(catalog: Catalog) -> Iterator[Problem]:
        words.append("checked")
        return real(catalog)

    monkeypatch.setattr(checks, "run", checked)
    return words


def test_of_what_nobody_changed_nothing_is_checked_or_written_and_the_same_is_said(
    build: Builder, checked: list[str]
) -> None:
    _write(build.content / SERVICE, "## Fristen\n\n1. Januar\n")
    first = build()
    again = build()
    assert checked == []
    assert again.told == first.told
    assert "Liste mit einem einzigen Eintrag" in again.told
    assert again.said == "Stadt Großstadt: 11 Leistungen, 84 Seiten; 0 Dateien geschrieben, 0 entfernt"


def test_a_file_of_the_portal_that_somebody_took_away_comes_back(build: Builder) -> None:
    page = build.output / "leistungen" / "gewerbe-anmelden" / "index.html"
    page.unlink()
    assert build().said.endswith("1 Dateien geschrieben, 0 entfernt")
    assert page.is_file()


def test_a_file_of_the_portal_that_somebody_touched_is_looked_at(build: Builder, checked: list[str]) -> None:
    page = build.output / "index.html"
    page.touch()
    assert build().said.endswith("0 Dateien geschrieben, 0 entfernt")
    assert checked == []
    page.write_bytes(page.read_bytes().replace(b"Leistungen", b"Leistungem", 1))
    assert build().said.endswith("1 Dateien geschrieben, 0 entfernt")


def test_another_day_or_setting_is_another_build(
    build: Builder, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(PREVIEW=True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY + 24 * 60 * 60))
    build(PREVIEW=True)
    build(PREVIEW=True)
    assert checked == ["checked", "checked"]


def test_content_that_moves_while_it_is_built_is_not_taken_for_what_was_built(
    build: Builder, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(build.content / TOPIC, "\n")
    real = PortalGenerator.generate_output

    def meanwhile(self: PortalGenerator, writer: object) -> None:
        real(self, writer)
        os.utime(build.content / TOPIC, ns=(1, 1))

    monkeypatch.setattr(PortalGenerator, "generate_output", meanwhile)
    build()
    build()
    assert checked == ["checked", "checked"]


def test_files_that_are_as_they_were_are_not_read_again(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingredients, "SETTLED", -1_000_000_000)
    _write(build.content / TOPIC, "\n")
    build()
    _write(build.content / SERVICE, "Neu.\n")
    read: list[str] = []
    digested = digests.digested

    def noted(content: Path, names: Iterable[str]) -> Mapping[str, str]:
        read.extend(names := list(names))
        return digested(content, names)

    monkeypatch.setattr(digests, "digested", noted)
    made = Past.of(build.settings(), history(build.content)).made
    assert read == [SERVICE]
    assert made
    assert made.files == digests.of_files(build.content)


def test_a_file_that_was_just_written_is_read_again(build: Builder) -> None:
    _write(build.content / TOPIC, "\n")
    build()
    made = Past.of(build.settings(), history(build.content)).made
    assert made
    assert TOPIC not in made.known(made.stamps)


def test_what_is_remembered_counts_only_as_it_was_written(build: Builder, checked: list[str]) -> None:
    entry = next((build.cache / "builds").glob("*.left"))
    whole = entry.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Past.of(build.settings(), history(build.content)).left is None
        entry.write_bytes(whole[:place])
        assert Past.of(build.settings(), history(build.content)).left is None
    assert build().said.endswith("0 Dateien geschrieben, 0 entfernt")
    assert checked == ["checked"]


def _write(file: Path, more: str) -> None:
    file.write_text(file.read_text("utf-8") + more, "utf-8")
