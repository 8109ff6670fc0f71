"""Where the pages of a portal point: every address in them, resolved, with the pages that name it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from plugins.catalog import addresses
from plugins.publishing.page import Reference


@dataclass(slots=True)
class Target:
    """What an address leads to: `path` below the root of the portal, or `elsewhere` in full; and who says so."""

    written: str
    path: str | None = None
    anchor: str = ""
    elsewhere: str = ""
    pages: list[str] = field(default_factory=list)


def targets(url: str, references: Iterable[tuple[str, Reference]]) -> Iterator[Target]:
    """Every address once, in the order in which it is met; `references` come with the page they stand on.

    What begins neither with a slash nor with a scheme is another target on every page.
    """
    found: dict[tuple[str, str], Target] = {}
    for page, reference in references:
        written = reference.address
        key = ("" if written.startswith(("/", "https://")) else page, written)
        if key not in found:
            found[key] = _target(written, page, url)
        if not found[key].pages or found[key].pages[-1] != page:
            found[key].pages.append(page)
    return iter(found.values())


def _target(written: str, page: str, url: str) -> Target:
    """`url` is that of the portal, which may live in a folder of its server; to a browser a backslash is a slash."""
    try:
        full = urljoin(url + page, written.replace("\\", "/"))
        parts = urlsplit(full)
    except ValueError:
        return Target(written, elsewhere=written)
    root = addresses.path_of(url)
    if f"{parts.scheme}://{parts.netloc}" != "://".join(urlsplit(url)[:2]):
        return Target(written, elsewhere=full)
    path = parts.path or "/"
    return Target(written, path[len(root) - 1 :] if path.startswith(root) else "", parts.fragment)
