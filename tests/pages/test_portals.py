"""All portals in one go: one catalog, a folder each, and one that fails spoils no other."""

from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.portals import TINY_DAY, pelican


@pytest.fixture(autouse=True)
def _on_the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))


def test_every_portal_has_its_own_folder_host_and_name(tmp_path: Path) -> None:
    done = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS="1")
    assert done.returncode == 0, done.stderr
    homes = {folder.name: (folder / "index.html").read_text("utf-8") for folder in (tmp_path / "portals").iterdir()}
    assert homes.keys() == {"grossstadt", "kleinstadt", "kreis-muster"}
    assert "Serviceportal Stadt Kleinstadt" in homes["kleinstadt"]
    assert 'href="https://service.kleinstadt.example/"' in homes["kleinstadt"]
    assert not (tmp_path / "portals/kleinstadt/muster").exists()


def test_a_portal_that_fails_spoils_no_other(tmp_path: Path) -> None:
    blocked = tmp_path / "portals" / "grossstadt"
    blocked.parent.mkdir()
    blocked.write_text("a file where a folder should be")
    done = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS="1")
    assert done.returncode == 1
    assert "Nicht gebaut: Stadt Großstadt. Die anderen Portale sind fertig." in done.stderr
    assert (tmp_path / "portals/kreis-muster/index.html").is_file()
