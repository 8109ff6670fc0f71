"""Die Sitemap ist lesbar und nennt Seiten dieses Portals."""

from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Fault]:
    """What is wrong with its files, pages elsewhere, and pages that it names twice."""
    found = visit.sitemap
    for address, what in found.faults:
        yield Fault(address, what, "Veröffentlichen Sie sitemap.xml mit dem Portal.")
    strangers = [one for one in found.addresses if not visit.is_ours(one)]
    for address in strangers[:5]:
        yield Fault(address, "steht in der Sitemap, gehört aber nicht zum Portal", f"Bauen Sie mit SITEURL={visit.url}")
    if twice := len(found.addresses) - len(set(found.addresses)):
        yield Fault(visit.at("/sitemap.xml"), f"nennt {twice} Seiten mehrfach", "Veröffentlichen Sie das Portal neu.")
