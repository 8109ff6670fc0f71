"""A process that stays shows an edit at once, and leaves what a clean build writes, whatever it was told."""

import gc
import random
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from plugins.catalog import manifest, stages
from plugins.catalog.stages import Spent
from plugins.pages.output import Output
from plugins.pages.resident import SAVED, Resident, built
from search import cache
from tests.pages.building import Builder
from tests.pages.test_edited import ALL, DOG, OFTEN, reverted, sentence

KIOSK = "services/kiosk-anmelden.md"
PAGE = "leistungen/hund-anmelden/index.html"


@dataclass
class Desk:
    """A process that stays at the content of a builder; `seen` is what the page of the dog says whenever it calls."""

    build: Builder
    seen: list[str] = field(default_factory=list)
    is_waiting: bool = False

    def __post_init__(self) -> None:
        self.run: Resident | None = None
        self.tell()
        self.seen.clear()
        self.before = manifest.measured(self.build.content)

    def _look(self) -> None:
        page = self.build.output / PAGE
        self.seen.append(page.read_text("utf-8") if page.exists() else "")

    def save(self, *more: str) -> None:
        """Tell what was saved since the last time, as a watcher does."""
        now = manifest.measured(self.build.content)
        changed = {name for name in now | self.before if now.get(name) != self.before.get(name)}
        self.before = now
        self.tell(*changed, *more)

    def tell(self, *names: str) -> None:
        """Tell that these were saved."""
        self.run = built(self.run, self._begun, names, self._look)

    def _begun(self) -> Resident:
        return Resident(self.build.settings(), self._look, lambda: self.is_waiting)


@pytest.fixture
def desk(build: Builder) -> Iterator[Desk]:
    """A process that has built the tiny country."""
    yield Desk(build)
    gc.unfreeze()
    gc.enable()


def append(desk: Desk, path: str, text: str) -> None:
    file = desk.build.content / path
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")


def cleanly(desk: Desk) -> dict[str, str]:
    """What a clean build of the same writes."""
    clean = desk.build.afresh(desk.build.cache / "clean")
    clean()
    return manifest.measured(clean.output)


def test_a_new_sentence_can_be_seen_before_the_search_follows(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written: list[str] = []
    real = Output.write

    def write(self: Output, name: str, data: bytes, like: str = "") -> None:
        written.append("search" if name.startswith("assets/") else f"{len(desk.seen)} {name}")
        real(self, name, data, like)

    monkeypatch.setattr(Output, "write", write)
    append(desk, DOG, "Das geht schnell.")
    capsys.readouterr()
    desk.save()
    assert ["Das geht schnell." in page for page in desk.seen] == [True]
    assert written.index(f"0 {PAGE}") < written.index("search")
    first, second, _ = capsys.readouterr().out.splitlines()
    assert first.startswith("1 Dateien nach ")
    assert first.endswith(" ms geschrieben; die Suche folgt")
    assert second.startswith("Stadt Großstadt: 11 Leistungen, 84 Seiten; ")


def test_the_first_build_counts_what_was_read_for_it(
    build: Builder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = count()
    monkeypatch.setattr(stages, "_now", lambda: Spent(cpu=next(looks)))
    Desk(build)
    said = capsys.readouterr().out
    assert "lesen" in said
    assert "lesen 0,0 s" not in said


def test_a_mistake_is_told_and_the_old_page_stays_until_the_next_save(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    file = desk.build.content / DOG
    text = file.read_text("utf-8")
    file.write_text(text.replace("## Hinweise", "## Hinweisse"), "utf-8")
    before = manifest.measured(desk.build.output)
    desk.save()
    assert "„Hinweisse“" in capsys.readouterr().err
    assert manifest.measured(desk.build.output) == before
    file.write_text(f"{text}\nDas geht schnell.\n", "utf-8")
    desk.save()
    assert "Das geht schnell." in desk.seen[-1]


def test_a_name_that_is_no_content_builds_nothing(desk: Desk) -> None:
    before = manifest.measured(desk.build.output)
    desk.save("services/.hund-anmelden.md.swp", "services/4913", "services/gibt-es-nicht.md")
    assert manifest.measured(desk.build.output) == before


def test_what_nobody_told_is_found(desk: Desk) -> None:
    append(desk, DOG, "Das geht schnell.")
    append(desk, KIOSK, "Das geht langsam.")
    desk.tell(DOG)
    page = desk.build.output / "leistungen" / "kiosk-anmelden" / "index.html"
    assert "Das geht langsam." in page.read_text("utf-8")
    assert {("Das geht schnell." in page) for page in desk.seen} == {True}


def test_the_next_save_is_shown_before_the_search_of_the_last_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    append(desk, DOG, "Das geht schnell.")
    monkeypatch.setattr(cache, "of_lines", lambda *_: signal.raise_signal(SAVED))
    capsys.readouterr()
    desk.save()
    assert len(capsys.readouterr().out.splitlines()) == 1
    monkeypatch.undo()
    append(desk, KIOSK, "Das geht langsam.")
    desk.save()
    assert manifest.measured(desk.build.output) == cleanly(desk)


def test_what_was_shown_and_is_taken_back_at_once_is_gone_at_once(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    file = desk.build.content / DOG
    text = file.read_text("utf-8")
    append(desk, DOG, "Das geht schnell.")
    desk.is_waiting = True
    desk.save()
    desk.is_waiting = False
    file.write_text(text, "utf-8")
    capsys.readouterr()
    desk.save()
    assert "die Suche folgt" in capsys.readouterr().out
    assert ["Das geht schnell." in page for page in desk.seen] == [True, False]
    assert manifest.measured(desk.build.output) == cleanly(desk)


def test_a_summary_that_is_taken_back_at_once_stays_in_no_list(desk: Desk) -> None:
    file = desk.build.content / DOG
    text = file.read_text("utf-8")
    file.write_text(text.replace("Melden Sie ihn", "Melden Sie das Tier"), "utf-8")
    desk.is_waiting = True
    desk.save()
    lists = desk.build.output / "themen" / "tiere" / "index.html"
    assert "Melden Sie das Tier" in lists.read_text("utf-8")
    desk.is_waiting = False
    file.write_text(text, "utf-8")
    desk.save()
    assert manifest.measured(desk.build.output) == cleanly(desk)


def test_a_save_that_waits_comes_before_the_search(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    append(desk, DOG, "Das geht schnell.")
    desk.is_waiting = True
    capsys.readouterr()
    desk.save()
    assert len(capsys.readouterr().out.splitlines()) == 1
    desk.is_waiting = False
    desk.save("services/4913")
    assert manifest.measured(desk.build.output) == cleanly(desk)


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_leave_what_a_clean_build_writes(
    seed: int, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(desk.build.content, tmp_path / "original")
    dice = random.Random(seed)  # noqa: S311 - the same in every run
    at_once = 0
    for turn in range(12):
        for change in dice.choices(ALL if turn % 3 == 2 else OFTEN, k=dice.randint(1, 2)):
            change(desk.build, dice)
        if dice.random() < 0.3:
            desk.is_waiting = True
            desk.save()
            desk.is_waiting = False
            sentence(desk.build, dice)
        capsys.readouterr()
        desk.save(dice.choice(("services/.x.swp", "services/x~", DOG)))
        said = capsys.readouterr()
        at_once += "die Suche folgt" in said.out
        clean = desk.build.afresh(tmp_path / f"clean-{turn}")
        expected = clean()
        assert said.err.rstrip().endswith(expected.told.removesuffix("1").rstrip())
        if expected.said:
            assert manifest.measured(desk.build.output) == manifest.measured(clean.output)
        else:
            reverted(desk.build, dice)
            desk.save()
    assert at_once > 3
