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
    assert f"Stadt Großstadt: {blocked}" in done.stderr
    assert done.stdout.splitlines()[-1].startswith("lesen "), "where the time went, of all processes together"


def test_several_processes_write_the_same_bytes_as_one(tmp_path: Path) -> None:
    assert pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS="1", JOBS=1).returncode == 0
    again = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS="1", JOBS=3)
    lines = [line for line in again.stdout.splitlines() if line.startswith("[")]
    assert [line.split()[0] for line in lines] == ["[1/3]", "[2/3]", "[3/3]"]
    assert all("; 0 Dateien geschrieben, 0 entfernt (" in line for line in lines)


@pytest.mark.parametrize("jobs", ["0", "-1", "zwei"])
def test_a_number_of_processes_that_is_none_is_named(jobs: str, tmp_path: Path) -> None:
    done = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS="1", JOBS=jobs)
    assert done.returncode == 1
    assert done.stderr.strip() == f"JOBS: „{jobs}“ ist keine Anzahl von Prozessen. Beispiel: JOBS=2"
