"""Was einmal veröffentlicht war, führt weiter zu etwas."""

from collections.abc import Iterator
from itertools import filterfalse

from plugins.catalog import urls
from plugins.catalog.forwarding import forwardings
from plugins.catalog.presence import presence
from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight
from plugins.publishing.tree import address_of, is_for_editors

_REMEDY = "make rename-service führt sie weiter, tombstones/ hebt sie auf."


def seen(sight: Sight) -> str:
    """How many addresses must be answered."""
    return counted(len(_once(sight)), "frühere Adresse", "frühere Adressen")


def check(sight: Sight) -> Iterator[str]:
    """Every page that is online, and all that was ever registered; the one page of a former town stands everywhere."""
    if sight.is_former:
        return
    there = {urls.key_of(address_of(name)) for name in sight.new.named(".html")}
    by_rule = {urls.key_of(one.address) for one in forwardings(presence(sight.catalog, sight.directory.municipality))}
    for address in sorted(_once(sight)):
        page = urls.page_at(address)
        answered = there if page else by_rule
        if urls.key_of(address) not in answered:
            yield f"{address} war veröffentlicht und führt ins Leere. {_REMEDY}"


def _once(sight: Sight) -> frozenset[str]:
    online = filterfalse(is_for_editors, sight.old.named(".html")) if sight.old else ()
    return frozenset(map(address_of, online)) | presence(sight.catalog, sight.directory.municipality).registered
