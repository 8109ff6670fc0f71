"""Pages of the release before still find their files; what is not there any more does not come back."""

from pathlib import Path

import pytest

from plugins.hosting.files import files
from plugins.hosting.hosted import Hosted
from plugins.hosting.sites import Site, configuration
from tests.hosting.servers import HOST, apache, certificate, nginx

RULES = """\
RewriteEngine On
RewriteCond "{place}/current%{{REQUEST_URI}}" !-f
RewriteCond "{place}/before%{{REQUEST_URI}}" -f
RewriteRule "^/(assets|media)/" "{place}/before%{{REQUEST_URI}}" [END]
Include {place}/current/.hosting/apache.conf
"""
KEPT = {"/assets/style-1.css": "text/css; charset=utf-8", "/media/plan-1.pdf": "application/pdf"}


def release(place: Path, number: int, root: str) -> None:
    """A small portal with files of its own; its link is `current`."""
    folder = place / f"releases/{number}"
    names = ("assets/style-{}.css", "media/plan-{}.pdf", "leistungen/{}.html", "feeds/{}.xml")
    pages = {name.format(number): f"{number}: {name}".encode() for name in names}
    own = {"index.html": b"home", "404.html": b"not found", "assets/search.json": str(number).encode()}
    for name, data in {**pages, **own, **files(Hosted("town", root), ())}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    link(place, "current", number)


def link(place: Path, name: str, number: int) -> None:
    (place / "new").symlink_to(f"releases/{number}")
    (place / "new").replace(place / name)


@pytest.mark.parametrize(("kind", "path"), [("nginx", ""), ("nginx", "/service"), ("apache", "")])
def test_files_with_a_digest_are_found_after_a_swap_and_pages_are_not(kind: str, path: str, place: Path) -> None:
    release(place, 1, f"{path}/")
    if kind == "nginx":
        site = Site("town", f"https://{HOST}{path}", place / "current")
        found = nginx(place, configuration([site], str(certificate(place / "tls", HOST)), brotli=False))
    else:
        found = apache(place, place / "current", RULES.format(place=place))
    with found as server:
        assert server.ask(f"{path}/assets/style-0.css").status == 404
        release(place, 2, f"{path}/")
        lost = [server.ask(f"{path}{address}") for address in (*KEPT, "/assets/")]
        assert [(answer.status, answer.body) for answer in lost[:2]] == [(404, b"not found")] * 2
        assert lost[2].body == b"not found"
        link(place, "before", 1)
        for address, kept in KEPT.items():
            answer = server.ask(f"{path}{address}")
            assert (answer.status, answer["Content-Type"], answer.body[:3]) == (200, kept, b"1: ")
            assert answer["Cache-Control"] == "max-age=31536000, immutable"
        assert server.ask(f"{path}/media/plan-1.pdf")["Content-Security-Policy"] == "sandbox"
        assert server.ask(f"{path}/assets/style-2.css").body[:3] == b"2: "
        assert server.ask(f"{path}/assets/search.json").body == b"2"
        assert server.ask(f"{path}/feeds/2.xml")["Content-Type"] == "application/atom+xml"
        assert server.ask(f"{path}/").body == b"home"
        gone = [server.ask(f"{path}/{name}") for name in ("leistungen/1.html", "assets/style-0.css", "assets/")]
        assert [answer.body for answer in gone] == [b"not found"] * 3


def test_a_name_that_is_none_of_ours_gets_no_portal(place: Path) -> None:
    release(place, 1, "/")
    site = Site("town", f"https://{HOST}", place / "current")
    text = configuration([site], str(certificate(place / "tls", HOST)), brotli=False, catches_all=True)
    with nginx(place, text) as server:
        assert server.ask("/").status == 200
        assert server.ask_plainly("/").status == 301
        with pytest.raises(OSError, match=r"unrecognized name|UNRECOGNIZED_NAME"):
            server.ask("/", name="else.example")
        with pytest.raises(OSError, match="without response"):
            server.ask("/", Host="else.example")
        with pytest.raises(OSError, match="without response"):
            server.ask_plainly("/", Host="else.example")


def test_several_servers_catch_all_others_and_one_alone_does_not() -> None:
    towns = [Site(name, f"https://{name}.example", Path("/srv") / name / "current") for name in ("a", "b")]
    assert "ssl_reject_handshake on;" in configuration(towns, "/etc/tls", brotli=False)
    assert "default_server" not in configuration(towns[:1], "/etc/tls", brotli=False)
