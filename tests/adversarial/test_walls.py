"""Two walls, each of which holds alone: without escaping the policy stops every attack; without either, it is seen."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from plugins.hosting.policy import content_security_policy
from tests.adversarial.conftest import ATTACKS
from tests.adversarial.payloads import OWN, Payloads
from tests.adversarial.strolling import Stroll, strolled
from tests.serving import SiteHandler

pytestmark = pytest.mark.browser

UNSAFE = '<!doctype html><meta charset="utf-8"><title>x</title><main><p title="{0}">{0}</p></main>'
"""A template that forgets to escape."""

BOTH = ["own", pytest.param("public", marks=pytest.mark.corpus)]


class _WithPolicy(SiteHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", f"{content_security_policy()}; frame-ancestors 'self'")
        super().end_headers()


@contextmanager
def guarded(folder: Path) -> Iterator[str]:
    """A folder on a server that sends our policy as a header; the harness, a plain text, is framed by nobody else."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_WithPolicy, directory=str(folder)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=BOTH)
def texts(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Our own payloads, or those of the public corpora."""
    if request.param == "own":
        return Payloads.of(OWN).active
    corpora: Path = request.getfixturevalue("corpora")
    return Payloads.of(*(corpora / "adversarial" / name for name in (*ATTACKS, "blns"))).active


def unescaped(folder: Path, texts: tuple[str, ...], browser: Browser, *, bypass_csp: bool) -> Stroll:
    """A stroll over pages that show each text as it is, as code."""
    (folder / "llms.txt").write_text("x")
    (folder / "404.html").write_text("<!doctype html><title>x</title>")
    for number, text in enumerate(texts):
        (folder / f"{number}.html").write_text(UNSAFE.format(text), "utf-8", "replace")
    with guarded(folder) as site:
        addresses = [f"/{number}.html" for number in range(len(texts))]
        return strolled(browser, site, addresses, bypass_csp=bypass_csp)


def ran(found: Stroll) -> list[str]:
    return [what for what in found.executions if not what.startswith("violation:")]


def test_the_policy_alone_stops_every_attack(texts: tuple[str, ...], tmp_path: Path, sealed: Browser) -> None:
    found = unescaped(tmp_path, texts, sealed, bypass_csp=False)
    assert len(found.visits) == len(texts)
    assert len(found.executions) > len(texts) // 10
    assert ran(found) == []


def test_what_would_run_without_either_wall_is_seen(tmp_path: Path, sealed: Browser) -> None:
    attacks = ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", '<a href="javascript:alert(3)">x</a>')
    found = unescaped(tmp_path, (*attacks, "harmless"), sealed, bypass_csp=True)
    assert {what.split(" in ")[0] for what in ran(found)} == {"alert(1)", "alert(2)", "alert(3)"}
    assert {fault.split(": ")[0] for fault in found.faults} == {"/1.html", "/2.html"}


def test_a_page_that_leaves_is_seen(tmp_path: Path, sealed: Browser) -> None:
    leaving = '"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">'
    found = unescaped(tmp_path, (leaving, "<img src=https://elsewhere.example/x.png>"), sealed, bypass_csp=True)
    assert "https://elsewhere.example/x.png" in found.requests
