"""What a portal gets before it is served: compressed files, bill of materials, mirror, and what it was made of."""

import gzip
import json
import re
import shutil
import zipfile
from pathlib import Path

import brotli
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from plugins.catalog import manifest
from plugins.publishing import compressing, finishing, identity, materials, mirror
from plugins.publishing.errors import PublishError
from plugins.publishing.identity import Identity, State
from plugins.publishing.tree import Tree
from tests.portals import PROJECT, TINY_URL, Portal

BUILT = Identity("grossstadt", TINY_URL, State("a" * 40, False), State(None, None), "0.1.0", "b" * 64)


@pytest.fixture(scope="module")
def finished(tiny: Portal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of Großstadt, ready to be served."""
    folder = tmp_path_factory.mktemp("finished")
    shutil.copytree(tiny.folder, folder, dirs_exist_ok=True)
    finishing.finish(folder, BUILT)
    return folder


def test_the_manifest_lists_all_but_itself_and_what_names_its_digest(finished: Path) -> None:
    measured = manifest.measured(finished)
    del measured[identity.FILE]
    assert manifest.read(finished) == measured


def test_a_page_is_there_plain_and_in_two_kinds_that_unpack_to_it(finished: Path) -> None:
    page = (finished / "index.html").read_bytes()
    assert brotli.decompress((finished / "index.html.br").read_bytes()) == page
    assert gzip.decompress((finished / "index.html.gz").read_bytes()) == page


@pytest.mark.parametrize("name", ["icon-192.png", "robots.txt", "portal.zip", ".hosting/nginx-http.conf", "_redirects"])
def test_what_gains_nothing_or_is_not_served_is_not_compressed(name: str, finished: Path) -> None:
    assert (finished / name).is_file()
    assert not [suffix for suffix in compressing.SUFFIXES if (finished / f"{name}{suffix}").exists()]


def test_the_portal_says_what_it_was_made_of(finished: Path) -> None:
    said = json.loads((finished / ".well-known/build.json").read_bytes())
    assert said == {
        "portal": "grossstadt",
        "url": TINY_URL,
        "content": {"commit": "a" * 40, "changed": False},
        "software": {"commit": None, "changed": None},
        "version": "0.1.0",
        "lock": "b" * 64,
        "manifest": manifest.file_digest(finished / manifest.NAME),
    }


def test_the_mirror_is_the_same_portal_without_what_only_saves_time(finished: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(finished / mirror.FILE) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    listed = manifest.read(tmp_path)
    said = json.loads((tmp_path / identity.FILE).read_bytes())
    assert manifest.measured(tmp_path).keys() - {identity.FILE} == listed.keys()
    assert said["manifest"] == manifest.file_digest(tmp_path / manifest.NAME)
    served = manifest.read(finished).items()
    assert listed.items() == {(name, sum_) for name, sum_ in served if not name.endswith((".br", ".gz", ".zip"))}


def test_finishing_twice_gives_the_same_bytes(finished: Path, tiny: Portal, tmp_path: Path) -> None:
    again = Path(shutil.copytree(tiny.folder, tmp_path / "again"))
    finishing.finish(again, BUILT)
    assert manifest.measured(again) == manifest.measured(finished)


def test_a_finished_portal_can_be_compared_with_a_built_one(finished: Path, tiny: Portal) -> None:
    assert finishing.unfinished(Tree.of(finished)).digests == Tree.of(tiny.folder).digests


def test_the_bill_is_valid_and_names_every_package_of_a_build_with_its_licence(finished: Path) -> None:
    text = (finished / finishing.BILL).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    packages = {package["purl"]: package for package in bill["components"]}
    assert [url for url in packages if url.startswith("pkg:pypi/pelican@4.")]
    assert "pkg:npm/lunr@2.3.9" in packages
    assert "playwright" not in text
    assert "axe-core" not in text
    assert [url for url, package in packages.items() if "licenses" not in package and url.startswith("pkg:npm")] == []
    assert packages["pkg:npm/lunr@2.3.9"]["licenses"] == [{"license": {"id": "MIT"}}]


def test_the_bill_says_which_packages_we_asked_for(finished: Path) -> None:
    bill = json.loads((finished / finishing.BILL).read_bytes())
    (root,) = [one for one in bill["dependencies"] if one["ref"] == bill["metadata"]["component"]["bom-ref"]]
    wanted = {url.partition("@")[0] for url in root["dependsOn"]}
    assert {"pkg:pypi/pelican", "pkg:pypi/whoosh-reloaded", "pkg:npm/lunr"} <= wanted
    assert "pkg:pypi/markupsafe" not in wanted


def test_the_bill_names_the_digests_of_the_lock(finished: Path) -> None:
    lock = (PROJECT / materials.PYTHON).read_text("utf-8")
    bill = json.loads((finished / finishing.BILL).read_bytes())
    named = " ".join(one["value"] for package in bill["components"] for one in package.get("properties", ())).split()
    assert sorted(named) == sorted(set(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock)))


@pytest.mark.parametrize(
    ("locked", "said"),
    [
        ("pelican==1.0", "pelican 1.0, installiert ist "),
        ("no-such-package==1.0", "no-such-package 1.0, installiert ist es nicht. Holen Sie das nach: make setup"),
    ],
)
def test_a_machine_with_other_packages_makes_no_bill(tmp_path: Path, locked: str, said: str) -> None:
    own = project(tmp_path, f"{locked} \\\n    --hash=sha256:{'a' * 64}\n")
    with pytest.raises(PublishError, match=f"^requirements/build.txt verlangt {re.escape(said)}"):
        materials.bill(own, "1")


def test_a_package_for_some_machines_is_named_everywhere_alike(tmp_path: Path) -> None:
    own = project(tmp_path, f"pelican==1.0 ; python_version < '3' \\\n    --hash=sha256:{'a' * 64}\n")
    packages = {one["purl"]: one for one in json.loads(materials.bill(own, "1"))["components"]}
    assert "licenses" not in packages["pkg:pypi/pelican@1.0"]


def project(folder: Path, python: str) -> Path:
    """A project that locks these packages of Python, and those of ours for the browser."""
    for name in ("pyproject.toml", str(materials.NODE)):
        shutil.copy(PROJECT / name, folder / name)
    (folder / materials.PYTHON).parent.mkdir()
    (folder / materials.PYTHON).write_text(python)
    return folder


def test_another_lock_is_another_digest(tmp_path: Path) -> None:
    for file in (materials.PYTHON, materials.NODE):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / file, tmp_path / file)
    before = materials.lock_digest(tmp_path)
    assert before == materials.lock_digest(PROJECT)
    with (tmp_path / materials.PYTHON).open("a") as lock:
        lock.write("\n")
    assert materials.lock_digest(tmp_path) != before


def test_the_state_of_content_is_that_of_git(tmp_path: Path) -> None:
    assert State.of(PROJECT).commit
    assert State.of(tmp_path) == State(None, None)
