"""The media type of every file of a portal, by its ending; where the ending says too little, by its address."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.hosting.hosted import fits

BY_ENDING: Mapping[str, str] = MappingProxyType(
    {
        "bin": "application/octet-stream",
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ico": "image/vnd.microsoft.icon",
        "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "jsonld": "application/ld+json",
        "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "pdf": "application/pdf",
        "png": "image/png",
        "svg": "image/svg+xml",
        "ttl": "text/turtle; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "wasm": "application/wasm",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xml": "application/xml",
        "zip": "application/zip",
    }
)
AT: Mapping[str, str] = MappingProxyType(
    {"/feeds/*": "application/atom+xml", "/opensearch.xml": "application/opensearchdescription+xml"}
)
"""Single addresses and, with a star, folders."""

OTHER = "application/octet-stream"
_PACKED = frozenset({"ico", "jpg", "pdf", "png", "webp", "woff2", "zip"})

TEXTS = tuple(
    sorted({kind.partition(";")[0] for ending, kind in BY_ENDING.items() if ending not in _PACKED} | {*AT.values()})
)
"""What is worth compressing."""


def media_type(address: str) -> str:
    """The type of the file at an address: `/` and `/leistungen/` are pages."""
    for where, kind in AT.items():
        if fits(where, address):
            return kind
    last = address.rpartition("/")[2]
    return BY_ENDING.get(last.rpartition(".")[2] if "." in last else "" if last else "html", OTHER)
