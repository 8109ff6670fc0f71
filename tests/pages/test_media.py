"""What a portal publishes in /media/: what its texts name, its own before the shared, nothing of other towns."""

import hashlib
import re
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image

from tests.conftest import Draft
from tests.media.files import BLUE, RED, pdf, picture
from tests.media.test_rewriting import SECRET, located
from tests.portals import Portal, build, pelican

PAGE = "/barrierefreiheit/"
TOWN = "municipalities/kleinstadt/media"


def published(portal: Portal) -> dict[str, bytes]:
    """Everything in /media/ by its name without the digest."""
    files = sorted((portal.folder / "media").iterdir())
    return {re.sub(r"-[0-9a-f]{8}\.", ".", file.name): file.read_bytes() for file in files}


def test_a_page_shows_its_picture_with_size_and_words_and_leads_to_its_pdf(tiny: Portal) -> None:
    page = tiny.pages[PAGE]
    [shown] = page.select(".prose img")
    assert {name: shown[name] for name in ("alt", "width", "height", "loading", "decoding")} == {
        "alt": "Rampe zum Eingang des Rathauses",
        "width": "48",
        "height": "32",
        "loading": "lazy",
        "decoding": "async",
    }
    assert Image.open(BytesIO(tiny.file(str(shown["src"])).read_bytes())).size == (48, 32)
    [link] = page.select('.prose a[href^="/media/"]')
    assert link.text == "Merkblatt (PDF, 1 KB)"
    assert tiny.file(str(link["href"])).read_bytes().startswith(b"%PDF-")


def test_media_are_in_the_manifest_under_names_that_change_with_them(tiny: Portal) -> None:
    lines = (tiny.folder / ".manifest").read_text("utf-8").splitlines()
    files = {name: digest for digest, name in (line.split("  ") for line in lines) if name.startswith("media/")}
    assert len(files) == 2
    for name, digest in files.items():
        assert re.fullmatch(r"media/[a-z-]+-[0-9a-f]{8}\.(?:png|pdf)", name)
        assert hashlib.sha256((tiny.folder / name).read_bytes()).hexdigest() == digest


def test_a_town_shows_its_own_and_nothing_that_is_not_named_or_of_others(write: Draft, tmp_path: Path) -> None:
    write(f"{TOWN}/rampe.png", picture(size=(20, 10), exif=located()))
    write("media/unbenutzt.pdf", pdf())
    write("municipalities/grossstadt/media/merkblatt.pdf", pdf(lambda one: one.add_blank_page()))
    portal = build(write.folder, "kleinstadt", tmp_path / "output")
    found = published(portal)
    assert found.keys() == {"merkblatt.pdf", "rampe.png"}
    with Pdf.open(BytesIO(found["merkblatt.pdf"])) as leaflet:
        assert len(leaflet.pages) == 1
    shown = Image.open(BytesIO(found["rampe.png"]))
    assert (shown.size, shown.getpixel((0, 0)), shown.getpixel((0, 19))) == ((10, 20), BLUE, RED)
    assert SECRET not in found["rampe.png"]
    assert 'width="10" height="20"' in portal.html(PAGE)


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_portal_with_a_graphic_that_can_run_is_not_built(write: Draft, tmp_path: Path, name: str) -> None:
    write(f"media/{name}", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    done = pelican(CONTENT=write.folder, MUNICIPALITY="kleinstadt", OUTPUT=tmp_path / "output")
    assert done.returncode == 1
    assert f"media/{name}:1:1: Die Datei ist " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()
