"""Old addresses as rules of servers: each names one address and cannot mean anything else."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.catalog.forwarding import Forwarding
from plugins.catalog.records import Tombstone
from plugins.pages import redirects

STONE = Tombstone(slug="x", title="X", addresses=("/x/",), since="01.10.2026", reason="X.")
DOG = "/leistungen/hund-anmelden/"


def moved(address: str, target: str = DOG) -> Forwarding:
    return Forwarding(address, target, "Hund anmelden")


def gone(address: str) -> Forwarding:
    """A tombstone; the page of it leads to its successor."""
    return Forwarding(address, DOG, "Hund anmelden", tombstone=STONE)


EVERY = (
    moved("/Alt/Hund_1~a.b/x"),
    moved("/alt/index.php?id=42&L=0"),
    moved("/b%C3%BCrger/hund"),
    gone("/alt/pony.html"),
    gone("/leistungen/pony/"),
    gone("/weg?id=1"),
)


def written(name: str, *forwardings: Forwarding, root: str = "/") -> str:
    return redirects.files(forwardings, root, "sankt-viktor")[name].decode()


def test_nginx_compares_plain_paths_as_read_and_others_as_they_came() -> None:
    assert written(redirects.NGINX, *EVERY).partition("\n")[2] == (
        "map $uri $moved_sankt_viktor_path {\n"
        '    default "";\n'
        '    "/Alt/Hund_1~a.b/x" "/leistungen/hund-anmelden/";\n'
        "}\n"
        "map $request_uri $moved_sankt_viktor {\n"
        "    default $moved_sankt_viktor_path;\n"
        '    "/alt/index.php?id=42&L=0" "/leistungen/hund-anmelden/";\n'
        '    "/b%C3%BCrger/hund" "/leistungen/hund-anmelden/";\n'
        "}\n"
        "map $uri $gone_sankt_viktor_path {\n"
        '    default "";\n'
        '    "/alt/pony.html" "/alt/pony.html";\n'
        '    "/leistungen/pony/" "/leistungen/pony/index.html";\n'
        "}\n"
        "map $request_uri $gone_sankt_viktor {\n"
        "    default $gone_sankt_viktor_path;\n"
        '    "/weg?id=1" "/404.html";\n'
        "}\n"
    )


def test_apache_takes_every_letter_of_an_address_for_itself() -> None:
    assert written(redirects.APACHE, *EVERY).splitlines()[1:] == [
        "RewriteEngine On",
        r'RedirectMatch 301 "(?i)^/Alt/Hund_1\~a\.b/x$" "/leistungen/hund-anmelden/"',
        r'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /alt/index\.php\?id=42\&L=0 HTTP/" [NC]',
        'RewriteRule "^" "/leistungen/hund-anmelden/" [R=301,QSD,NE,L]',
        'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /b%C3%BCrger/hund HTTP/" [NC]',
        'RewriteRule "^" "/leistungen/hund-anmelden/" [R=301,QSD,NE,L]',
        'RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"',
        r'RewriteRule "(?i)^/alt/pony\.html$" "-" [G]',
        r'<LocationMatch "(?i)^/alt/pony\.html$">',
        '    ErrorDocument 410 "/alt/pony.html"',
        "</LocationMatch>",
        'RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"',
        r'RewriteRule "(?i)^/leistungen/pony/$" "-" [G]',
        r'<LocationMatch "(?i)^/leistungen/pony/$">',
        '    ErrorDocument 410 "/leistungen/pony/index.html"',
        "</LocationMatch>",
        r'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /weg\?id=1 HTTP/" [NC]',
        'RewriteRule "^" "-" [G]',
    ]


def test_a_host_of_static_pages_gets_the_plain_paths_that_lead_on() -> None:
    assert written(redirects.HOSTED, *EVERY).splitlines() == [
        "/Alt/Hund_1~a.b/x /leistungen/hund-anmelden/ 301",
    ]


def test_a_portal_below_a_path_has_it_in_every_rule() -> None:
    assert written(redirects.HOSTED, moved("/alt/"), root="/service/") == (
        "/service/alt/ /service/leistungen/hund-anmelden/ 301\n"
    )
    assert '"/service/weg/" "/service/weg/index.html";' in written(redirects.NGINX, gone("/weg/"), root="/service/")


@pytest.mark.parametrize(
    "hostile", ['/a"; return 200 "x', "/a$request_body/", "/a\n}\nserver {", "/a\\", "/{x}/", "/a b"]
)
@pytest.mark.parametrize("name", [redirects.NGINX, redirects.APACHE, redirects.HOSTED])
def test_nothing_leaves_its_quotation_marks(name: str, hostile: str) -> None:
    """Such addresses are refused when content is read; should one pass, it is an address and nothing more."""
    plain = written(name, moved("/a/", "/x/"), gone("/b/"))
    text = written(name, moved(f"/a/{hostile}", f"/x{hostile}"), gone(f"/b/{hostile}"))
    assert len(re.findall(r'"', text)) % 2 == 0
    assert not re.search(r'\$request_body|[{}]x|"; return|server \{|a b', text)
    assert text.count("map ") == plain.count("map ")


ANSWERS = {
    "/Alt/Hund_1~a.b/x": (301, DOG),
    "/alt/hund_1~a.b/x": (301, DOG),
    "/alt/index.php?id=42&L=0": (301, DOG),
    "/b%C3%BCrger/hund": (301, DOG),
    "/alt/pony.html": (410, "pony.html"),
    "/leistungen/pony/": (410, "pony"),
    "/weg?id=1": (410, ""),
    "/leistungen/esel/": (404, ""),
}
"""What a server says to each: where it leads, or words of the page that it shows."""

NGINX_CONF = """\
daemon off; master_process off; pid {folder}/pid; error_log {folder}/log; events {{}}
http {{
  access_log off; map_hash_bucket_size 512; include {folder}/site/.redirects/nginx.conf;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port}; root {folder}/site; absolute_redirect off;
    if ($moved_sankt_viktor) {{ return 301 $moved_sankt_viktor; }}
    if ($gone_sankt_viktor) {{ return 410; }}
    error_page 410 @gone;
    error_page 404 /404.html;
    location @gone {{ try_files $gone_sankt_viktor =410; }}
  }}
}}
"""
APACHE_CONF = """\
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/log
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule rewrite_module {modules}/mod_rewrite.so
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {folder}/site
  Include {folder}/site/.redirects/apache.conf
</VirtualHost>
"""
MODULES = "/usr/lib/apache2/modules"
SERVERS = {"nginx": (NGINX_CONF, ("-p", ".", "-c")), "apache2": (APACHE_CONF, ("-DFOREGROUND", "-f"))}


@pytest.fixture(params=SERVERS)
def port(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """Where a real web server answers with the rules."""
    program = shutil.which(request.param, path="/usr/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        pytest.skip(f"no {request.param} here")
    for path, text in {"alt/pony.html": "pony.html", "leistungen/pony/index.html": "pony", "404.html": "404"}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    for path, data in redirects.files(EVERY, "/", "sankt-viktor").items():
        (tmp_path / "site" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / path).write_bytes(data)
    with socket.create_server(("127.0.0.1", 0)) as free:
        found: int = free.getsockname()[1]
    text, arguments = SERVERS[request.param]
    (tmp_path / "conf").write_text(text.format(folder=tmp_path, port=found, modules=MODULES))
    with subprocess.Popen([program, *arguments, tmp_path / "conf"], cwd=tmp_path, stderr=subprocess.PIPE) as server:
        yield found
        server.terminate()


def answer(port: int, address: str) -> tuple[int, str]:
    """The status, and where it leads or what the page says."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.request("GET", address)
        found = connection.getresponse()
        location = urlsplit(found.headers.get("Location", "")).path
        return found.status, location or found.read().decode()


def until_it_answers(port: int) -> None:
    for _ in range(100):
        try:
            answer(port, "/")
            return
        except ConnectionError:
            time.sleep(0.05)


def test_real_servers_answer_by_the_rules(port: int) -> None:
    until_it_answers(port)
    for address, (status, said) in ANSWERS.items():
        found = answer(port, address)
        assert (address, found[0]) == (address, status)
        assert found[1].strip() == said or not said, address
