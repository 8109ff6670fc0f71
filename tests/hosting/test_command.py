"""`make hosting`: nginx's configuration for what is built, and what is said where nothing is."""

import json
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
map $uri $lasting_grossstadt {{
    volatile;
    default /.hosting/nginx-server.conf;
    "~^(/(assets|media)/.*)$" $1;
}}

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
    set $shown_grossstadt {tmp_path}/current;
    if (!-f "{tmp_path}/current$lasting_grossstadt") {{ set $shown_grossstadt {tmp_path}/before; }}
    root $shown_grossstadt;
    include {tmp_path}/current/.hosting/nginx-answers.conf;
    include {tmp_path}/current/.hosting/nginx-server.conf;
    location @gone_grossstadt {{
        root {tmp_path}/current;
        try_files $gone_grossstadt =410;
    }}
}}
"""
    )


def test_all_portals_come_into_one_file_each_with_its_own_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("grossstadt", "kleinstadt"):
        built(tmp_path / "portals" / place)
    text = printed(capsys, tmp_path, "--brotli", "--certificates", "/etc/tls", "--no-catch-all")
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


def published(folder: Path, portal: str, url: str) -> Path:
    """A folder that looks published."""
    (built(folder / "current") / ".well-known").mkdir()
    (folder / "current/.well-known/build.json").write_text(json.dumps({"portal": portal, "url": url}))
    return folder


def test_what_is_published_says_itself_what_it_is_whatever_the_content_is_worth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(tmp_path / "home", "rurheim", "https://service.rurheim.example")
    (tmp_path / "broken/services").mkdir(parents=True)
    (tmp_path / "broken/services/x.md").write_text("no service")
    assert main(["--output", str(tmp_path / "home"), str(tmp_path / "broken")]) == 0
    text = capsys.readouterr().out
    assert "server_name service.rurheim.example;" in text
    assert "try_files $gone_rurheim =410;" in text


@pytest.mark.parametrize(
    ("option", "value", "setting", "said"),
    [
        ("--municipality", "lindbroich", "MUNICIPALITY", "rurheim"),
        ("--siteurl", "https://service.lindbroich.example", "SITEURL", "https://service.rurheim.example"),
    ],
)
def test_who_takes_a_published_portal_for_another_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, setting: str, said: str
) -> None:
    published(tmp_path, "rurheim", "https://service.rurheim.example")
    assert main(["--output", str(tmp_path), option, value, str(CONTENT)]) == 2
    assert capsys.readouterr().err == (
        f"In {tmp_path}/current ist {said} veröffentlicht, nicht {value}. Lassen Sie {setting} weg, "
        "oder nennen Sie einen anderen Ordner: OUTPUT=…\n"
    )


def test_a_portal_that_no_longer_says_what_it_is_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(tmp_path, "a; }", "https://service.rurheim.example")
    assert main(["--output", str(tmp_path), str(CONTENT)]) == 2
    file = tmp_path / "current/.well-known/build.json"
    assert capsys.readouterr().err == f"{file} ist beschädigt. Veröffentlichen Sie noch einmal: make publish\n"


def test_a_file_is_replaced_whole_and_stays_when_the_command_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site.conf"
    site.write_text("as before")
    options = ["--output", str(tmp_path / "home"), "--out", str(site), str(CONTENT)]
    assert main(options) == 2
    assert site.read_text() == "as before"
    published(tmp_path / "home", "rurheim", "https://service.rurheim.example")
    assert main(options) == 0
    assert "server_name service.rurheim.example;" in site.read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "site.conf"]
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(tmp_path, "rurheim", "https://service.rurheim.example")
    (tmp_path / "site.conf").mkdir()
    assert main(["--output", str(tmp_path), "--out", str(tmp_path / "site.conf"), str(CONTENT)]) == 1
    assert "Das ist ein Ordner, wo eine Datei sein müsste." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_with_a_space_or_a_semicolon_is_one_word() -> None:
    site = Site("a", "https://a.example", Path("/srv/our portal; x/current"))
    text = configuration([site], "/etc/our tls", brotli=False)
    assert 'include "/srv/our portal; x/current/.hosting/nginx-http.conf";' in text
    assert 'set $shown_a "/srv/our portal; x/before";' in text
    assert 'ssl_certificate "/etc/our tls/a.example/fullchain.pem";' in text


@pytest.mark.parametrize("sign", ["$", "*", '"', "\\", "\n"])
def test_a_folder_that_nginx_would_read_otherwise_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sign: str
) -> None:
    published(tmp_path / f"a{sign}b", "rurheim", "https://service.rurheim.example")
    assert main(["--output", str(tmp_path / f"a{sign}b"), str(CONTENT)]) == 2
    said = capsys.readouterr().err
    assert f"Das Zeichen {sign!r} bedeutet für nginx etwas anderes." in said


def test_where_nothing_is_built_there_is_nothing_to_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--output", str(tmp_path), str(CONTENT)]) == 2
    assert (
        capsys.readouterr().err
        == f"In {tmp_path} ist nichts gebaut. Bauen Sie erst: make publish, oder: make portals\n"
    )


def test_a_place_that_does_not_exist_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(tmp_path)
    assert main(["--output", str(tmp_path), "--municipality", "nirgends", str(CONTENT)]) == 2
    assert "Den Ort „nirgends“ gibt es nicht." in capsys.readouterr().err


def test_every_header_is_documented() -> None:
    text = (PROJECT / "docs/hosting.md").read_text("utf-8")
    named = [header.name for header in headers(Hosted("x", "/"))]
    assert [name for name in named if f"`{name}" not in text] == []
