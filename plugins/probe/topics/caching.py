"""Browser behalten Seiten kurz und Dateien mit Prüfwert lange."""

import re
from collections.abc import Iterator

from plugins.probe.topics import NO_PAGE, Fault, Finding
from plugins.probe.visit import Visit

_HOUR, _YEAR = 3600, 31_536_000
_DIGEST = re.compile(r"-[0-9a-f]{8}(?:\.\w+$|/)")


def check(visit: Visit) -> Iterator[Finding]:
    """Pages that are kept for more than an hour, and files with a digest in their name that are not kept for a year."""
    if not visit.pages:
        yield NO_PAGE
    for seen in (visit.home, *visit.listed):
        if seen.status == 200 and _age(seen.header("cache-control")) > _HOUR:
            yield Fault(seen.address, "wird länger als eine Stunde behalten", "Für Seiten: Cache-Control: max-age=60")
    for seen in visit.resources:
        kept = seen.header("cache-control")
        if seen.status == 200 and _DIGEST.search(seen.address) and (_age(kept) < _YEAR or "immutable" not in kept):
            remedy = "Für assets/*-*: Cache-Control: max-age=31536000, immutable"
            yield Fault(seen.address, f"wird nicht lange behalten: „{kept[:80]}“", remedy)


def _age(cache_control: str) -> int:
    """Seconds; a server that says nothing lets browsers guess, which they do briefly."""
    found = re.search(r"max-age=(\d{1,10})", cache_control)
    return int(found[1]) if found and "no-" not in cache_control else 0
