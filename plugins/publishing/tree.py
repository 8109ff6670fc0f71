"""A built portal on disk, as its manifest lists it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from plugins.catalog import manifest, urls
from plugins.publishing import identity
from plugins.publishing.page import Page, Reference, read_page

_FORM = urls.ADMIN.lstrip("/")
_PACKED = (".br", ".gz", ".zip", ".bin", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".pdf", ".woff2")
"""What nobody reads as text; a packed file has its plain one beside it."""


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

    def text(self, name: str) -> bytes:
        """The bytes of a file that need not be there."""
        return self.read(name) if name in self.digests else b""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The paths of all files that are text, in order."""
        return tuple(name for name in sorted(self.digests) if not name.endswith(_PACKED))

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """What every HTML page for the public says, by path; read once for all gates."""
        return {name: read_page(self.read(name)) for name in self.named(".html") if not is_for_editors(name)}

    @property
    def references(self) -> Iterator[tuple[str, Reference]]:
        """Every address that a page names, with the address of the page."""
        for name, page in self.pages.items():
            address = address_of(name)
            yield from ((address, reference) for reference in page.references)

    @cached_property
    def whole_pages(self) -> frozenset[str]:
        """The addresses of the pages with a menu: not of those that only lead on or say that something is gone."""
        return frozenset(address_of(name) for name in self.named(".html") if b"<nav" in self.read(name))

    @property
    def size(self) -> int:
        """The bytes of all files that are there."""
        return sum(path.stat().st_size for path in map(self.folder.joinpath, self.digests) if path.is_file())

    def answers(self, path: str) -> bool:
        """True when a file answers a path below the root of the portal: `/leistungen/`."""
        return urls.file_of(unquote(path)) in self.digests

    def changed(self, before: "Tree | None") -> set[str]:
        """The files that are new, or other than before."""
        old = before.digests if before else {}
        return {name for name, digest in self.digests.items() if old.get(name) != digest}

    def faults(self) -> Iterator[str]:
        """What is not as the manifest says, a German phrase each; nothing for a whole portal."""
        there = set(_files(self.folder))
        for name in sorted(self.digests.keys() - there):
            yield f"{name} fehlt"
        for name in sorted(self.digests.keys() & there):
            if _digest(self.folder / name) != self.digests[name]:
                yield f"{name} hat andere Bytes"
        for name in sorted(there - self.digests.keys() - {manifest.NAME, identity.FILE}):
            yield f"{name} gehört nicht dazu"
        if identity.FILE in there and not self._is_named():
            yield f"{identity.FILE} nennt eine andere Prüfsumme"

    def _is_named(self) -> bool:
        """True when the file that says what the portal was made of means this manifest."""
        return manifest.file_digest(self.folder / manifest.NAME).encode() in self.read(identity.FILE)


def is_for_editors(name: str) -> bool:
    """True for a file of the editors' form: a program of others, with rules of its own."""
    return name.startswith(_FORM)


def address_of(name: str) -> str:
    """The address a file answers: `leistungen/index.html` → `/leistungen/`."""
    return "/" + (name.removesuffix("index.html") if name.rpartition("/")[2] == "index.html" else name)


def _files(folder: Path) -> Iterator[str]:
    """Everything below a folder that is no plain folder itself: files, links, what else there may be."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in (*names, *links))


def _digest(path: Path) -> str:
    """The SHA-256 of a file; none for what is no regular one."""
    return manifest.file_digest(path) if path.is_file() and not path.is_symlink() else ""
