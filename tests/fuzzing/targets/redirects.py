"""No former address that a file may hold breaks out of its line in the rules of a web server."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plugins.catalog.forwarding import Forwarding
from plugins.catalog.records import Tombstone
from plugins.catalog.records.fields import FormerUrl
from plugins.hosting import redirects
from plugins.hosting.hosted import Hosted
from tests.fuzzing.targets import words

TOKENS = words(
    "/ /a/ /a.php ?x=1 & %20 %22 %0a %5c %7f % ~ - _ . .. // \" ; } $uri { ␣ \n \\ ' # * ^ ( ) ä ſ K ٣ \u0301 "
    "default .html /index.html = +"
)
_STONE = Tombstone.model_construct(slug="x", municipality="", addresses=())
_FORMER: TypeAdapter[str] = TypeAdapter(FormerUrl)
_SAFE = r"/[A-Za-z0-9:?=&%~.\-_#+,!@()*/]*"
_NGINX = re.compile(
    rf'# [^\n]*|map \$(?:uri|request_uri) \$\w+ {{|    default (?:""|\$\w+);|    "{_SAFE}" "{_SAFE}";|}}', re.ASCII
)
_PATTERN = r"(?:[A-Za-z0-9:=%~_,!@/]|\\[^\w\s\"])*"
_APACHE = re.compile(
    rf'RewriteEngine On|RedirectMatch 301 "\(\?i\)\^{_PATTERN}\$" "{_SAFE}"|RewriteRule "\^" "[^"\s$]+" \[[A-Z0-9=,]+\]'
    rf'|RewriteCond "%{{THE_REQUEST}}" "\^\[A-Z\]\+ {_PATTERN} HTTP/" \[NC\]'
    rf'|RewriteCond "%{{ENV:REDIRECT_STATUS}}" "!\^\$"|RewriteCond "%{{REQUEST_URI}}" "\^{_PATTERN}\$" \[NC\]'
    rf'|<If "%{{REQUEST_URI}} =~ m#\^{_PATTERN}\$#i">|    ErrorDocument 410 "{_SAFE}"|</If>',
    re.ASCII,
)
_HOSTED = re.compile(rf"{_SAFE} {_SAFE} 301", re.ASCII)


def check(data: bytes) -> None:
    former = [line for line in data.decode("utf-8", "replace").split("\n") if _is_former(line)]
    every = tuple(_forwarding(address, number) for number, address in enumerate(dict.fromkeys(former)))
    hosted = Hosted("kreis-rurland", "/dienste/", every)
    for rules, line in ((redirects.nginx, _NGINX), (redirects.apache, _APACHE), (redirects.of_hosts, _HOSTED)):
        for written in "".join(rules(hosted)).splitlines():
            assert line.fullmatch(written), written


def _is_former(line: str) -> bool:
    try:
        _FORMER.validate_python(line)
    except ValidationError:
        return False
    return True


def _forwarding(address: str, number: int) -> Forwarding:
    stone: Any = _STONE if number % 2 else None
    return Forwarding(address, "/leistungen/hund-anmelden/", "Hund anmelden", tombstone=stone)


def seeds() -> Iterator[bytes]:
    yield b"/leistungen/hund-melden/\n/buergerservice/hunde.html\n/service/42/show?x=1\n/a%20b/"
    yield b"/dienstleistung/42/show\n/index.php?id=5&m=2\n/alt.aspx\n/\n/A/b-c_d~e/f.g.html"
