"""The content as git has it: what changed, and any state of it as files; nothing of what is read is run."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class GitError(Exception):
    """Git refused; says so in German."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as git keeps it: its mode (six octal digits), its size in bytes (0 for what is no file), its path."""

    mode: str
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a content folder lies in; `name` is the path of the folder inside it."""

    root: Path
    name: str

    @classmethod
    def of(cls, content: Path) -> "Repository":
        """The repository around a folder."""
        folder = content.resolve()
        root = Path(git(folder, "rev-parse", "--show-toplevel").strip())
        return cls(root, folder.relative_to(root).as_posix())

    def merged(self, base: str, head: str) -> str:
        """The tree that is there when `head` is merged into `base`; nothing in the repository moves."""
        commits = [git(self.root, "rev-parse", "--verify", f"{one}^{{commit}}").strip() for one in (base, head)]
        try:
            return git(self.root, "merge-tree", "--write-tree", *commits).split("\n", 1)[0]
        except GitError as error:
            raise GitError(
                "Der Antrag passt nicht mehr zum Zielzweig: Holen Sie dessen Stand zu sich herein."
            ) from error

    def fork_of(self, base: str) -> str:
        """Where the work tree left `base`: what others did there since is not ours."""
        return git(self.root, "merge-base", base, "HEAD").strip()

    def changed(self, before: str, after: str | None) -> tuple[str, ...]:
        """The paths that differ between two states; without the second, up to the work tree and its new files."""
        names = git(self.root, "diff", "--name-only", "--no-renames", "-z", before, *([after] if after else []))
        new = "" if after else git(self.root, "ls-files", "--others", "--exclude-standard", "-z")
        return tuple(sorted({name for name in (names + new).split("\0") if name}))

    def entries(self, tree: str) -> tuple[Entry, ...]:
        """All files of the content of a state, by paths inside it; nothing is written for it."""
        listed = git(self.root, "ls-tree", "-rlz", self._content_of(tree)).split("\0")
        parts = [(*facts.split(), path) for facts, _, path in (line.partition("\t") for line in listed) if path]
        return tuple(Entry(mode, int(size) if size.isdigit() else 0, path) for mode, _, _, size, path in parts)

    def _content_of(self, tree: str) -> str:
        return tree if self.name == "." else f"{tree}:{self.name}"

    def write_content(self, tree: str, folder: Path) -> Path:
        """The content of a state as files below `folder`; attributes in the content leave no file out."""
        index = {"GIT_INDEX_FILE": str(folder / "index"), "GIT_WORK_TREE": str(self.root)}
        content = folder / "content"
        content.mkdir(parents=True)
        git(self.root, "read-tree", self._content_of(tree), **index)
        git(self.root, "checkout-index", "--all", f"--prefix={content}/", **index)
        return content


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """What git prints; raises `GitError` with its last words, or when there is no git."""
    try:
        done = _run(folder, arguments, environment)
    except OSError as error:
        raise GitError("Der Vergleich ist nicht möglich: git fehlt hier") from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"git {arguments[0]}"])[-1]
        raise GitError(f"Der Vergleich ist nicht möglich: {last}")
    return done.stdout


def _run(folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603
        ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )
