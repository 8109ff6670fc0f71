"""Old addresses as rules of servers: each names one address and cannot mean anything else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.catalog.forwarding import Forwarding
from plugins.catalog.records import Tombstone
from plugins.pages import redirects

STONE = Tombstone(slug="x", title="X", addresses=("/x/",), since="01.10.2026", reason="X.")
DOG = "/leistungen/hund-anmelden/"


def moved(address: str, target: str = DOG) -> Forwarding:
    return Forwarding(address, target, "Hund anmelden")


def gone(address: str) -> Forwarding:
    return Forwarding(address, "", "", tombstone=STONE)


EVERY = (
    moved("/Alt/Hund_1~a.b/x"),
    moved("/alt/index.php?id=42&L=0"),
    moved("/b%C3%BCrger/hund"),
    moved("/extern/", "https://portal.example/a%20b?x=1&y='$uri';#z"),
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
        '    "/extern/" "https://portal.example/a%20b?x=1&y=%27%24uri%27%3B#z";\n'
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
        'RedirectMatch 301 "(?i)^/extern/$" "https://portal.example/a%20b?x=1&y=%27%24uri%27%3B#z"',
        r'RedirectMatch 410 "(?i)^/leistungen/pony/$"',
        r'<LocationMatch "(?i)^/leistungen/pony/$">',
        '    ErrorDocument 410 "/leistungen/pony/index.html"',
        "</LocationMatch>",
        r'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /weg\?id=1 HTTP/" [NC]',
        'RewriteRule "^" "-" [G]',
    ]


def test_a_host_of_static_pages_gets_the_plain_paths_that_lead_on() -> None:
    assert written(redirects.HOSTED, *EVERY).splitlines() == [
        "/Alt/Hund_1~a.b/x /leistungen/hund-anmelden/ 301",
        "/extern/ https://portal.example/a%20b?x=1&y=%27%24uri%27%3B#z 301",
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
    plain = written(name, moved("/a/", "https://x.example/"), gone("/b/"))
    text = written(name, moved(f"/a/{hostile}", f"https://x.example{hostile}"), gone(f"/b/{hostile}"))
    assert len(re.findall(r'"', text)) % 2 == 0
    assert not re.search(r'\$request_body|[{}]x|"; return|server \{|a b', text)
    assert text.count("map ") == plain.count("map ")


def test_the_servers_of_this_machine_accept_the_rules(tmp_path: Path) -> None:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if nginx is None:
        pytest.skip("no nginx here")
    rules = tmp_path / "rules.conf"
    rules.write_text(written(redirects.NGINX, *EVERY))
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}\n"
        f"http {{ map_hash_bucket_size 512; access_log off; include {rules};\n"
        f"  server {{ listen unix:{tmp_path}/s; }} }}\n"
    )
    done = subprocess.run([nginx, "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
