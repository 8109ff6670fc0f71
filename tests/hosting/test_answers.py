"""Real servers with what the build writes: every kind of file arrives with its type, its headers, packed or not."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.hosting.headers import headers
from plugins.hosting.hosted import Hosted
from plugins.hosting.media_types import media_type
from plugins.hosting.sites import Site, configuration
from tests.hosting.servers import HOST, Server, apache, certificate, has_brotli, nginx, open_folder
from tests.portals import TINY_URL, Portal

FORM = "formulare.kreis-muster.example"
EMBEDDING = tuple(f"/leistungen/hund-anmelden/{language}" for language in ("", "en/", "de-simple/"))
"""The pages that open a form of another server inside."""

EVERY = Hosted("grossstadt", "/", frames=dict.fromkeys(EMBEDDING, (FORM,)))


@pytest.fixture(scope="module", params=["nginx", "apache"])
def server(request: pytest.FixtureRequest, release: Portal) -> Iterator[Server]:
    """Each server in turn with the same release behind a link."""
    with open_folder() as place:
        shutil.copytree(release.folder, place / "one")
        (place / "current").symlink_to("one")
        if request.param == "nginx":
            site = Site("grossstadt", TINY_URL, place / "current")
            found = nginx(place, configuration([site], str(certificate(place / "tls", HOST)), brotli=has_brotli()))
        else:
            found = apache(place, place / "current", f"Include {place}/current/.hosting/apache.conf")
        with found as running:
            yield running


def kinds(folder: Path) -> list[str]:
    """The address of one file of every ending in every top folder, and all pages of one service."""
    files = sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    shown = [
        file for file in files if not file.parts[0].startswith((".", "_", "alt")) and file.suffix not in {".gz", ".br"}
    ]
    one_each = {(file.parts[0] if len(file.parts) > 1 else "", file.suffix): file for file in shown}
    found = (f"/{file.as_posix()}" for file in one_each.values() if file.suffix not in {".gz", ".br"})
    return [address.removesuffix("index.html") for address in found]


def test_every_kind_of_file_arrives_with_its_type_and_all_its_headers(server: Server, release: Portal) -> None:
    for address in (*kinds(release.folder), *EMBEDDING):
        found = server.ask(address)
        wanted = {header.name: header.at(address) for header in headers(EVERY)}
        given = {name: found[name] for name in wanted}
        assert (address, found.status, found["Content-Type"], given) == (address, 200, media_type(address), wanted)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/gibt-es-nicht/", 404),
        ("/assets/style-00000000.css", 404),
        ("/assets/", 404),
        ("/.manifest", 404),
        ("/.hosting/nginx-http.conf", 404),
        ("/alt/.git/config", 404),
        ("/_headers", 404),
        ("/leistungen/index.html.br", 404),
        ("/leistungen/index.html.gz", 404),
        ("/alt/pony.html", 410),
        ("/alt/hund.html", 301),
        ("/leistungen", 301),
    ],
)
def test_what_is_no_page_has_the_headers_too_and_is_kept_briefly(server: Server, address: str, status: int) -> None:
    found = server.ask(address)
    wanted = {header.name: header.at("/") for header in headers(EVERY)}
    shown = 403 if (address, status) == ("/assets/", 404) and "Apache" in found["Server"] else status
    assert (found.status, {name: found[name] for name in wanted}) == (shown, wanted)


def test_what_is_no_page_shows_a_page_of_the_portal(server: Server, release: Portal) -> None:
    not_found = release.file("/404.html").read_bytes()
    for address in ("/gibt-es-nicht/", "/assets/", "/.manifest", "/.hosting/nginx-http.conf"):
        assert server.ask(address).body == not_found
    assert server.ask("/alt/pony.html").body == release.file("/alt/pony.html").read_bytes()


def test_an_address_without_its_slash_leads_to_the_page_and_an_old_one_to_the_new(server: Server) -> None:
    leads = {address: server.ask(address)["Location"] for address in ("/leistungen", "/alt/hund.html")}
    assert {old: new.partition(str(server.port))[2] or new for old, new in leads.items()} == {
        "/leistungen": "/leistungen/",
        "/alt/hund.html": "/leistungen/hund-anmelden/",
    }


@pytest.mark.parametrize("packing", ["gzip", "br"])
def test_texts_come_packed_for_those_who_can_unpack(server: Server, release: Portal, packing: str) -> None:
    if packing == "br" and not has_brotli():
        pytest.skip("no brotli for nginx here")
    for address in ("/", "/leistungen/hund-anmelden/", "/404.html", "/opensearch.xml", "/api/v1/index.json"):
        found, plain = server.ask(address, accept_encoding=packing), server.ask(address)
        assert (address, found["Content-Encoding"], found["Vary"]) == (address, packing, "Accept-Encoding")
        assert found["Content-Type"] == plain["Content-Type"] == media_type(address)
        assert found.unpacked == plain.body == release.file(address).read_bytes()
    assert server.ask("/", accept_encoding="br;q=0, gzip;q=0")["Content-Encoding"] == ""


def test_a_kept_page_is_not_sent_again(server: Server) -> None:
    first = server.ask("/leistungen/")
    again = server.ask("/leistungen/", if_none_match=first["ETag"])
    assert (again.status, again.body, again["Cache-Control"]) == (304, b"", "max-age=60")


def test_a_head_and_a_part_are_answered_and_nothing_can_be_sent(server: Server) -> None:
    head, part = server.ask("/", "HEAD"), server.ask("/media/plan-0a1b2c3d.pdf", range="bytes=0-7")
    assert (head.status, head.body, head["X-Content-Type-Options"]) == (200, b"", "nosniff")
    assert (part.status, part.body, part["Content-Range"]) == (206, b"%PDF-1.7", "bytes 0-7/13")
    assert server.ask("/", "DELETE").status == 405


def test_the_server_does_not_say_its_version(server: Server) -> None:
    assert server.ask("/")["Server"] in {"nginx", "Apache"}
