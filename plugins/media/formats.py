"""What a file is, by its first bytes; what it says of itself by its name counts for nothing."""

import re

from plugins.catalog.opening import RefusedError
from plugins.catalog.records.medium import Format

SUFFIXES = {"png": Format.PNG, "jpg": Format.JPEG, "jpeg": Format.JPEG, "webp": Format.WEBP, "pdf": Format.PDF}
"""What the name of a file may end in, and what it then has to be."""

_OURS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), Format.PNG),
    (re.compile(rb"\xff\xd8\xff"), Format.JPEG),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), Format.WEBP),
    (re.compile(rb"%PDF-[12]\.\d"), Format.PDF),
)
_OTHERS = (
    (re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype svg|svg)", re.IGNORECASE), "eine SVG-Grafik"),
    (re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<", re.IGNORECASE), "eine HTML-Seite"),
    (re.compile(rb"GIF8"), "ein GIF"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "ein BMP"),
    (re.compile(rb"II\*\0|MM\0\*"), "ein TIFF"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif|msf|avi)", re.DOTALL), "ein Foto im Format HEIC oder AVIF"),
    (re.compile(rb"PK\x03\x04"), "ein Office-Dokument oder ein ZIP-Archiv"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "ein altes Office-Dokument"),
    (re.compile(rb"version https://git-lfs"), "nur ein Verweis auf eine Datei in Git LFS"),
)
MAX_BYTES = 500_000
"""Of a file, and of what is made of it."""

SHOWN = 1600
"""Pixels on one side; a larger picture is made smaller: twice the width of a column of text, for dense screens."""

REMEDY = (
    "Erlaubt sind Bilder als PNG, JPEG oder WebP und Dokumente als PDF. "
    "Speichern Sie die Datei in einem dieser Formate."
)

_SECOND_FILE = re.compile(rb"<script|<html|<svg[\s>]|<iframe|<!doctype|<\?php|PK\x05\x06", re.IGNORECASE)
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


def recognised(data: bytes) -> Format:
    """The format of a file that has no second one hidden in it. Raises `RefusedError`."""
    for start, format_ in _OURS:
        if start.match(data):
            _check_alone(data, format_)
            return format_
    named = next((name for start, name in _OTHERS if start.match(data)), "kein Bild und kein PDF")
    raise RefusedError(f"ist {named}" if data else "ist leer", REMEDY)


def _check_alone(data: bytes, format_: Format) -> None:
    """Refuse what is a picture to us and a page or a program to others, and what hangs on at its end."""
    ends_early = format_ is Format.PNG and not data.endswith(_PNG_END)
    is_other_size = format_ is Format.WEBP and int.from_bytes(data[4:8], "little") + 8 != len(data)
    if ends_early or is_other_size or _SECOND_FILE.search(data):
        raise RefusedError(
            "ist unvollständig, oder es steckt noch eine andere Datei in ihr",
            "Öffnen Sie sie in einem Programm für Bilder oder PDFs und speichern Sie sie neu.",
        )
