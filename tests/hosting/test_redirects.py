"""Old addresses as rules of servers: each names one address and cannot mean anything else."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.catalog.forwarding import Forwarding
from plugins.catalog.records import Tombstone
from plugins.hosting import redirects
from plugins.hosting.files import files
from plugins.hosting.hosted import Hosted
from plugins.hosting.sites import Site, configuration
from tests.hosting.servers import HOST, Server, apache, certificate, nginx

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


WRITERS = {"nginx": redirects.nginx, "apache": redirects.apache, "hosts": redirects.of_hosts}


def written(name: str, *forwardings: Forwarding, root: str = "/") -> str:
    return "".join(WRITERS[name](Hosted("sankt-viktor", root, forwardings)))


def test_nginx_compares_plain_paths_as_read_and_others_as_they_came() -> None:
    assert written("nginx", *EVERY) == (
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
    assert written("apache", *EVERY).splitlines() == [
        "RewriteEngine On",
        'RewriteCond "%{ENV:REDIRECT_STATUS}" "!^$"',
        'RewriteRule "^" "-" [L]',
        r'RedirectMatch 301 "(?i)^/Alt/Hund_1\~a\.b/x$" "/leistungen/hund-anmelden/"',
        r'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /alt/index\.php\?id=42\&L=0 HTTP/" [NC]',
        'RewriteRule "^" "/leistungen/hund-anmelden/" [R=301,QSD,NE,L]',
        'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /b%C3%BCrger/hund HTTP/" [NC]',
        'RewriteRule "^" "/leistungen/hund-anmelden/" [R=301,QSD,NE,L]',
        r'RewriteCond "%{REQUEST_URI}" "^/alt/pony\.html$" [NC]',
        'RewriteRule "^" "-" [G]',
        r'<If "%{REQUEST_URI} =~ m#^/alt/pony\.html$#i">',
        '    ErrorDocument 410 "/alt/pony.html"',
        "</If>",
        r'RewriteCond "%{REQUEST_URI}" "^/leistungen/pony/$" [NC]',
        'RewriteRule "^" "-" [G]',
        r'<If "%{REQUEST_URI} =~ m#^/leistungen/pony/$#i">',
        '    ErrorDocument 410 "/leistungen/pony/index.html"',
        "</If>",
        r'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /weg\?id=1 HTTP/" [NC]',
        'RewriteRule "^" "-" [G]',
    ]


def test_a_host_of_static_pages_gets_the_plain_paths_that_lead_on() -> None:
    assert written("hosts", *EVERY).splitlines() == [
        "/Alt/Hund_1~a.b/x /leistungen/hund-anmelden/ 301",
    ]


def test_a_portal_below_a_path_has_it_in_every_rule() -> None:
    assert written("hosts", moved("/alt/"), root="/service/") == (
        "/service/alt/ /service/leistungen/hund-anmelden/ 301\n"
    )
    assert '"/service/weg/" "/weg/index.html";' in written("nginx", gone("/weg/"), root="/service/")


@pytest.mark.parametrize(
    "hostile", ['/a"; return 200 "x', "/a$request_body/", "/a\n}\nserver {", "/a\\", "/{x}/", "/a b"]
)
@pytest.mark.parametrize("name", ["nginx", "apache", "hosts"])
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
    "/weg?id=1": (410, "404"),
    "/leistungen/esel/": (404, "404"),
}
"""What a server says to each: where it leads, or the page that it shows."""

SITE = {"index.html": "home", "alt/pony.html": "pony.html", "leistungen/pony/index.html": "pony", "404.html": "404"}


def portal(folder: Path, root: str = "/") -> Path:
    """A portal of four pages with the files for servers."""
    hosted = Hosted("sankt-viktor", root, EVERY)
    for path, data in {**{name: text.encode() for name, text in SITE.items()}, **files(hosted, SITE)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def said(server: Server, address: str) -> tuple[int, str]:
    """The status, and where it leads or what the page says."""
    found = server.ask(address)
    return found.status, urlsplit(found["Location"]).path or found.body.decode()


@pytest.mark.parametrize("root", ["/", "/service/"])
def test_nginx_answers_by_the_rules(place: Path, root: str) -> None:
    site = Site("sankt-viktor", f"https://{HOST}{root}", portal(place / "out", root))
    with nginx(place, configuration([site], str(certificate(place / "tls", HOST)), brotli=False)) as server:
        prefix = root.removesuffix("/")
        wanted = {prefix + old: (status, prefix + to if status == 301 else to) for old, (status, to) in ANSWERS.items()}
        assert {address: said(server, address) for address in wanted} == wanted


@pytest.mark.parametrize("way", ["Include", ".htaccess"])
def test_apache_answers_by_the_rules(place: Path, way: str) -> None:
    folder = portal(place / "out")
    rules = f"Include {folder}/.hosting/apache.conf"
    if way == ".htaccess":
        shutil.copy(folder / ".hosting/apache.conf", folder / ".htaccess")
        rules = f"<Directory {folder}>\nAllowOverride All\nOptions FollowSymLinks\n</Directory>"
    with apache(place, folder, rules) as server:
        assert {address: said(server, address) for address in ANSWERS} == ANSWERS
