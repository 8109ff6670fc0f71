"""`/.well-known/build.json`: which content and which software a published portal was made of, for anybody to check."""

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.catalog import manifest as digests
from plugins.catalog.files import content_files
from plugins.catalog.git import GitError, git
from plugins.hosting import published
from plugins.publishing import materials

FILE = published.FILE
"""It names the digest of the manifest, so the manifest cannot list it."""

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class State:
    """A state in git: the commit, and whether something was changed since; no commit where git knows nothing."""

    commit: str | None
    changed: bool | None

    @classmethod
    def of(cls, folder: Path) -> "State":
        """The state of a folder."""
        try:
            commit = git(folder, "rev-parse", "--verify", "HEAD").strip()
            return cls(commit, bool(git(folder, "status", "--porcelain", "--", ".").strip()))
        except GitError:
            return cls(None, None)


@dataclass(frozen=True, slots=True)
class Source:
    """A content folder at one moment: what git knows of it, and a digest of its files; equal if nothing moved."""

    state: State
    files: str

    @classmethod
    def of(cls, content: Path) -> "Source":
        """The folder as it is. Raises `OSError` for a file that goes meanwhile."""
        files = (file for file in content_files(content) if file.is_file())
        found = {str(file.relative_to(content)): digests.file_digest(file) for file in files}
        return cls(State.of(content), digests.digest(digests.written(found)))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a portal at `url` was made of; `lock` is the SHA-256 of the lock files."""

    portal: str
    url: str
    content: State
    software: State
    version: str
    lock: str

    @classmethod
    def of(cls, portal: str, url: str, content: State) -> "Identity":
        """The identity of what is built from this state of the content."""
        version = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
        lock = materials.lock_digest(PROJECT)
        return cls(portal, url, content, State.of(PROJECT), version, lock)

    def file(self, manifest: bytes) -> bytes:
        """The file for a portal with this manifest."""
        facts = {**asdict(self), "manifest": hashlib.sha256(manifest).hexdigest()}
        return json.dumps(facts, ensure_ascii=False, indent=1).encode() + b"\n"
