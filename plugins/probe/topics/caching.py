"""Browser behalten Seiten kurz und Dateien mit Prüfwert lange."""

import re
from collections.abc import Iterator

from plugins.hosting.headers import BRIEFLY, CACHING, FOR_EVER, KEEPING
from plugins.probe.topics import NO_PAGE, Fault, Finding
from plugins.probe.visit import Seen, Visit

_HOUR, _YEAR = 3600, 31_536_000


def check(visit: Visit) -> Iterator[Finding]:
    """What is kept for more than an hour and may change, and what is not kept for a year and never changes."""
    if not visit.pages:
        yield NO_PAGE
    pointers = {page.search_pointer for page in visit.pages.values()} - {""}
    for seen in (visit.home, *visit.listed, *visit.resources, *map(visit.get, sorted(pointers))):
        if seen.status == 200:
            is_kept = KEEPING.at(visit.path(seen.address)) == FOR_EVER
            yield from _too_briefly(seen) if is_kept else _too_long(seen)


def _too_long(seen: Seen) -> Iterator[Fault]:
    if _age(seen.header("cache-control")) > _HOUR:
        what = "Seiten" if seen.address.endswith("/") else "Dateien ohne Prüfwert"
        yield Fault(seen.address, "wird länger als eine Stunde behalten", f"Für {what}: {CACHING}: {BRIEFLY}")


def _too_briefly(seen: Seen) -> Iterator[Fault]:
    kept = seen.header("cache-control")
    if _age(kept) < _YEAR or "immutable" not in kept:
        remedy = f"Für assets/ ohne search.json und für media/: {CACHING}: {FOR_EVER}"
        yield Fault(seen.address, f"wird nicht lange behalten: „{kept[:80]}“", remedy)


def _age(cache_control: str) -> int:
    """Seconds; a server that says nothing lets browsers guess, which they do briefly."""
    found = re.search(r"max-age=(\d{1,10})", cache_control)
    return int(found[1]) if found and "no-" not in cache_control else 0
