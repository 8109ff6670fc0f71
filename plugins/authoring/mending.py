"""`make fix`: what is mechanical in a file is repaired, what would be guessed stays as it is."""

import re
from collections.abc import Collection, Iterable
from itertools import pairwise
from pathlib import Path

from plugins.authoring import facts
from plugins.catalog.catalog import Catalog
from plugins.catalog.changes import Change
from plugins.catalog.encodings import text_of
from plugins.catalog.kinds import kind_of
from plugins.catalog.manuscript import Manuscript
from plugins.catalog.records import Municipality, Portal

_HARD_BREAK = "  "
_BULLET = re.compile(r"^( {0,3})[•▪‣][ \t\u00a0]*(?=\S)", re.MULTILINE)
_HTTP = re.compile(r"\bhttp://([A-Za-z0-9.-]+)(?=[/?#)\s>\"']|$)")


def repaired(folder: Path, paths: Iterable[str], hosts: Collection[str] = ()) -> list[Change]:
    """What mending changes in these files of a content folder; links to other files are not followed."""
    files = ((path, folder / path) for path in paths)
    read = ((path, file.read_bytes()) for path, file in files if file.is_file() and not file.is_symlink())
    changes = (Change(path, data, mended(path, data, hosts)) for path, data in read)
    return [change for change in changes if change.before != change.after]


def secure_hosts(catalog: Catalog) -> frozenset[str]:
    """The servers that answer https: those of the portals and of the municipalities."""
    portals = [host for portal in catalog.all(Portal) for host in portal.hosts]
    towns = [host for town in catalog.all(Municipality) for host in town.hosts]
    return frozenset(host.casefold() for host in (*portals, *towns))


def mended(path: str, data: bytes, hosts: Collection[str] = ()) -> bytes:
    """The bytes of a content file as they should be; `hosts` answer https. Mending twice is mending once."""
    kind = kind_of(path)
    text = text_of(data) if kind and kind[0].is_text else None
    if kind is None or text is None or not text.strip():
        return data
    tidied = Manuscript(path, _secure(_tidied(text), hosts))
    if not _has_facts(tidied):
        return tidied.data
    start, end = tidied.front
    read = tidied.text[:start] + facts.readable(tidied.text[start:end]) + _BULLET.sub(r"\1- ", tidied.text[end:])
    return facts.canonical(Manuscript(path, read), kind[0].model).data


def _has_facts(manuscript: Manuscript) -> bool:
    """True when it is clear where the facts begin and end: between lines of dashes, or in all of a YAML file."""
    between = manuscript.text.startswith("---\n") and manuscript.text.startswith("---\n", manuscript.front[1])
    return between or not manuscript.path.endswith(".md")


def _tidied(text: str) -> str:
    """No blanks at the ends of lines but those that break a line in Markdown, and one line end at the end."""
    lines = [*text.rstrip().split("\n"), ""]
    return "".join(f"{_without_blanks(line, following)}\n" for line, following in pairwise(lines))


def _without_blanks(line: str, following: str) -> str:
    bare = line.rstrip(" \t")
    breaks = bare and following.strip() and line[len(bare) :].startswith(_HARD_BREAK)
    return bare + _HARD_BREAK if breaks else bare


def _secure(text: str, hosts: Collection[str]) -> str:
    """https on the servers of the portals and of the administration, which all answer it."""
    return _HTTP.sub(lambda found: f"https://{found[1]}" if found[1].lower() in hosts else found[0], text)
