"""What all tests share: the tiny country, a copy of it to write in, and the public corpora."""

import datetime
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, sync_playwright

from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Problem
from plugins.catalog.printing import as_text
from plugins.catalog.validation import validated
from plugins.pages.assets import node
from tests.browser.chromium import ARGUMENTS, installed
from tests.portals import DEMO_URL, KREIS_URL, PROJECT, TINY_DAY, TINY_URL, Portal, build

CONTENT = Path(__file__).parent / "world" / "content"
TODAY = datetime.date(2026, 11, 1)

settings.register_profile("suite", derandomize=True, max_examples=40, deadline=None, database=None)
settings.register_profile("thorough", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("suite")


def said(problems: Sequence[Problem]) -> list[str]:
    """The problems as they are printed, sorted by place, each with its remedy in one line."""
    return [
        as_text([found]).rsplit("\n", 1)[0].replace("\n    →", " →")
        for found in sorted(problems, key=lambda p: p.place)
    ]


@dataclass(frozen=True)
class Draft:
    """A copy of the tiny country; every change returns the problems of the whole folder on the first of November."""

    folder: Path

    def __call__(self, path: str, text: str | bytes) -> list[Problem]:
        """Write one file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.problems()

    def change(self, path: str, old: str, new: str) -> list[Problem]:
        """Replace one passage, which must be there exactly once."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self(path, text.replace(old, new))

    def problems(self) -> list[Problem]:
        """What is wrong now."""
        return validated(self.folder, TODAY)[1]


@pytest.fixture(scope="session")
def world() -> Catalog:
    """The tiny country of `tests/world`, which has no problems."""
    catalog, problems = validated(CONTENT, TODAY)
    assert said(problems) == []
    return catalog


@pytest.fixture
def write(tmp_path: Path) -> Draft:
    """`write(path, text)` puts a file into a copy of the world and returns the problems."""
    return Draft(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of public corpora beside the repository; they are not part of it."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "adversarial").is_dir():
        pytest.skip("the public corpora are not beside this repository (../shared)")
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The demo portal of Rurheim, built."""
    return build(PROJECT / "content", "rurheim", tmp_path_factory.mktemp("demo"), DEMO_URL, EXPORTS=1)


@pytest.fixture(scope="session")
def kreis(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal of the demo's Kreis, which leads to its towns for what they provide."""
    return build(PROJECT / "content", "kreis-rurland", tmp_path_factory.mktemp("kreis"), KREIS_URL, EXPORTS=1)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal of Großstadt in the tiny country, built."""
    output = tmp_path_factory.mktemp("tiny")
    return build(CONTENT, "grossstadt", output, TINY_URL, SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium, else Playwright's own; one per worker, because Playwright runs only once in a process."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node())  # Playwright's own Node asks for more of the system
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=installed(), args=list(ARGUMENTS))
        except Error as error:
            pytest.fail(f"No Chromium to be started; `make setup-test` installs one.\n{error}")
        yield chromium
        chromium.close()
