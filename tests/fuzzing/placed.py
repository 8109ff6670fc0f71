"""Bytes as a file of a content folder, alone or in the tiny country; and where a problem may point."""

import codecs
import datetime
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from plugins.catalog import printing
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Problem

ROOT = Path(__file__).parents[2]
WORLD = ROOT / "tests/world/content"
DEMO = ROOT / "content"
TODAY = datetime.date(2026, 11, 1)
_LONGEST_SEED = 4096


@cache
def scratch() -> Path:
    """A folder for one process; it goes with it."""
    return Path(_kept().name)


@cache
def _kept() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="fundstelle-")


@contextmanager
def folder_with(path: str, data: bytes) -> Iterator[Path]:
    """A folder that holds one file."""
    folder = scratch() / "content"
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    yield folder
    file.unlink()


@cache
def world() -> Catalog:
    """The tiny country."""
    return load(WORLD, TODAY)[0]


def world_with(path: str, data: bytes) -> tuple[Catalog, list[Problem]]:
    """The tiny country with one file more, or with another text in one of its files; the problems of reading it."""
    with folder_with(path, data) as folder:
        more, problems = load(folder, TODAY)
    base = without(world(), path)
    records = sorted((*base.records, *more.records), key=lambda record: record.place().path)
    return replace(
        base,
        records=tuple(records),
        outlines=tuple(sorted((*base.outlines, *more.outlines), key=lambda outline: outline.path)),
        names=base.names | more.names,
        partial=more.partial,
        broken=more.broken,
    ), problems


def without(catalog: Catalog, path: str) -> Catalog:
    """The same without a file."""
    return replace(
        catalog,
        records=tuple(record for record in catalog.records if record.place().path != path),
        outlines=tuple(outline for outline in catalog.outlines if outline.path != path),
    )


def well_said(problems: Sequence[Problem], path: str, data: bytes) -> None:
    """Every problem of a file stands inside it, and is one line with one for its remedy."""
    lines = _lines(data)
    for found in problems:
        assert found.message, found
        if found.place.path == path:
            assert 1 <= found.place.line <= len(lines), found
            assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1, found
        block = printing.block(found, "content")
        assert len(block.splitlines()) == 1 + bool(found.hint), found
        block.encode()


def _lines(data: bytes) -> list[str]:
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    return re.split("\r\n|\r|\n", unicodedata.normalize("NFC", text))


def small_files(folder: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    """The shorter files of a folder with their paths in it."""
    for file in sorted(folder.glob(pattern)):
        if file.is_file() and file.stat().st_size <= _LONGEST_SEED:
            yield file.relative_to(folder).as_posix(), file.read_bytes()
