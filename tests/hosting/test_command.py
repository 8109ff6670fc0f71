"""`make hosting`: nginx's configuration for what is built, and what is said where nothing is."""

from pathlib import Path

import pytest

from plugins.hosting.__main__ import main
from plugins.hosting.headers import headers
from plugins.hosting.hosted import Hosted
from plugins.hosting.sites import Site, configuration
from tests.conftest import CONTENT
from tests.portals import PROJECT

BUILT = ".hosting/nginx-server.conf"


def built(folder: Path) -> Path:
    """A folder that looks built."""
    (folder / BUILT).parent.mkdir(parents=True)
    (folder / BUILT).touch()
    return folder


def printed(capsys: pytest.CaptureFixture[str], output: Path, *options: str) -> str:
    assert main(["--output", str(output), *options, str(CONTENT)]) == 0
    return capsys.readouterr().out


def test_one_portal_is_served_from_the_link_of_its_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(tmp_path / "releases/one")
    (tmp_path / "current").symlink_to("releases/one")
    assert (
        printed(capsys, tmp_path, "--municipality", "grossstadt")
        == f"""\
map_hash_bucket_size 512;
map_hash_max_size 65536;
include {tmp_path}/current/.hosting/nginx-http.conf;

server {{
    listen 80;
    listen [::]:80;
    server_name service.grossstadt.example;
    server_tokens off;
    return 301 https://service.grossstadt.example$request_uri;
}}

server {{
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name service.grossstadt.example;
    ssl_certificate /etc/letsencrypt/live/service.grossstadt.example/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/service.grossstadt.example/privkey.pem;
    root {tmp_path}/current;
    include {tmp_path}/current/.hosting/nginx-answers.conf;
    include {tmp_path}/current/.hosting/nginx-server.conf;
    location @gone_grossstadt {{ try_files $gone_grossstadt =410; }}
}}
"""
    )


def test_all_portals_come_into_one_file_each_with_its_own_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("grossstadt", "kleinstadt"):
        built(tmp_path / "portals" / place)
    text = printed(capsys, tmp_path, "--brotli", "--certificates", "/etc/tls")
    assert text.count("map_hash_max_size") == 1
    assert text.count("server_name service.grossstadt.example;") == 2
    assert text.count("server_name service.kleinstadt.example;") == 2
    assert text.count("brotli_static on;") == 2
    assert "ssl_certificate /etc/tls/service.kleinstadt.example/fullchain.pem;" in text


def test_portals_of_one_host_share_a_server_each_below_its_path() -> None:
    towns = [Site(name, f"https://www.kreis.example/{name}", Path("/srv") / name) for name in ("see-dorf", "berg")]
    text = configuration(towns, "/etc/tls", brotli=False)
    assert text.count("listen 443 ssl http2;") == 1
    assert [line.strip() for line in text.splitlines() if "location" in line] == [
        "location /berg/ {",
        "location @gone_berg {",
        "location /see-dorf/ {",
        "location @gone_see_dorf {",
    ]


def test_where_nothing_is_built_there_is_nothing_to_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--output", str(tmp_path), str(CONTENT)]) == 2
    assert (
        capsys.readouterr().err
        == f"In {tmp_path} ist nichts gebaut. Bauen Sie erst: make publish, oder: make portals\n"
    )


def test_a_place_that_does_not_exist_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--output", str(tmp_path), "--municipality", "nirgends", str(CONTENT)]) == 2
    assert "Den Ort „nirgends“ gibt es nicht." in capsys.readouterr().err


def test_every_header_is_documented() -> None:
    text = (PROJECT / "docs/hosting.md").read_text("utf-8")
    named = [header.name for header in headers(Hosted("x", "/"))]
    assert [name for name in named if f"`{name}" not in text] == []
