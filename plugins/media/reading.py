"""From a file of the content to a medium, or to the problem that keeps it from being published."""

import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.catalog import german
from plugins.catalog.opening import RefusedError, opened
from plugins.catalog.places import Known, Place, Problem
from plugins.catalog.records.medium import Format, Medium
from plugins.media.formats import MAX_BYTES, REMEDY, SHOWN, SUFFIXES, recognised

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+")


def read(path: Path, root: Path, municipality: str = "") -> Medium | Problem:
    """The medium at `path`; the problem is the first that was found, at the file."""
    place = Place(path.relative_to(root).as_posix())
    try:
        medium = _medium(path, municipality)
    except RefusedError as refused:
        return Problem(place, f"Die Datei {refused.message}", refused.hint, rule="medium-file")
    medium.located(Known({"": place}))
    return medium


def _too_large() -> RefusedError:
    return RefusedError(
        f"ist größer als {MAX_BYTES // 1000} kB",
        f"Verkleinern Sie das Bild auf {SHOWN} Bildpunkte; ein PDF speichern Sie für den Bildschirm.",
    )


def _medium(path: Path, municipality: str) -> Medium:
    _check_name(path.name)
    data = opened(path, MAX_BYTES, _too_large())
    format_ = recognised(data)
    _check_suffix(path.name, format_)
    return _described(path.name, format_, data, municipality)


def _described(name: str, format_: Format, data: bytes, municipality: str) -> Medium:
    from plugins.media import documents, pictures

    links: tuple[str, ...] = ()
    size, width, height = len(data), 0, 0
    if format_ is Format.PDF:
        made = documents.rewritten(data)
        size, links = len(made), documents.links(made)
    else:
        width, height = pictures.picture(data, format_).size
    return Medium(
        file=name,
        municipality=municipality,
        format=format_,
        digest=digest(data),
        size=size,
        width=width,
        height=height,
        links=links,
    )


def digest(data: bytes) -> str:
    """Of a file and of everything that decides what is made of it: it names what is published, and what is kept."""
    return hashlib.sha256(_recipe() + data).hexdigest()


@cache
def _recipe() -> bytes:
    made_by = (f"{name} {version(name)}\n".encode() for name in ("pillow", "pikepdf"))
    code = (Path(__file__).with_name(name).read_bytes() for name in ("documents.py", "pictures.py"))
    return b"".join((*made_by, *code))


def _check_name(name: str) -> None:
    stem, _, suffix = name.lower().rpartition(".")
    if _NAME.fullmatch(name) and suffix in SUFFIXES:
        return
    if suffix not in SUFFIXES:
        is_drawing = suffix in {"svg", "svgz"}
        raise RefusedError("ist eine SVG-Grafik" if is_drawing else "ist kein Bild und kein PDF", REMEDY)
    better = re.sub(r"[^a-z0-9]+", "-", german.transliterate(stem)).strip("-") or "bild"
    raise RefusedError("heißt so, dass sie keine Adresse hätte", f"Benennen Sie sie um: {better}.{suffix}")


def _check_suffix(name: str, format_: Format) -> None:
    stem, _, suffix = name.rpartition(".")
    if SUFFIXES[suffix] is not format_:
        raise RefusedError(f"ist ein {format_.name}, heißt aber .{suffix}", f"Benennen Sie sie um: {stem}.{format_}")
