"""Jeder Verweis führt irgendwohin, und nur auf eingetragene Server."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.catalog import addresses, urls
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.exports import licences
from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.pointing import Target, targets

_RULES = "_redirects"
_REST = rb"[^\s\"'<>\\)\]|,;`?#&{]*+"


def seen(sight: Sight) -> str:
    """How many addresses are on how many pages."""
    count = sum(len(page.references) for page in sight.new.pages.values())
    pages = counted(len(sight.new.pages), "Seite", "Seiten")
    return f"{counted(count, 'Verweis', 'Verweise')} auf {pages}"


def check(sight: Sight) -> Iterator[str]:
    """Pages, anchors, servers; and our own addresses in every file for machines."""
    allowed = allowed_hosts(sight.catalog) | _hosts_of_ours(sight)
    for target in targets(sight.url, sight.new.references):
        if fault := _fault(sight, target) if target.path is not None else _foreign(target, allowed):
            yield f"„{target.written}“ {fault}; so steht es auf {first(target.pages)}."
    for address, names in _in_files(sight).items():
        yield f"„{sight.url}{address}“ führt ins Leere; so steht es in {first(names)}."
    for line in sight.new.text(_RULES).decode("utf-8", "replace").splitlines():
        if line.split() and not sight.new.answers(_below_root(sight, line.split()[1])):
            yield f"„{line}“ leitet ins Leere weiter; so steht es in {_RULES}."


def _hosts_of_ours(sight: Sight) -> set[str | None]:
    """Servers that no editor links to and the pages do: where the licence of the data stands."""
    terms = licences.terms(sight.directory.municipality)
    return {addresses.host_of(terms.url) if terms else None}


def _below_root(sight: Sight, path: str) -> str:
    return path.removeprefix(addresses.path_of(sight.url).rstrip("/"))


def _fault(sight: Sight, target: Target) -> str | None:
    """What is wrong with an address of ours."""
    path, anchor = target.path or "", unquote(target.anchor)
    if not path or not sight.new.answers(path):
        return "führt ins Leere"
    page = sight.new.pages.get(urls.file_of(unquote(path)))
    is_there = not anchor or page is None or anchor in page.anchors
    return None if is_there else "nennt eine Stelle, die es dort nicht gibt"


def _foreign(target: Target, allowed: set[str | None]) -> str | None:
    """What is wrong with an address of somebody else."""
    full = target.elsewhere
    if addresses.is_mail_or_phone(full.partition("?subject=")[0]):
        return None
    host = re.match(r"https://([a-z0-9.-]+)(?:[/?#]|$)", full)
    if host is None:
        return "ist keine Adresse mit https://"
    return None if host[1] in allowed else f"führt auf einen Server, der nicht eingetragen ist ({host[1]})"


def _in_files(sight: Sight) -> dict[str, list[str]]:
    """Own addresses in full that lead nowhere, by path, with the files they stand in."""
    own = re.compile(re.escape(sight.url.encode()) + rb"(/" + _REST + rb")(?!\{)")
    known: dict[bytes, bool] = {}
    broken: dict[str, list[str]] = {}
    for name in sight.new.texts:
        for path in set(own.findall(sight.new.read(name))):
            if path not in known:
                known[path] = _leads_on(sight, path)
            if not known[path]:
                broken.setdefault(path.decode("utf-8", "replace"), []).append(name)
    return broken


def _leads_on(sight: Sight, path: bytes) -> bool:
    """True also without the full stop or colon of the sentence that the address stands in."""
    text = path.decode("utf-8", "replace")
    return sight.new.answers(text) or sight.new.answers(text.rstrip(".:!*"))
