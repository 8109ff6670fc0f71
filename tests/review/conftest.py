"""A repository with the tiny country in it, in which offices have editors and one review is overdue."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CONTENT, Draft
from tests.portals import TINY_DAY


@dataclass(frozen=True)
class Workshop:
    """A git repository; `content` writes into its content folder."""

    root: Path

    @property
    def content(self) -> Draft:
        return Draft(self.root / "content")

    def git(self, *arguments: str) -> str:
        identity = ["-c", "user.name=Redaktion", "-c", "user.email=redaktion@grossstadt.example"]
        done = subprocess.run(["git", *identity, *arguments], cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self, branch: str) -> None:
        """All that is written now as the first commit of a new branch; the files are those of main again."""
        self.git("checkout", "--quiet", "-b", branch)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", branch)
        self.git("checkout", "--quiet", "main")


def with_editors(content: Draft) -> None:
    """Three places have editors; the ID card should have been reviewed in October."""
    for path, account in (
        ("municipalities/kreis-muster/municipality.yaml", "muster-redaktion"),
        ("municipalities/grossstadt/offices/steueramt.yaml", "gross-steuer"),
        ("municipalities/grossstadt/offices/ordnungsamt.yaml", "gross-ordnung"),
    ):
        content(path, f"{(content.folder / path).read_text('utf-8').rstrip()}\neditors: [{account}]\n")
    content.change("services/personalausweis-beantragen.md", "reviewed_on: 05.10.2026", "reviewed_on: 05.10.2025")
    content.change("services/personalausweis-beantragen.md", "review_by: 05.10.2027", "review_by: 05.10.2026")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """The repository on its branch main, on the first of November."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))
    shop = Workshop(tmp_path / "repository")
    shutil.copytree(CONTENT, shop.root / "content")
    with_editors(shop.content)
    shop.git("init", "--quiet", "--initial-branch=main")
    shop.git("add", "--all")
    shop.git("commit", "--quiet", "--message", "main")
    return shop
