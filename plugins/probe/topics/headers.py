"""Der Server schickt die Kopfzeilen für Sicherheit."""

from collections.abc import Iterator

from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Finding]:
    """What is missing at the start page; the policy for contents may stand in the page."""
    home, page = visit.home, visit.pages.get(visit.at("/"))
    if home.status != 200:
        yield Unprobed("die Startseite antwortet nicht")
        return
    if home.header("x-content-type-options").lower() != "nosniff":
        yield Fault(home.address, "X-Content-Type-Options fehlt", "X-Content-Type-Options: nosniff")
    if not home.header("referrer-policy"):
        yield Fault(home.address, "Referrer-Policy fehlt", "Referrer-Policy: no-referrer")
    if not home.header("content-security-policy") and not (page and page.has_policy):
        yield Fault(home.address, "Content-Security-Policy fehlt", "Veröffentlichen Sie die Seiten unverändert.")
    if visit.url.startswith("https://") and not home.header("strict-transport-security"):
        yield Fault(home.address, "Strict-Transport-Security fehlt", "Strict-Transport-Security: max-age=31536000")
