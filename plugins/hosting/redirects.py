"""Old addresses as rules of web servers: nginx, Apache, and `_redirects` for hosts of static pages.

Every rule names one whole address. What could mean more than itself in a configuration is escaped as in an address.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from plugins.catalog import urls
from plugins.catalog.forwarding import Forwarding
from plugins.hosting.hosted import Hosted

_HARMLESS = "/:?=&%~.-_#+,!@()*"


def nginx(hosted: Hosted) -> Iterator[str]:
    """Maps for the level `http`: `$moved_<name>` is where to go, `$gone_<name>` the file that says why it is gone."""
    root = hosted.root
    moved = {one.address: _target(one, root) for one in hosted.forwardings if not one.is_gone}
    gone = {one.address: _file(one, "/") for one in hosted.forwardings if one.is_gone}
    for result, entries in ((hosted.variable("moved"), moved), (hosted.variable("gone"), gone)):
        paths = {old: new for old, new in entries.items() if _is_path(old)}
        yield from _map("$uri", f"${result}_path", '""', paths, root)
        whole = {old: new for old, new in entries.items() if not _is_path(old)}
        yield from _map("$request_uri", f"${result}", f"${result}_path", whole, root)


def _map(source: str, result: str, default: str, entries: Mapping[str, str], root: str) -> Iterator[str]:
    """nginx compares without regard to case."""
    yield f"map {source} {result} {{\n    default {default};\n"
    yield from (f'    "{_source(old, root)}" "{new}";\n' for old, new in entries.items())
    yield "}\n"


def apache(hosted: Hosted) -> Iterator[str]:
    """Lines for a `<VirtualHost>` or a folder; what is no plain path is compared with the request as it came.

    Only what people ask for is refused: a page that says why it is gone may stand at the very address.
    """
    root = hosted.root
    yield 'RewriteEngine On\nRewriteCond "%{ENV:REDIRECT_STATUS}" "!^$"\nRewriteRule "^" "-" [L]\n'
    for one in hosted.forwardings:
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
    yield f'RewriteCond "%{{REQUEST_URI}}" "^{pattern}$" [NC]\n'
    yield 'RewriteRule "^" "-" [G]\n'
    yield f'<If "%{{REQUEST_URI}} =~ m#^{pattern}$#i">\n    ErrorDocument 410 "{file}"\n</If>\n'


def _escaped(one: Forwarding, root: str) -> str:
    """In a rule of `mod_rewrite` `%1` would be a part of what was found."""
    return _target(one, root).replace("%", r"\%")


def of_hosts(hosted: Hosted) -> Iterator[str]:
    """What GitLab Pages, Netlify and Cloudflare read alike: plain paths that lead on; for the rest there are pages."""
    for one in hosted.forwardings:
        if _is_path(one.address) and not one.is_gone:
            yield f"{_source(one.address, hosted.root)} {_target(one, hosted.root)} 301\n"


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
