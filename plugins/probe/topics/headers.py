"""Der Server schickt die Kopfzeilen für Sicherheit."""

from collections.abc import Iterator

from plugins.hosting import policy
from plugins.hosting.headers import CSP, EVERYWHERE, HSTS, OPENNESS
from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Seen, Visit

_READ_AGAIN = "Lesen Sie nach dem Veröffentlichen die Konfiguration neu ein: nginx -s reload"


def check(visit: Visit) -> Iterator[Finding]:
    """What is missing at the start page, and where a header forbids what the page itself allows."""
    home, page = visit.home, visit.pages.get(visit.at("/"))
    if home.status != 200:
        yield Unprobed("die Startseite antwortet nicht")
        return
    for header in (*EVERYWHERE, OPENNESS[0]):
        if header.name != HSTS or visit.url.startswith("https://"):
            yield from _missing(home, header.name, header.value)
    if not home.header(CSP.lower()) and not (page and page.policy):
        yield Fault(home.address, "Content-Security-Policy fehlt", "Veröffentlichen Sie die Seiten unverändert.")
    elif "frame-ancestors" not in home.header(CSP.lower()):
        message = "fremde Seiten dürfen diese in einem Rahmen zeigen"
        yield Fault(home.address, message, f"{CSP}: {policy.as_header()}")
    for seen in (home, *visit.listed):
        yield from _forbidden(visit, seen)


def _missing(home: Seen, name: str, value: str) -> Iterator[Fault]:
    given = home.header(name.lower())
    if not given or (value == "nosniff" and given.lower() != value):
        yield Fault(home.address, f"{name} fehlt", f"{name}: {value}")


def _forbidden(visit: Visit, seen: Seen) -> Iterator[Fault]:
    """Browsers keep to both policies: an old header closes the form of a new page."""
    page, sent = visit.pages.get(seen.address), seen.header(CSP.lower())
    wanted, allowed = policy.frames(page.policy if page else ""), policy.frames(sent)
    if "default-src" in sent and (closed := sorted(wanted - allowed)):
        yield Fault(seen.address, f"die Kopfzeile verbietet das Formular von {closed[0]}", _READ_AGAIN)
