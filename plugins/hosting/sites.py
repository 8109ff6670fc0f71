"""The part of nginx's configuration that belongs to a machine: names, folders, certificates. Portals bring the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from plugins.catalog import addresses
from plugins.hosting import nginx
from plugins.hosting.hosted import Hosted

CERTIFICATES = "/etc/letsencrypt/live"

_TABLES = "map_hash_bucket_size 512;\nmap_hash_max_size 65536;\n"
"""Long addresses and many of them; once for all portals."""


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


def configuration(sites: Iterable[Site], certificates: str, *, brotli: bool) -> str:
    """One file for the level `http`, for all portals of a machine; `certificates` has a folder for each server."""
    every = sorted(sites, key=lambda site: (site.host, site.hosted.root))
    lines = [_TABLES, *(f"include {site.folder}/{nginx.HTTP};\n" for site in every)]
    for host, found in groupby(every, lambda site: site.host):
        lines += _server(host, list(found), f"{certificates}/{host}", "    brotli_static on;\n" if brotli else "")
    return "".join(lines)


def _server(host: str, sites: Sequence[Site], certificate: str, brotli: str) -> Iterator[str]:
    yield (
        f"\nserver {{\n    listen 80;\n    listen [::]:80;\n    server_name {host};\n    server_tokens off;\n"
        f"    return 301 https://{host}$request_uri;\n}}\n"
        f"\nserver {{\n    listen 443 ssl http2;\n    listen [::]:443 ssl http2;\n    server_name {host};\n"
        f"    ssl_certificate {certificate}/fullchain.pem;\n    ssl_certificate_key {certificate}/privkey.pem;\n"
        f"{brotli}"
    )
    for site in sites:
        yield from _portal(site)
    yield "}\n"


def _portal(site: Site) -> Iterator[str]:
    answers, server = (f"include {site.folder}/{name};\n" for name in (nginx.ANSWERS, nginx.SERVER))
    root, gone = site.hosted.root, site.hosted.variable("gone")
    if root == "/":
        yield f"    root {site.folder};\n    {answers}    {server}"
        yield f"    location @{gone} {{ try_files ${gone} =410; }}\n"
        return
    yield f"    location {root} {{\n        alias {site.folder}/;\n        {answers}        {server}    }}\n"
    yield f"    location @{gone} {{\n        root {site.folder};\n        {answers}"
    yield f"        try_files ${gone} =410;\n    }}\n"
