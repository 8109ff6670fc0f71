"""The part of nginx's configuration that belongs to a machine: names, folders, certificates. Portals bring the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from plugins.catalog import addresses
from plugins.hosting import nginx
from plugins.hosting.headers import FOR_EVER, KEEPING
from plugins.hosting.hosted import Hosted
from plugins.hosting.paths import word

CERTIFICATES = "/etc/letsencrypt/live"
ONLINE, BEFORE = "current", "before"
"""The links to what is online and to what was before: pages that somebody has open name its files."""

_TABLES = "map_hash_bucket_size 512;\nmap_hash_max_size 65536;\n"
"""Long addresses and many of them; once for all portals."""

_NOBODY = """
server {
    listen 80 default_server;
    listen [::]:80 default_server;
    return 444;
}

server {
    listen 443 ssl http2 default_server;
    listen [::]:443 ssl http2 default_server;
    ssl_reject_handshake on;
    return 444;
}
"""
"""Whoever asks for a name that is none of ours gets no portal, and learns of none by its certificate."""

_LASTING = tuple(where[1:-2] for where, value in KEEPING.elsewhere if value == FOR_EVER)


@dataclass(frozen=True)
class Site:
    """A portal with its public address and the folder it is served from, which may be a link."""

    name: str
    url: str
    folder: Path

    @property
    def host(self) -> str:
        """Its server's name."""
        return urlsplit(self.url).hostname or ""

    @property
    def hosted(self) -> Hosted:
        """What the names in its configuration are made of."""
        return Hosted(self.name, addresses.path_of(self.url))

    @property
    def before(self) -> Path | None:
        """Where the release before is, if there is one now or ever; None for a build that is no release."""
        return self.folder.with_name(BEFORE) if self.folder.name == ONLINE else None

    def file(self, name: str = "") -> str:
        """The folder, or a file in it, as a word of the configuration."""
        return word(f"{self.folder}/{name}" if name else str(self.folder))


def configuration(sites: Iterable[Site], certificates: str, *, brotli: bool, catches_all: bool | None = None) -> str:
    """One file for the level `http`, for all portals of a machine; `certificates` has a folder for each server.

    Names that are none of theirs are turned away; unless it is said, only where there are several servers.
    """
    every = sorted(sites, key=lambda site: (site.host, site.hosted.root))
    servers = [(host, list(found)) for host, found in groupby(every, lambda site: site.host)]
    lines = [_TABLES, *(f"include {site.file(nginx.HTTP)};\n" for site in every)]
    lines += (line for site in every for line in _lasting(site))
    if len(servers) > 1 if catches_all is None else catches_all:
        lines.append(_NOBODY)
    for host, found in servers:
        lines += _server(host, found, f"{certificates}/{host}", "    brotli_static on;\n" if brotli else "")
    return "".join(lines)


def _lasting(site: Site) -> Iterator[str]:
    """The file without which the release before is asked: what keeps its name for ever, else one that is there."""
    if site.before:
        root = re.escape(site.hosted.root.rstrip("/"))
        yield f"map $uri ${site.hosted.variable('lasting')} {{\n    volatile;\n    default /{nginx.SERVER};\n"
        yield f'    "~^{root}(/({"|".join(_LASTING)})/.*)$" $1;\n}}\n'


def _server(host: str, sites: Sequence[Site], certificate: str, brotli: str) -> Iterator[str]:
    yield (
        f"\nserver {{\n    listen 80;\n    listen [::]:80;\n    server_name {host};\n    server_tokens off;\n"
        f"    return 301 https://{host}$request_uri;\n}}\n"
        f"\nserver {{\n    listen 443 ssl http2;\n    listen [::]:443 ssl http2;\n    server_name {host};\n"
        f"    ssl_certificate {word(f'{certificate}/fullchain.pem')};\n"
        f"    ssl_certificate_key {word(f'{certificate}/privkey.pem')};\n"
        f"{brotli}"
    )
    yield from (line for site in sites for line in _shown(site))
    for site in sites:
        yield from _portal(site)
    yield "}\n"


def _shown(site: Site) -> Iterator[str]:
    """Where its files are: in what is online; what is missing there and keeps its name for ever, in what was before."""
    if site.before:
        shown, lasting = site.hosted.variable("shown"), site.hosted.variable("lasting")
        yield f"    set ${shown} {site.file()};\n"
        yield f'    if (!-f "{site.folder}${lasting}") {{ set ${shown} {word(str(site.before))}; }}\n'


def _portal(site: Site) -> Iterator[str]:
    answers, server = (f"include {site.file(name)};\n" for name in (nginx.ANSWERS, nginx.SERVER))
    root, gone = site.hosted.root, site.hosted.variable("gone")
    shown = f"${site.hosted.variable('shown')}" if site.before else str(site.folder)
    if root == "/":
        yield f"    root {_place(shown)};\n    {answers}    {server}"
        yield f"    location @{gone} {{\n        root {site.file()};\n        try_files ${gone} =410;\n    }}\n"
        return
    yield f"    location {root} {{\n        alias {_place(f'{shown}/')};\n        {answers}        {server}    }}\n"
    yield f"    location @{gone} {{\n        root {site.file()};\n        {answers}"
    yield f"        try_files ${gone} =410;\n    }}\n"


def _place(folder: str) -> str:
    return folder if folder.startswith("$") else word(folder)
