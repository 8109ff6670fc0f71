"""robots.txt lässt Suchmaschinen herein und nennt die Sitemap."""

import re
from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit

_REMEDY = "Veröffentlichen Sie robots.txt mit dem Portal, nicht die einer Vorschau."


def check(visit: Visit) -> Iterator[Fault]:
    """The file, whether it shuts everybody out, and whether it names the sitemap of this portal."""
    seen = visit.get(visit.beside(visit.url, "/robots.txt"))
    if seen.status != 200:
        yield Fault(seen.address, f"fehlt: {seen.said}", _REMEDY)
        return
    if re.search(r"(?im)^\s*disallow:\s*/\s*$", seen.text):
        yield Fault(seen.address, "sperrt alle Suchmaschinen aus", _REMEDY)
    named = re.findall(r"(?im)^\s*sitemap:\s*(\S+)", seen.text)
    if not any(visit.is_ours(one) for one in named):
        yield Fault(seen.address, "nennt keine Sitemap dieses Portals", f"Zeile: Sitemap: {visit.at('/sitemap.xml')}")
