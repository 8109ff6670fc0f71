"""Builds with another hash seed, time zone, locale and folder: the same bytes, up to what is published."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.catalog import manifest
from tests.portals import PROJECT, TINY_DAY, TINY_URL, inherited, pelican_in


def checkout(folder: Path) -> Path:
    """A copy of everything a build reads."""
    for name in ("plugins", "search", "theme", "content"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py", "package-lock.json", "pyproject.toml", "requirements/build.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, folder / name)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    return folder


def digests(project: Path, **environment: str) -> dict[str, str]:
    """The sha256 of every file that a build in this checkout writes."""
    done = pelican_in(project, **environment)
    assert done.returncode == 0, done.stderr
    files = sorted(path for path in (project / "output").rglob("*") if path.is_file())
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one = digests(checkout(tmp_path / "one"), PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    other = digests(
        checkout(tmp_path / "a folder far deeper" / "ü"), PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C.UTF-8"
    )
    assert one.keys() == other.keys()
    assert len(one) > 150
    assert {name for name in one if one[name] != other[name]} == set()


ELSEWHERE = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "a folder far deeper/ü": {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    "three": {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "POSIX", "LANG": "tr_TR.UTF-8"},
    "four": {"PYTHONHASHSEED": "4294967295", "TZ": "Europe/Berlin", "LC_ALL": "de_DE.UTF-8", "COLUMNS": "40"},
}


def published(project: Path, **environment: str) -> dict[str, str]:
    """The digest of every file that a publication from this checkout puts online, packed ones and all."""
    world = Path(shutil.copytree(PROJECT / "tests" / "world" / "content", project / "world"))
    command = [sys.executable, "-m", "plugins.publishing", "--output", "public", "publish", "--url", TINY_URL]
    done = subprocess.run(
        [*command, "--municipality", "grossstadt", str(world)],
        cwd=project,
        env=inherited() | {"SOURCE_DATE_EPOCH": str(TINY_DAY)} | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return manifest.measured((project / "public" / "current").resolve())


def test_four_publications_put_the_same_bytes_online(tmp_path: Path) -> None:
    every = [published(checkout(tmp_path / name), **environment) for name, environment in ELSEWHERE.items()]
    assert {"index.html.br", "index.html.gz", "portal.zip", ".well-known/build.json"} <= every[0].keys()
    assert {
        name for other in every for name in other.keys() | every[0] if other.get(name) != every[0].get(name)
    } == set()


def test_a_build_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    project = checkout(tmp_path / "one")
    shutil.rmtree(project / "content")
    shutil.copytree(PROJECT / "tests" / "world" / "content", project / "content")
    first = digests(project, SOURCE_DATE_EPOCH=str(TINY_DAY))
    shutil.rmtree(project / "output")
    assert digests(project, SOURCE_DATE_EPOCH=str(TINY_DAY + 30 * 86400)) == first


def test_a_damaged_cache_changes_nothing(tmp_path: Path) -> None:
    project = checkout(tmp_path / "one")
    world = PROJECT / "tests" / "world" / "content"
    first = digests(project, CONTENT=str(world), SOURCE_DATE_EPOCH=str(TINY_DAY))
    kept = [path for path in (project / ".cache").rglob("*") if path.is_file()]
    assert {path.parent.relative_to(project).parts[1] for path in kept} == {
        "assets",
        "builds",
        "icons",
        "media",
        "search",
        "templates",
    }
    for path in kept:
        stored = bytearray(path.read_bytes())
        stored[len(stored) // 2] ^= 1
        path.write_bytes(stored)
    shutil.rmtree(project / "output")
    assert digests(project, CONTENT=str(world), SOURCE_DATE_EPOCH=str(TINY_DAY)) == first
