"""Keine Seite führt eigenen Code mit, und jede sagt dem Browser, was sie laden darf."""

from collections.abc import Iterator, Set
from typing import Any

from lxml import etree

from plugins.catalog import addresses
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.hosting.policy import content_security_policy
from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.page import Page
from plugins.publishing.tree import address_of, is_for_editors

_POLICY = "content-security-policy"
_RUNNING = frozenset({"script", "foreignObject", "iframe", "handler", "listener", "style"})
_MOVING = frozenset({"animate", "set"})


def seen(sight: Sight) -> str:
    """How many pages were looked at."""
    return counted(len(sight.new.pages), "Seite", "Seiten")


def check(sight: Sight) -> Iterator[str]:
    """Scripts, styles and frames in a page or a drawing; a page whose policy is not the one made for it."""
    found: dict[str, list[str]] = {}
    registered = allowed_hosts(sight.catalog)
    for name, page in sight.new.pages.items():
        inline = (f"{what} im Text der Seite" for what in dict.fromkeys(page.inline))
        for what in (*inline, *_wrong(page, registered)):
            found.setdefault(what, []).append(address_of(name))
    for name in sight.new.named(".svg"):
        for what in dict.fromkeys(() if is_for_editors(name) else _in_drawing(sight.new.read(name))):
            found.setdefault(f"{what} in einer Zeichnung", []).append(address_of(name))
    for what, pages in sorted(found.items()):
        yield f"{what}: {first(pages)}."


def _wrong(page: Page, registered: Set[str]) -> Iterator[str]:
    """The policy names the hosts of the forms that open in this very page, and no other."""
    hosts = dict.fromkeys(addresses.host_of(form) or form for form in page.forms)
    for host in hosts:
        if host not in registered:
            yield f"Ein Formular von einem Server, der nicht eingetragen ist ({host})"
    policy = page.said(_POLICY)
    if not policy:
        yield "Keine Content-Security-Policy"
    elif policy != content_security_policy(hosts):
        yield "Eine andere Content-Security-Policy als die vorgesehene"


def _in_drawing(data: bytes) -> Iterator[str]:
    """What a drawing may do when it is opened by itself; one that cannot be read is named elsewhere."""
    try:
        root: Any = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for tag in root.iter("{*}*"):
        name = etree.QName(tag).localname
        if name in _RUNNING or (name in _MOVING and tag.get("attributeName", "").rpartition(":")[2] == "href"):
            yield f"<{name}>"
        for key, value in tag.items():
            if key.lower().startswith("on"):
                yield f"{key}="
            elif value.strip().lower().startswith("javascript:"):
                yield "javascript:"
