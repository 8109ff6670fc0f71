"""A small portal that a test serves on loopback: a good one, in which each test plants one fault."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from plugins.hosting.headers import headers
from plugins.hosting.hosted import Hosted

SAFE = {header.name: header.at("/") for header in headers(Hosted("x", "/")) if header.at("/")}
KEPT = {"Cache-Control": "max-age=31536000, immutable"}

PAGE = """<!doctype html><html lang="de"><head><title>Portal</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="canonical" href="{url}{path}">
<link rel="alternate" hreflang="de" href="{url}/"><link rel="alternate" hreflang="en" href="{url}/en/">
<link rel="alternate" hreflang="x-default" href="{url}/">
<link rel="stylesheet" href="/assets/style-0a1b2c3d.css">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": []}}</script></head>
<body><form data-index="/assets/search.json"></form><a href="/en/#oben">English</a> <a href="tel:115">115</a>
<a href="https://elsewhere.example/">Anderswo</a><a href="/">Start</a>{filler}</body></html>
"""


@dataclass
class File:
    """One answer."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """All answers by path; `handle` takes the place of them all."""

    files: dict[str, File] = field(default_factory=dict)
    handle: Callable[[BaseHTTPRequestHandler], None] | None = None
    compresses: bool = True
    unknown: File | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a passage of an answer, which must be there."""
        assert old.encode() in self.files[path].body
        self.files[path].body = self.files[path].body.replace(old.encode(), new.encode())

    def fill(self) -> None:
        """The good portal."""
        for path in ("/", "/en/"):
            page = PAGE.format(url=self.url, path=path, filler="<p>Text</p>" * 200)
            self.files[path] = File(page.encode(), headers=dict(SAFE))
        listed = "".join(f"<url><loc>{self.url}{path}</loc></url>" for path in ("/", "/en/"))
        xml = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
        self.files |= {
            "/_redirects": File(b"/alt/ /en/ 301\n/alt.html / 301\n", "text/plain"),
            "/alt/": File(b"", status=301, headers={"Location": "/en/"}),
            "/alt.html": File(b'<meta http-equiv="refresh" content="0; url=/">'),
            "/404.html": File(b"<h1>Gibt es nicht</h1>"),
            "/sitemap.xml": File(xml.encode(), "application/xml"),
            "/robots.txt": File(f"User-agent: *\nSitemap: {self.url}/sitemap.xml\n".encode(), "text/plain"),
            "/assets/style-0a1b2c3d.css": File(b"a{}" * 500, "text/css", headers=dict(KEPT)),
            "/assets/search.json": File(b'{"index": "search-0a1b2c3d/", "files": ["index.bin"]}', "application/json"),
            "/assets/search-0a1b2c3d/index.bin": File(b"x", "application/octet-stream", headers=dict(KEPT)),
        }


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        if self.site.handle:
            self.site.handle(self)
            return
        unknown = self.site.unknown or File(self.site.files["/404.html"].body, status=404)
        found = self.site.files.get(self.path, unknown)
        packed = self.site.compresses and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(found.body) if packed else found.body
        encoding = {"Content-Encoding": "gzip"} if packed else {}
        self.send_response(found.status)
        given = {"Content-Type": found.media_type, "Content-Length": str(len(body)), **encoding, **found.headers}
        for name, value in given.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Site]:
    """A good portal, served while the context lasts."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    site.url = f"http://127.0.0.1:{server.server_port}"
    site.fill()
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
