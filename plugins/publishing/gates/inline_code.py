"""Keine Seite führt eigenen Code mit, und jede sagt dem Browser, was sie laden darf."""

import re
from collections.abc import Iterator

from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.tree import address_of

_POLICY = "content-security-policy"
_LAX = re.compile(r"'unsafe-(?:inline|eval|hashes)'|(?:script|default|object|base)-src[^;]*(?<=\s)(?:\*|https?:|data:)")


def seen(sight: Sight) -> str:
    """How many pages were looked at."""
    return counted(len(sight.new.pages), "Seite", "Seiten")


def check(sight: Sight) -> Iterator[str]:
    """Scripts, styles and frames in the page; a page without a policy, or with one that allows them."""
    found: dict[str, list[str]] = {}
    for name, page in sight.new.pages.items():
        inline = (f"{what} im Text der Seite" for what in dict.fromkeys(page.inline))
        for what in (*inline, *_wrong(page.said(_POLICY).lower())):
            found.setdefault(what, []).append(address_of(name))
    for what, pages in sorted(found.items()):
        yield f"{what}: {first(pages)}."


def _wrong(policy: str) -> Iterator[str]:
    if "default-src 'none'" not in policy:
        yield "Keine Content-Security-Policy mit default-src 'none'"
    elif _LAX.search(policy):
        yield "Eine Content-Security-Policy, die zu viel erlaubt"
