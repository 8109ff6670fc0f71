"""The icons of a portal, drawn from the town's logo, or from its initial letter on its colour."""

import base64
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

import resvg_py

from plugins.catalog.kept import Kept
from plugins.metadata.letters import STROKES
from plugins.metadata.xml import put

PAPER = "#ffffff"
"""Behind a logo that must stand on a colour: logos are made for white."""

FAVICON, FAVICON_SIZE = "/favicon.ico", 32


_PEN = {"fill": "none", "stroke": PAPER, "stroke-width": "1.5", "stroke-linecap": "round", "stroke-linejoin": "round"}


class IconError(ValueError):
    """A logo that is no picture; says so in German."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A square icon: its address, its size in pixels, how much of it the logo takes, whether nothing shines through."""

    address: str
    size: int
    share: float
    is_opaque: bool = False


_SAFE = 0.8 / 2**0.5
"""The largest square inside the circle that every mask leaves (Web Application Manifest, 40 % of the width)."""

_SMALL, _LARGE = Icon("/icon-192.png", 192, 0.96), Icon("/icon-512.png", 512, 0.96)
_MASKABLE = Icon("/icon-maskable-512.png", 512, _SAFE, is_opaque=True)
_TOUCH = Icon("/apple-touch-icon.png", 180, 0.76, is_opaque=True)
_FAVICON = Icon(FAVICON, FAVICON_SIZE, 1)

FOR_HOME_SCREENS = {_SMALL: "any", _LARGE: "any", _MASKABLE: "maskable"}
TOUCH = _TOUCH.address


def icons(logo: bytes | None, name: str, colour: str, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Every icon with its address. `cache` keeps the pictures under the digest of what they are made of."""
    if logo:
        _check(logo)
    for icon in (*FOR_HOME_SCREENS, _TOUCH, _FAVICON):
        drawing = _logo_on(icon, logo) if logo else _letter_on(icon, name, colour)
        picture = _drawn(drawing, icon.size, cache)
        yield icon.address, _as_ico(picture) if icon is _FAVICON else picture


def _check(logo: bytes) -> None:
    try:
        resvg_py.svg_to_bytes(svg_string=logo.decode(), skip_system_fonts=True)
    except ValueError as error:
        raise IconError(f"Das Logo ist kein lesbares SVG: {error}") from error


def _logo_on(icon: Icon, logo: bytes) -> Xml.Element:
    drawing = _canvas(PAPER if icon.is_opaque else None)
    side, edge = f"{icon.share:.4f}", f"{(1 - icon.share) / 2:.4f}"
    picture = f"data:image/svg+xml;base64,{base64.b64encode(logo).decode()}"
    put(drawing, "image", x=edge, y=edge, width=side, height=side, href=picture)
    return drawing


def _letter_on(icon: Icon, name: str, colour: str) -> Xml.Element:
    """The initial in white on the colour of the town; a dot for what is no letter of ours."""
    drawing = _canvas(colour)
    size = min(icon.share, 0.7) / 12
    middle = f"translate({0.5 - 3 * size:.4f} {0.5 - 4 * size:.4f}) scale({size:.4f})"
    path = STROKES.get(name[:1].upper(), "M3 4V4.1")
    Xml.SubElement(drawing, "path", {**_PEN, "d": path, "transform": middle})
    return drawing


def _canvas(colour: str | None) -> Xml.Element:
    drawing = Xml.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 1 1"})
    if colour:
        put(drawing, "rect", width="1", height="1", fill=colour)
    return drawing


def _drawn(drawing: Xml.Element, size: int, cache: Path) -> bytes:
    text = Xml.tostring(drawing, "unicode")
    made_of = f"{resvg_py.__version__}\0{size}\0{text}".encode()
    name, kept = f"{hashlib.sha256(made_of).hexdigest()[:16]}.png", Kept(cache)
    found = kept.get(name)
    if found is None:
        found = resvg_py.svg_to_bytes(svg_string=text, width=size, height=size, skip_system_fonts=True)
        kept.put(name, found)
    return found


def _as_ico(picture: bytes) -> bytes:
    """An ICO file with one PNG in it: a folder of one entry, 32 bits per pixel, then the picture."""
    folder = struct.pack("<3H", 0, 1, 1)
    entry = struct.pack("<4B2H2I", FAVICON_SIZE, FAVICON_SIZE, 0, 0, 1, 32, len(picture), 22)
    return folder + entry + picture
