"""Pages of which search engines may be told (IndexNow): changed since the last release, and in the sitemap."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from defusedxml.ElementTree import fromstring

from plugins.catalog import urls
from plugins.metadata import indexnow, sitemap
from plugins.publishing.tree import Tree


def remember(home: Path, url: str, key: str, new: Tree, old: Tree | None) -> str:
    """Add them to the list beside the portal's home; returns what the operator can do with it.

    Nothing without a key, or where the portal does not show it.
    """
    if indexnow.address_of(key).lstrip("/") not in new.digests:
        return ""
    changed = new.changed(old)
    pages = [page for page in _listed(new, url) if urls.file_of(page.removeprefix(url)) in changed]
    file = home.resolve().with_name(f"{home.resolve().name}.indexnow.json")
    found = indexnow.remember(file, url, key, pages)
    return _invitation(len(found.addresses), file) if found.addresses else ""


def _listed(tree: Tree, url: str) -> Iterator[str]:
    """The full addresses of the pages that may be listed."""
    for name in _locations(tree, sitemap.INDEX.lstrip("/")):
        yield from _locations(tree, name.removeprefix(f"{url}/"))


def _locations(tree: Tree, name: str) -> Iterator[str]:
    return sitemap.locations(fromstring(tree.read(name)))


def _invitation(count: int, file: Path) -> str:
    command = f"make ping FILE={shlex.quote(str(file))} TO=https://<Suchmaschine>/indexnow"
    return f"Geänderte Seiten, die Suchmaschinen noch nicht kennen: {count}. Melden: {command}"
