"""A place for web servers, whoever they run as, and a release with everything that is served in its own way."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalog import manifest
from plugins.publishing import compressing
from tests.conftest import CONTENT, Draft
from tests.hosting.servers import open_folder
from tests.portals import TINY_DAY, TINY_URL, Portal, build

STONE = "title: Pony anmelden\naddresses: [/alt/pony.html]\nsince: 2026-10-01\nreason: Es gibt keine Ponysteuer mehr.\n"
SERVER = "title: Server\noperator: Kreis Muster\nurl: https://formulare.kreis-muster.example/{form}?ars={ars}\n"
MEDIA = {"media/plan-0a1b2c3d.pdf": b"%PDF-1.7 plan", "media/rathaus-0a1b2c3d.webp": b"RIFF"}


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder for one test."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Großstadt with a form inside a page, a page that has moved, one that is gone, media and packed texts."""
    folder = tmp_path_factory.mktemp("release")
    write = Draft(shutil.copytree(CONTENT, folder / "content"))
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", "title: Hund anmelden\nserver: kreis\nembedded: true\n")
    write("tombstones/pony-anmelden.yaml", STONE)
    assert write.change("services/hund-anmelden.md", "\ntitle: ", "\nformer_urls: [/alt/hund.html]\ntitle: ") == []
    built = build(write.folder, "grossstadt", folder / "out", TINY_URL, SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1)
    for name, data in MEDIA.items():
        (built.folder / name).parent.mkdir(exist_ok=True)
        (built.folder / name).write_bytes(data)
    compressing.compress(built.folder, manifest.read(built.folder))
    return built
