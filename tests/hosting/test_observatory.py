"""What Mozilla's HTTP Observatory says of our answers, offline: its own analysers are fed with what nginx sent."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from plugins.hosting.sites import Site, configuration
from plugins.pages.assets import node
from tests.hosting.servers import HOST, Server, certificate, nginx
from tests.portals import PROJECT, TINY_URL, Portal

pytestmark = pytest.mark.tools

OBSERVATORY = PROJECT / "tests/hosting/observatory"
TOP = "csp-implemented-with-no-unsafe-default-src-none"


def judged(*visits: dict[str, Any]) -> Any:
    """The verdicts on answers."""
    if not (OBSERVATORY / "node_modules").is_dir():
        pytest.fail("Mozilla's Observatory is missing: make setup-test")
    script = str(OBSERVATORY / "judge.mjs")
    done = subprocess.run([node(), script], input=json.dumps(visits), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def visit(address: str, server: Server) -> dict[str, Any]:
    """One page with its headers, and where plain http leads."""
    found, plain = server.ask(address), server.ask_plainly(address)
    away = {"status": plain.status, "location": plain["Location"]}
    body = found.body.decode()
    return {"url": TINY_URL + address, "status": found.status, "headers": found.headers, "body": body, "plain": away}


def test_every_analyser_is_content_and_the_policy_is_of_the_best_class(release: Portal, place: Path) -> None:
    shutil.copytree(release.folder, place / "current")
    portal = Site("grossstadt", TINY_URL, place / "current")
    with nginx(place, configuration([portal], str(certificate(place / "tls", HOST)), brotli=False)) as server:
        found = judged(*(visit(address, server) for address in ("/", "/leistungen/hund-anmelden/", "/404.html")))
    assert [one["tests"]["content-security-policy"]["result"] for one in found] == [TOP] * 3
    assert {name for one in found for name, test in one["tests"].items() if not test["pass"]} == set()
    assert {one["grade"] for one in found} == {"A+"}


def test_a_host_of_static_pages_that_reads_headers_gets_the_best_class_too(release: Portal) -> None:
    first, *_ = release.file("/_headers").read_text().partition("/*\n")[2].partition("\n/")[0].splitlines()
    policy = first.strip().removeprefix("Content-Security-Policy: ")
    page = {"url": f"{TINY_URL}/", "status": 200, "headers": {"content-security-policy": policy}, "body": ""}
    [found] = judged({**page, "plain": {"status": 301, "location": f"{TINY_URL}/"}})
    assert found["tests"]["content-security-policy"] == {"result": TOP, "pass": True}


def test_the_analyser_finds_what_is_wrong() -> None:
    page = {"url": f"{TINY_URL}/", "status": 200, "body": "", "plain": {"status": 200, "location": f"{TINY_URL}/"}}
    [found] = judged({**page, "headers": {"content-security-policy": "default-src 'none'; script-src 'unsafe-inline'"}})
    assert found["tests"]["content-security-policy"] == {"result": "csp-implemented-with-unsafe-inline", "pass": False}
    assert found["tests"]["strict-transport-security"]["pass"] is False
