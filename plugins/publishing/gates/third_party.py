"""Nichts wird von anderen Servern geladen, und kein Formular schickt etwas dorthin."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import filterfalse

from plugins.catalog import addresses
from plugins.catalog.deciphering import unescaped
from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.pointing import targets
from plugins.publishing.tree import is_for_editors

_ADDRESS = re.compile(r"(?:\b(?:https?|wss?|ftp):/{0,9}|(?<=[\"'`(=])\s*//)[\w\[][^\s\"'`<>)|,;\\]*+", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LICENCE = re.compile(r"licen|copyright|©|mpl|https://github\.com/", re.IGNORECASE)
_DRAWING = re.compile(r"<!--.*?-->|\bxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([\da-f]{1,6})\s?|(.))", re.IGNORECASE)
_IN_CODE = re.compile(r"\\x([\da-f]{2})", re.IGNORECASE)
_VOCABULARIES = (
    *("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml"),
    *("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/XML/1998/namespace"),
    *("http://purl.org/dc/", "http://creativecommons.org/ns#"),
)
"""What names a language and is never asked for."""


def _style(text: str) -> str:
    return _ESCAPE.sub(_sign, _COMMENT.sub("", text))


def _sign(escape: re.Match[str]) -> str:
    code = int(escape[1] or "0", 16)
    return escape[2] or (chr(code) if 0 < code < 0x110000 else "")


def _program(text: str) -> str:
    """Without comments on rights; others stay, as nobody can tell them from strings with certainty."""
    told = _COMMENT.sub(lambda comment: "" if _LICENCE.search(comment[0]) else comment[0], text)
    return unescaped(_IN_CODE.sub(lambda code: chr(int(code[1], 16)), told))


def _drawing(text: str) -> str:
    return _style(unescaped(_DRAWING.sub("", text)))


def _manifest(text: str) -> str:
    """What a browser understands; to it a backslash is a slash."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False).replace("\\\\", "/")
    except ValueError:
        return unescaped(text)


_FILES: dict[str, Callable[[str], str]] = {
    ".css": _style,
    ".svg": _drawing,
    ".webmanifest": _manifest,
    ".mjs": _program,
    ".js": _program,
}


def seen(sight: Sight) -> str:
    """How many pages, styles, scripts and drawings were looked through."""
    files = sum(name.endswith(tuple(_FILES)) for name in sight.new.digests)
    pages = counted(len(sight.new.pages), "Seite", "Seiten")
    return f"{pages}, {counted(files, 'Datei', 'Dateien')} mit Gestaltung und Programmen"


def check(sight: Sight) -> Iterator[str]:
    """No visitor is known to anybody else because of us."""
    loaded = ((page, reference) for page, reference in sight.new.references if reference.is_loaded)
    for target in targets(sight.url, loaded):
        if target.elsewhere and not target.elsewhere.startswith("data:image/"):
            yield f"„{target.elsewhere}“ würde beim Öffnen gefragt; so steht es auf {first(target.pages)}."
    for suffix, read in _FILES.items():
        for name in filterfalse(is_for_editors, sight.new.named(suffix)):
            text = read(sight.new.read(name).decode("utf-8", "replace"))
            for address in filterfalse(_is_ours(sight), dict.fromkeys(map(str.strip, _ADDRESS.findall(text)))):
                yield f"{name} lädt „{address}“."


def _is_ours(sight: Sight) -> Callable[[str], bool]:
    own = addresses.host_of(sight.url)
    return lambda address: address.startswith(_VOCABULARIES) or addresses.host_of(address) == own
