"""What is installed is what was locked: every package with its version and digest, none of it copied into the house."""

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from plugins.catalog import manifest
from tests.portals import PROJECT

PYTHON_LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))
NODE_LOCKS = [PROJECT / "package-lock.json", PROJECT / "benchmarks" / "package-lock.json"]
_ENTRY = re.compile(r"^(?=\S)(?!#)(.+?)(?: \\)?((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)*)$", re.MULTILINE)


def entries(lock: Path) -> dict[str, int]:
    """Each package of a pip lock file, and how many digests it has."""
    found = [(Requirement(line), hashes.count("--hash")) for line, hashes in _ENTRY.findall(lock.read_text("utf-8"))]
    assert [str(one) for one, _ in found if not re.fullmatch(r"==[^*,]+", str(one.specifier))] == []
    return {canonicalize_name(one.name): hashes for one, hashes in found}


@pytest.mark.parametrize("lock", PYTHON_LOCKS, ids=lambda path: path.name)
def test_every_python_package_is_pinned_with_digests(lock: Path) -> None:
    found = entries(lock)
    assert found
    assert [name for name, hashes in found.items() if not hashes] == []


def test_every_package_we_ask_for_is_locked() -> None:
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    locked = entries(PROJECT / "requirements" / "build.txt")
    assert {canonicalize_name(Requirement(one).name) for one in wanted} - locked.keys() == set()


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=lambda path: path.parent.name)
def test_every_node_package_has_its_digest_and_no_registry(lock: Path) -> None:
    packages = {place: entry for place, entry in json.loads(lock.read_text("utf-8"))["packages"].items() if place}
    assert packages
    assert [place for place, entry in packages.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    assert [place for place, entry in packages.items() if "resolved" in entry] == []


def test_the_set_up_asks_for_digests() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert re.findall(r"pip install(?! --quiet --require-hashes)", makefile) == []
    assert re.findall(r"^\t.*npm (?!ci|install --package-lock-only)", makefile, re.MULTILINE) == []


def test_a_package_that_was_altered_is_not_installed(tmp_path: Path) -> None:
    wheel = tmp_path / "some_package-1.0-py3-none-any.whl"
    info = "some_package-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("some_package.py", "x = 1\n")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: some-package\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    (tmp_path / "lock.txt").write_text(f"some-package==1.0 --hash=sha256:{manifest.file_digest(wheel)}\n")
    assert installed(tmp_path) == 0
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("more.py", "import os\n")
    assert installed(tmp_path) != 0


def installed(folder: Path) -> int:
    """The exit code of an installation from the lock file of a folder."""
    options = ("--quiet", "--require-hashes", "--no-index", "--find-links", str(folder), "--ignore-installed")
    target = ("--target", str(folder / "installed"), "-r", str(folder / "lock.txt"))
    return subprocess.run([sys.executable, "-m", "pip", "install", *options, *target], capture_output=True).returncode


def test_no_package_of_others_is_part_of_the_house() -> None:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True).stdout.split("\0")
    assert [
        name for name in files if re.search(r"\.min\.(?:m?js|css)$|(?:^|/)(?:node_modules|vendor|\.venv)/", name)
    ] == []
