"""A portal as web servers see it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.catalog.forwarding import Forwarding


@dataclass(frozen=True)
class Hosted:
    """What is particular about a portal; everything else holds for all.

    `name` tells the portals of a server apart, `root` is the folder this one lives in there. `frames` are the hosts
    that a page shows in a frame, by the page's address. `form_policy` is that of `/admin/`, where there is one.
    """

    name: str
    root: str
    forwardings: tuple[Forwarding, ...] = ()
    frames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form_policy: str = ""

    def at(self, address: str) -> str:
        """An address of the portal as its server knows it."""
        return self.root + address[1:]

    def variable(self, word: str) -> str:
        """A name in a configuration that no other portal of the server has: `moved_our_town`."""
        return f"{word}_{self.name}".replace("-", "_").lower()


def fits(where: str, file: str) -> bool:
    """True when `where`, an address or with a star at its end a folder, holds for a file's address."""
    return file.startswith(where[:-1]) if where.endswith("*") else file == where


def hidden(hosted: Hosted) -> str:
    """A pattern for what nobody asks for: hidden files, rules, packed files. But `make probe` asks for `_redirects`."""
    return rf"/\.(?!well-known/)|^{re.escape(hosted.root)}_headers$|\.(br|gz)$"
