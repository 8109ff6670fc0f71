"""Old addresses as rules of web servers: nginx, Apache, and `_redirects` for hosts of static pages.

Every rule names one whole address. What could mean more than itself in a configuration is escaped as in an address.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from plugins.catalog import urls
from plugins.catalog.forwarding import Forwarding

NGINX = ".redirects/nginx.conf"
APACHE = ".redirects/apache.conf"
HOSTED = "_redirects"

_HEAD = "# Every build writes this file anew; how to include it: docs/addresses.md\n"
_HARMLESS = "/:?=&%~.-_#+,!@()*"


def files(forwardings: Iterable[Forwarding], root: str, name: str) -> dict[str, bytes]:
    """All three by their paths; `root` is the portal's folder on its server, `name` tells portals of a server apart."""
    every = tuple(forwardings)
    made = {NGINX: nginx(every, root, name), APACHE: apache(every, root), HOSTED: hosted(every, root)}
    return {path: "".join(lines).encode() for path, lines in made.items()}


def nginx(forwardings: Iterable[Forwarding], root: str, name: str) -> Iterator[str]:
    """Maps for the level `http`: `$moved_<name>` is where to go, `$gone_<name>` the page that says why it is gone."""
    every = tuple(forwardings)
    variable = name.replace("-", "_")
    moved = {one.address: _target(one, root) for one in every if not one.is_gone}
    gone = {one.address: _file(one, root) for one in every if one.is_gone}
    yield _HEAD
    for result, entries in ((f"moved_{variable}", moved), (f"gone_{variable}", gone)):
        paths = {old: new for old, new in entries.items() if _is_path(old)}
        yield from _map("$uri", f"${result}_path", '""', paths, root)
        whole = {old: new for old, new in entries.items() if not _is_path(old)}
        yield from _map("$request_uri", f"${result}", f"${result}_path", whole, root)


def _map(source: str, result: str, default: str, entries: Mapping[str, str], root: str) -> Iterator[str]:
    """nginx compares without regard to case."""
    yield f"map {source} {result} {{\n    default {default};\n"
    yield from (f'    "{_source(old, root)}" "{new}";\n' for old, new in entries.items())
    yield "}\n"


def apache(forwardings: Iterable[Forwarding], root: str) -> Iterator[str]:
    """Lines for a `<VirtualHost>`; what is no plain path is compared with the request as it came."""
    yield f"{_HEAD}RewriteEngine On\n"
    for one in forwardings:
        pattern = re.escape(_source(one.address, root))
        if not _is_path(one.address):
            action = '"-" [G]' if one.is_gone else f'"{_escaped(one, root)}" [R=301,QSD,NE,L]'
            yield f'RewriteCond "%{{THE_REQUEST}}" "^[A-Z]+ {pattern} HTTP/" [NC]\n'
            yield f'RewriteRule "^" {action}\n'
        elif one.is_gone:
            yield from _apache_gone(pattern, _file(one, root))
        else:
            yield f'RedirectMatch 301 "(?i)^{pattern}$" "{_target(one, root)}"\n'


def _apache_gone(pattern: str, file: str) -> Iterator[str]:
    """Only what people ask for is refused: the page may stand at the very address and answers for it."""
    yield 'RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"\n'
    yield f'RewriteRule "(?i)^{pattern}$" "-" [G]\n'
    yield f'<LocationMatch "(?i)^{pattern}$">\n    ErrorDocument 410 "{file}"\n</LocationMatch>\n'


def _escaped(one: Forwarding, root: str) -> str:
    """In a rule of `mod_rewrite` `%1` would be a part of what was found."""
    return _target(one, root).replace("%", r"\%")


def hosted(forwardings: Iterable[Forwarding], root: str) -> Iterator[str]:
    """What GitLab Pages, Netlify and Cloudflare read alike: plain paths that lead on; for the rest there are pages."""
    for one in forwardings:
        if _is_path(one.address) and not one.is_gone:
            yield f"{_source(one.address, root)} {_target(one, root)} 301\n"


def _is_path(address: str) -> bool:
    """True for what a server compares after it has read a request; a query and escaped letters stand before that."""
    return not set(address) & set("?%")


def _source(address: str, root: str) -> str:
    return quote(root + address[1:], safe=_HARMLESS)


def _target(one: Forwarding, root: str) -> str:
    """What has moved is always ours."""
    return quote(root + one.target[1:], safe=_HARMLESS)


def _file(one: Forwarding, root: str) -> str:
    """The page that says why it is gone; where no file can stand, the one for unknown addresses."""
    return quote(root + urls.file_of(one.page or urls.NOT_FOUND), safe=_HARMLESS)
