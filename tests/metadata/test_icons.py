"""Icons of a portal: sizes, safe zone, the same bytes without any font."""

import struct
from pathlib import Path

import pytest

from plugins.metadata import icons
from plugins.metadata.icons import IconError
from plugins.metadata.letters import STROKES
from tests.metadata.pixels import Pixels

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path fill="#8c2f1b" d="M0 0h40v48H0z"/></svg>'
WITH_WORDS = LOGO.replace(b"</svg>", b'<text y="30" font-size="30" fill="#ffffff">Stadt</text></svg>')
BLUE, RED, WHITE, NOTHING = (11, 90, 138, 255), (140, 47, 27, 255), (255, 255, 255, 255), (0, 0, 0, 0)


def made(folder: Path, logo: bytes | None = LOGO, name: str = "Rurheim") -> dict[str, bytes]:
    return dict(icons.icons(logo, name, "#0b5a8a", folder))


def test_every_icon_has_its_size(tmp_path: Path) -> None:
    found = made(tmp_path)
    sizes = {address: struct.unpack(">2I", data[16:24]) for address, data in found.items() if address.endswith(".png")}
    assert sizes == {
        "/icon-192.png": (192, 192),
        "/icon-512.png": (512, 512),
        "/icon-maskable-512.png": (512, 512),
        "/apple-touch-icon.png": (180, 180),
    }


def test_the_favicon_is_one_picture_of_32_pixels_in_an_ico(tmp_path: Path) -> None:
    data = made(tmp_path)["/favicon.ico"]
    assert struct.unpack("<3H4B2H2I", data[:22]) == (0, 1, 1, 32, 32, 0, 0, 1, 32, len(data) - 22, 22)
    assert struct.unpack(">8s2I", data[22:30] + data[38:46]) == (b"\x89PNG\r\n\x1a\n", 32, 32)


def test_a_logo_keeps_its_shape_and_what_is_around_it_shines_through(tmp_path: Path) -> None:
    picture = Pixels(made(tmp_path)["/icon-192.png"])
    assert (picture.at(96, 96), picture.at(2, 96), picture.at(96, 0)) == (RED, NOTHING, NOTHING)
    assert picture.extent(RED) == (20, 4, 171, 187)


def test_a_mask_never_cuts_a_logo_and_nothing_shines_through(tmp_path: Path) -> None:
    picture = Pixels(made(tmp_path)["/icon-maskable-512.png"])
    left, top, right, bottom = picture.extent(RED)
    corners = [(x - 255.5) ** 2 + (y - 255.5) ** 2 for x in (left, right) for y in (top, bottom)]
    assert max(corners) ** 0.5 <= 0.4 * 512
    assert picture.at(0, 0) == picture.at(511, 511) == WHITE


def test_a_town_without_a_logo_has_its_initial_on_its_colour(tmp_path: Path) -> None:
    found = made(tmp_path, logo=None, name="Österfeld")
    picture = Pixels(found["/icon-maskable-512.png"])
    left, top, right, bottom = picture.extent(WHITE)
    assert picture.at(0, 0) == BLUE
    assert max((x - 255.5) ** 2 + (y - 255.5) ** 2 for x in (left, right) for y in (top, bottom)) ** 0.5 <= 0.4 * 512
    assert found != made(tmp_path, logo=None, name="Oberfeld")


@pytest.mark.parametrize("letter", STROKES)
def test_every_initial_is_drawn_inside_its_picture(letter: str, tmp_path: Path) -> None:
    left, top, right, bottom = Pixels(made(tmp_path, None, letter)["/icon-192.png"]).extent(WHITE)
    assert min(left, top) > 10
    assert max(right, bottom) < 181


def test_a_name_in_other_letters_has_a_dot(tmp_path: Path) -> None:
    assert made(tmp_path, None, "Łódź") == made(tmp_path, None, "1a") == made(tmp_path, None, "")


def test_no_font_of_the_machine_is_drawn(tmp_path: Path) -> None:
    picture = Pixels(made(tmp_path, WITH_WORDS)["/icon-512.png"])
    assert picture.count(WHITE) == 0


def test_icons_come_from_the_cache_as_they_were_drawn(tmp_path: Path) -> None:
    first = made(tmp_path / "cache")
    kept = sorted((tmp_path / "cache").iterdir())
    assert (made(tmp_path / "cache"), made(tmp_path / "other")) == (first, first)
    assert [file.suffix for file in kept] == [".png"] * 5
    made(tmp_path / "cache", LOGO.replace(b"8c2f1b", b"00ff00"))
    assert len(list((tmp_path / "cache").iterdir())) == 10


@pytest.mark.parametrize("logo", [b"<svg", b"\xff\xfe", b"GIF89a", b"<html/>"])
def test_a_logo_that_is_no_picture_is_named(logo: bytes, tmp_path: Path) -> None:
    with pytest.raises(IconError, match="Das Logo ist kein lesbares SVG: "):
        made(tmp_path, logo)
