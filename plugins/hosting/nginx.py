"""A portal as nginx reads it: maps for the level `http`, and what goes into its `server`."""

import re
from collections.abc import Iterator

from plugins.catalog import urls
from plugins.hosting import media_types, redirects
from plugins.hosting.headers import Header, headers
from plugins.hosting.hosted import Hosted, hidden

HTTP = ".hosting/nginx-http.conf"
ANSWERS = ".hosting/nginx-answers.conf"
SERVER = ".hosting/nginx-server.conf"

_LIMITS = """\
index index.html;
absolute_redirect off;
server_tokens off;
client_max_body_size 1k;
client_body_timeout 10s;
send_timeout 30s;
"""
"""No `disable_symlinks`: a build writes no links, and with it nginx's brotli module finds no file below a link."""

_PACKED = """\
gzip_static on;
gzip_vary on;
gzip_proxied any;
"""
"""Files are sent as the build has packed them."""


def http(hosted: Hosted) -> Iterator[str]:
    """Lines for the level `http`; every name in them ends in that of the portal."""
    yield from redirects.nginx(hosted)
    for header in headers(hosted):
        if header.elsewhere:
            yield from _map(header, hosted)


def _map(header: Header, hosted: Hosted) -> Iterator[str]:
    yield f'map $uri ${_variable(header, hosted)} {{\n    default "{header.value}";\n'
    for where, value in header.elsewhere:
        yield f'    "{_source(where, hosted)}" "{value}";\n'
    yield "}\n"


def _source(where: str, hosted: Hosted) -> str:
    """nginx takes a plain address before any pattern, and patterns as they stand."""
    address = hosted.at(where)
    return f"~^{re.escape(address[:-1])}" if where.endswith("*") else address


def _variable(header: Header, hosted: Hosted) -> str:
    return hosted.variable(header.name.replace("-", "_"))


def answers(hosted: Hosted) -> Iterator[str]:
    """Lines for every place from which files are sent: types and headers."""
    yield f"{_PACKED}default_type {media_types.OTHER};\ntypes {{\n"
    yield from (f'    "{kind}" {ending};\n' for ending, kind in media_types.BY_ENDING.items())
    yield "}\n"
    for header in headers(hosted):
        value = f"${_variable(header, hosted)}" if header.elsewhere else f'"{header.value}"'
        yield f"add_header {header.name} {value} always;\n"


def server(hosted: Hosted) -> Iterator[str]:
    """Lines for the portal's `server`, or for its `location` where it lives below a path."""
    moved, gone = hosted.variable("moved"), hosted.variable("gone")
    yield f"{_LIMITS}if (${moved}) {{ return 301 ${moved}; }}\nif (${gone}) {{ return 410; }}\n"
    not_found = hosted.at(urls.NOT_FOUND)
    yield f"error_page 403 =404 {not_found};\nerror_page 404 {not_found};\nerror_page 410 @{gone};\n"
    yield f'location ~ "{hidden(hosted)}" {{ return 404; }}\n'
    for where, kind in media_types.AT.items():
        place = hosted.at(where.removesuffix("*"))
        yield f"location {'' if where.endswith('*') else '= '}{place} {{ types {{ }} default_type {kind}; }}\n"
