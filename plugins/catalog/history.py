"""When each file of the content last changed, as git has it: asked once, however many files there are."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from plugins.catalog.git import GitError, git

_COMMIT = "%x00%cI%x00%s"
"""What git writes before the names of a commit, between zeros: no subject can contain one."""

_FIRST_YEAR = 1970
"""Where the time of computers begins."""


@dataclass(frozen=True, order=True, slots=True)
class Commit:
    """A change: when it came, with its time zone, and the first line of what its author said."""

    at: datetime.datetime
    subject: str


@dataclass(frozen=True, slots=True)
class History:
    """The last commit of every file, by its path in the content folder; `gap` says in German why there is none."""

    commits: Mapping[str, Commit] = field(default_factory=lambda: MappingProxyType({}))
    gap: str = ""

    def latest(self, paths: Iterable[str]) -> Commit | None:
        """The newest commit of some files; None where git knows none of them."""
        known = self.commits
        return max((known[path] for path in paths if path in known), default=None) if known else None


def history(content: Path) -> History:
    """The history of a content folder. A shallow clone would date every file to one day: it counts as none."""
    try:
        if git(content, "rev-parse", "--is-shallow-repository").strip() == "true":
            return History(gap="Die Geschichte des Repositorys fehlt (shallow clone): git fetch --unshallow")
        names = ("--name-only", "--no-renames", "--relative", "-z", "--", ".")
        log = git(content, "log", f"--format={_COMMIT}", *names)
    except GitError:
        return History(gap="git kennt die Geschichte der Inhalte nicht: Der Ordner liegt in keinem Repository.")
    return History(dict(last_commits(log)))


def last_commits(log: str) -> Iterator[tuple[str, Commit]]:
    """Paths with their newest commit: git names the newest first, so the first mention of a path counts."""
    seen: set[str] = set()
    commit: Commit | None = None
    words = iter(log.split("\0"))
    for word in words:
        if word == "" and (at := next(words, "")):
            moment, subject = _moment(at), next(words, "")
            commit = Commit(moment, subject) if moment else None
        elif commit and (path := word.removeprefix("\n")) and path not in seen:
            seen.add(path)
            yield path, commit


def _moment(at: str) -> datetime.datetime | None:
    """When a commit came; None for what no calendar has, since whoever makes a commit may write any time and zone."""
    try:
        moment = datetime.datetime.fromisoformat(at)
    except ValueError:
        return None
    return moment if moment.tzinfo and _FIRST_YEAR <= moment.year < datetime.MAXYEAR else None
