"""A server that means harm, or is broken: the probe ends, in bounded time and memory, and says what it met."""

import gzip
import socket
import time
from http.server import BaseHTTPRequestHandler

import brotli
import pytest

from plugins.links.fetching import Answer
from plugins.probe.__main__ import main
from plugins.probe.asking import Asker, NoAnswerError, unpacked
from plugins.probe.html import page
from tests.probe.site import File, Site

HURRIED = {"timeout": 0.4, "deadline": 0.8, "max_bytes": 100_000}


def probed(site: Site, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    code = main([site.url, *options], Asker(**HURRIED))  # type: ignore[arg-type]
    return code, capsys.readouterr().out.replace(site.url, "URL")


def test_a_server_that_never_stops_talking_is_cut_off(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"<p>" * 10_000)
        except OSError:
            return

    site.handle = endless
    assert probed(site, capsys) == (2, "✗ URL/ antwortet nicht: die Antwort ist größer als 97 KiB\n")


def test_a_server_that_speaks_a_letter_at_a_time_is_cut_off(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    def slowly(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return

    site.handle = slowly
    began = time.monotonic()
    assert probed(site, capsys) == (2, "✗ URL/ antwortet nicht: Der Server antwortet nicht rechtzeitig\n")
    assert time.monotonic() - began < 5


def test_a_server_that_falls_silent_is_left_alone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    listed = "".join(f"<url><loc>{site.url}/{number}/</loc></url>" for number in range(500))
    site.files["/sitemap.xml"] = File(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'.encode(), "text/xml"
    )
    good = dict(site.files)

    def silent(handler: BaseHTTPRequestHandler) -> None:
        if handler.path in {"/", "/sitemap.xml"}:
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.write(good[handler.path].body)
        else:
            handler.connection.shutdown(socket.SHUT_RDWR)

    site.handle = silent
    code, said = probed(site, capsys)
    assert code == 1
    assert "nicht mehr gefragt, weil der Server zu oft nicht antwortet" in said
    assert len(site.asked) < 20


def test_no_redirect_leaves_the_host_and_none_goes_on_for_ever(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.files["/en/"] = File(b"", status=301, headers={"Location": "http://127.0.0.2/"})
    assert "URL/en/: antwortet nicht: führt zu einem anderen Server: http://127.0.0.2/" in probed(site, capsys)[1]
    site.files["/en/"] = File(b"", status=301, headers={"Location": "/en/"})
    assert "URL/en/: antwortet nicht: leitet öfter als 3 Mal weiter" in probed(site, capsys)[1]


def test_a_packed_bomb_is_not_unpacked() -> None:
    bombs = {"gzip": gzip.compress(b"\0" * 10_000_000), "br": brotli.compress(b"\0" * 10_000_000)}
    for packing, bomb in bombs.items():
        with pytest.raises(NoAnswerError, match="unvollständig oder ausgepackt zu groß"):
            unpacked(Answer(200, {"content-encoding": packing}, bomb), 1_000_000)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", b"no gzip"),
        ("gzip", gzip.compress(b"x" * 5000)[:-9]),
        ("br", b"no brotli at all"),
        ("br", brotli.compress(b"x" * 5000)[:-2]),
    ],
    ids=["no gzip", "gzip cut short", "no brotli", "brotli cut short"],
)
def test_what_cannot_be_unpacked_is_a_fault(packing: str, body: bytes) -> None:
    with pytest.raises(NoAnswerError, match="komprimierte Antwort"):
        unpacked(Answer(200, {"content-encoding": packing}, body))


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset>&b;</urlset>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset>&a;</urlset>',
        "<urlset>" * 3,
        '<?xml version="1.0" encoding="nonsense"?><urlset/>',
    ],
)
def test_a_sitemap_that_is_a_trap_is_no_sitemap(site: Site, capsys: pytest.CaptureFixture[str], xml: str) -> None:
    site.files["/sitemap.xml"] = File(xml.encode(), "application/xml")
    assert "URL/sitemap.xml: ist kein lesbares XML" in probed(site, capsys)[1]


def test_an_index_that_names_itself_ends(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    entry = f"<sitemap><loc>{site.url}/sitemap.xml</loc></sitemap>"
    index = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry * 60}</sitemapindex>'
    site.files["/sitemap.xml"] = File(index.encode(), "application/xml")
    said = probed(site, capsys)[1]
    assert "URL/sitemap.xml: ist keine Sitemap" in said
    assert "URL/sitemap.xml: nennt mehr als 50 Dateien; gelesen sind die ersten" in said


def test_no_more_is_asked_than_was_allowed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.change("/", '<a href="/">', "".join(f'<a href="/{number}/">x</a>' for number in range(1000)))
    site.files["/"].body = site.files["/"].body[:90_000]
    probed(site, capsys, "--limit", "20")
    assert len([path for path in site.asked if path.strip("/").isdigit()]) <= 20


@pytest.mark.parametrize(
    "part",
    [
        *("<", "<a href=", '<a b="', "<a b='\"", "<!--", "<a " + "b " * 50, "<a " + " " * 500, "<a b= "),
        *("<script type=application/ld+json>[", "<link rel=canonical href=x>"[:20], "<a href=x>", "a=\"'"),
    ],
)
def test_a_page_of_nonsense_is_read_in_no_time(part: str) -> None:
    began = time.monotonic()
    page("https://x.example/", part * (400_000 // len(part)))
    assert time.monotonic() - began < 5


def test_a_page_is_read_as_browsers_read_it() -> None:
    found = page(
        "https://x.example/a/",
        "<!-- <a href=/no/> --><script>'<a href=/no/>'</script ><A class=x HREF='b/?x=1&amp;y=2#c'>b</A>"
        '<a href="/ä">ä</a><img alt=\'a > b\' src="c.png"><a>d</a><a href="">e</a>',
    )
    assert (list(found.links), list(found.resources)) == (
        ["https://x.example/a/b/?x=1&y=2", "https://x.example/ä"],
        ["https://x.example/a/c.png"],
    )
