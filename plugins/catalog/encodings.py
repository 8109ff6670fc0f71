"""The text of a file whatever it was saved with, as long as the bytes leave one reading; None for all else."""

import codecs
import re
import unicodedata

_FOREIGN_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(data: bytes) -> str | None:
    """With \\n as line ends, composed letters (NFC) and no zero-width spaces."""
    text = _decoded(data)
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines.translate(_WITHOUT_WIDTH))


def _decoded(data: bytes) -> str | None:
    """UTF-8; UTF-16 that says so; Windows-1252 when nothing in it is UTF-8, because two in one file are a riddle."""
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        return data.decode()
    except UnicodeDecodeError:
        pass
    try:
        return None if _FOREIGN_UTF_8.search(data) or b"\0" in data else data.decode("cp1252")
    except UnicodeDecodeError:
        return None
