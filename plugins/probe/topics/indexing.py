"""Was in der Sitemap steht, darf in Suchmaschinen erscheinen."""

from collections.abc import Iterator

from plugins.probe.topics import NO_PAGE, Fault, Finding
from plugins.probe.visit import Visit

_REMEDY = "Bauen Sie mit make publish, nicht als Vorschau (PREVIEW=1), und entfernen Sie X-Robots-Tag vom Server."


def check(visit: Visit) -> Iterator[Finding]:
    """`noindex` in a page or in the headers of its answer."""
    if not visit.pages:
        yield NO_PAGE
    for address, page in visit.pages.items():
        said = (*page.robots, visit.get(address).header("x-robots-tag").lower())
        if any("noindex" in one or "none" in one for one in said):
            yield Fault(address, "ist für Suchmaschinen gesperrt (noindex)", _REMEDY)
