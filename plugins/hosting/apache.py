"""A portal as Apache reads it: one file for a `<VirtualHost>`, or to be laid into the portal as `.htaccess`."""

import re
from collections.abc import Iterator

from plugins.catalog import urls
from plugins.hosting import media_types, redirects
from plugins.hosting.headers import Header, headers
from plugins.hosting.hosted import Hosted, hidden

FILE = ".hosting/apache.conf"

_PACKING = (("mod_brotli", "BROTLI_COMPRESS"), ("mod_deflate", "DEFLATE"))


def lines(hosted: Hosted) -> Iterator[str]:
    """The whole file."""
    yield "Options -Indexes\nDirectoryIndex index.html\nServerSignature Off\n"
    yield from _types(hosted)
    for header in headers(hosted):
        yield from _header(header, hosted)
    for module, packing in _PACKING:
        yield f"<IfModule {module}.c>\n    AddOutputFilterByType {packing} {' '.join(media_types.TEXTS)}\n</IfModule>\n"
    not_found = hosted.at(urls.NOT_FOUND)
    yield from (f'ErrorDocument {status} "{not_found}"\n' for status in (403, 404, 410))
    yield from redirects.apache(hosted)
    yield f'RedirectMatch 404 "{hidden(hosted)}"\n'


def _types(hosted: Hosted) -> Iterator[str]:
    yield from (f'AddType "{kind}" .{ending}\n' for ending, kind in media_types.BY_ENDING.items())
    for where, kind in media_types.AT.items():
        yield f'<If "{_is(where, hosted)}">\n    ForceType {kind}\n</If>\n'


def _header(header: Header, hosted: Hosted) -> Iterator[str]:
    """The last line that fits counts."""
    if header.value:
        yield f'Header always set {header.name} "{header.value}"\n'
    for where, value in reversed(header.elsewhere):
        yield f'Header always set {header.name} "{value}" "expr={_is(where, hosted)}"\n'


def _is(where: str, hosted: Hosted) -> str:
    """A page answers with the name of its file, too."""
    folder = where.removesuffix("*")
    end = "" if where.endswith("*") else "$"
    return f"%{{REQUEST_URI}} =~ m#^{re.escape(hosted.at(folder))}{end}#"
