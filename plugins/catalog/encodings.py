"""Which characters a text may hold, and the text of a file whatever it was saved with."""

import codecs
import re
import unicodedata

from plugins.catalog.scanning import scanner

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WITHOUT_SHAPE = (
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HALVES = r"\ud800-\udfff"
_NO_CHARACTERS = r"\ufdd0-\ufdef\ufffe\uffff" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)
)
_ORDINARY = r"\t\n -~\u00a0-\u024f"
_NEVER = f"{_CONTROLS}{_DIRECTIONS}{_WITHOUT_SHAPE}{_NO_CHARACTERS}"
_JOINERS = r"(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])"

INVISIBLE = re.compile(f"(?![{_ORDINARY}])(?:[{_NEVER}{_HALVES}]|{_JOINERS})")
"""What nobody sees and everybody reads differently: controls, directions, Unicode's Default_Ignorable_Code_Point.

Allowed are soft hyphens, the marks that choose the look of an emoji, and joiners between letters that are not Latin.
The long class is slow; so it is asked only about what is no ordinary letter.
"""

MAY_HIDE = rf"[{_NEVER}\u200c\u200d]"
"""What stands in every text with such a character, for `scanner`."""

_may_hide = scanner(MAY_HIDE)

_FOREIGN_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def invisible(text: str) -> re.Match[str] | None:
    """The first such character of a text."""
    return INVISIBLE.search(text) if _may_hide(text) else None


def text_of(data: bytes) -> str | None:
    """The text with \\n as line ends, in NFC, without zero-width spaces; None unless its bytes leave one reading."""
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
