"""A built portal on disk, as its manifest lists it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog import manifest


@dataclass(frozen=True)
class Tree:
    """The files of a portal below `folder`, each path with its SHA-256."""

    folder: Path
    digests: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> "Tree":
        """The tree as its manifest lists it. Raises `OSError` without one, `ValueError` when it is damaged."""
        return cls(folder, manifest.read(folder))

    def read(self, name: str) -> bytes:
        """The bytes of one file."""
        return (self.folder / name).read_bytes()

    def named(self, suffix: str) -> Iterator[str]:
        """The paths that end so, in order: `.html`."""
        return (name for name in sorted(self.digests) if name.endswith(suffix))
