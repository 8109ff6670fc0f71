"""A folder of saved pages: which files are pages, where each stood, and its text whatever its encoding."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog import addresses
from plugins.catalog.encodings import text_of
from plugins.exchange.ledger import ImportRefusedError

MAX_PAGES = 20_000
MAX_BYTES = 2 * 1024 * 1024
_PAGE_SUFFIXES = frozenset({"", ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".jsf", ".do"})
_INDEX = re.compile(r"(?:index|default)\.(?:html?|php|aspx?|jsp)", re.IGNORECASE)
_QUERY = re.compile(r"(?<=[A-Za-z0-9])@(?=[A-Za-z_]+=)")
_LOOKS_LIKE_HTML = re.compile(rb"<(?:!doctype html|html|head|body|title|meta|table|div)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_EURO = frozenset({"iso-8859-15", "iso8859-15", "latin-9", "latin9"})


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page stood: `www.stadt.example` and `/dienste/show?id=5`; the host is empty where no folder names it."""

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}{self.path}"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A file of the crawl."""

    file: Path
    address: Address


def saved_pages(folder: Path) -> list[SavedPage]:
    """Every file that may be a page, sorted by address; links out of the folder are not followed.

    Raises `ImportRefusedError`.
    """
    if not folder.is_dir():
        raise ImportRefusedError(f"Den Ordner {folder} gibt es nicht. Geben Sie den Ordner der Seiten an: FILE=…")
    found = [SavedPage(file, _address(file.relative_to(folder))) for file in _files(folder) if _may_be_page(file)]
    if not found:
        raise ImportRefusedError(f"In {folder} liegt keine Seite (.html, .php …). Geben Sie den Ordner an: FILE=…")
    if len(found) > MAX_PAGES:
        raise ImportRefusedError(f"In {folder} liegen mehr als {MAX_PAGES} Seiten. Teilen Sie den Ordner auf.")
    return sorted(found, key=lambda page: (str(page.address), page.file))


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        yield from (Path(place) / name for name in sorted(names))


def _may_be_page(file: Path) -> bool:
    name = _QUERY.sub("?", file.name)
    is_file = file.is_file() and not file.is_symlink()
    return is_file and Path(name.partition("?")[0]).suffix.lower() in _PAGE_SUFFIXES


def _address(file: Path) -> Address:
    """`www.stadt.example/dienste/5/index.html` → the host and `/dienste/5/`."""
    first, *rest = file.parts
    host, parts = (first, rest) if rest and addresses.is_host(first) else ("", list(file.parts))
    name = _QUERY.sub("?", parts[-1])
    path = "/".join([*parts[:-1], "" if _INDEX.fullmatch(name) else name])
    return Address(host, f"/{path}")


class UnreadPageError(Exception):
    """A file that is not read; the message says why in German."""


def text_of_page(page: SavedPage) -> str:
    """The text of a page. Raises `UnreadPageError`."""
    if page.file.stat().st_size > MAX_BYTES:
        raise UnreadPageError(f"größer als {MAX_BYTES // 1024 // 1024} MiB")
    data = page.file.read_bytes()
    if not data.strip():
        raise UnreadPageError("leer")
    if not _LOOKS_LIKE_HTML.search(data.replace(b"\0", b"")[:4096]):
        raise UnreadPageError("keine HTML-Seite")
    return _decoded(data)


def _decoded(data: bytes) -> str:
    """What the bytes are outweighs what the page says of them; ISO-8859-1 means Windows-1252, as in every browser."""
    said = _CHARSET.search(data[:4096])
    if said and said[1].decode().lower() in _EURO and not _is_utf_8(data):
        return data.decode("iso-8859-15")
    return text_of(data) or data.decode("utf-8" if said and said[1].lower() == b"utf-8" else "cp1252", "replace")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
