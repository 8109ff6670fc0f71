"""Every file a web server may send compressed, compressed once and for all: `x.html.br` and `x.html.gz` beside it."""

import gzip
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from plugins.catalog import manifest
from plugins.catalog.cores import cores

SUFFIXES = (".br", ".gz")
LEAST = 256
"""Smaller files fit into one packet as they are (bytes)."""

WORTH = 0.9
"""A compressed file must not be larger than this share of the plain one; pictures never get there."""

_ASSETS = "assets/"
_BEST, _GOOD = 11, 7
"""Brotli's quality for what everybody loads, and for the rest: a tenth larger in a fiftieth of the time."""


def compress(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Compress the files of these paths where it is worth it; the digests of the new files by their paths."""
    served = [name for name in sorted(names) if is_served(name)]
    with ThreadPoolExecutor(cores()) as threads:
        return {name: digest for made in threads.map(partial(_compressed, folder), served) for name, digest in made}


def is_served(name: str) -> bool:
    """True for a path that the public may ask for: no rules for servers, nothing hidden."""
    return not name.startswith("_") and not any(
        part.startswith(".") and part != ".well-known" for part in name.split("/")
    )


def _compressed(folder: Path, name: str) -> list[tuple[str, str]]:
    """Write both kinds of a file; path and digest of each."""
    data = (folder / name).read_bytes()
    made = []
    for suffix, packed in _kinds(name, data) if len(data) >= LEAST else ():
        if len(packed) <= WORTH * len(data):
            (folder / f"{name}{suffix}").write_bytes(packed)
            made.append((f"{name}{suffix}", manifest.digest(packed)))
    return made


def _kinds(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes by kind; the same bytes for the same file, so no date in it."""
    yield ".br", brotli.compress(data, quality=_BEST if name.startswith(_ASSETS) else _GOOD)
    yield ".gz", gzip.compress(data, compresslevel=9, mtime=0)
