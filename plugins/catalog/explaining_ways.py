"""Ways in, in words for the desk: where each leads and why it is there, and why others are not offered."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.catalog import labels
from plugins.catalog.catalog import Catalog
from plugins.catalog.offer import Offer, WayIn
from plugins.catalog.records import CheckedLink


def open_lines(catalog: Catalog, offer: Offer) -> Iterator[str]:
    """Every way in with what a citizen meets there."""
    for number, way in enumerate(offer.ways_in, 1):
        reason = "nach Regel" if way.is_by_rule else "geschrieben"
        yield f"{number}. {way.label or labels.ACTIONS[way.kind]} ({reason})"
        yield from (f"   {name}: {words}" for name, words in _facts(catalog, way) if words)


def _facts(catalog: Catalog, way: WayIn) -> Iterator[tuple[str, str]]:
    yield "Weiter", way.url or _at_the_office(way)
    yield "Gestört", _disruption(way.out_of_order) if way.out_of_order else ""
    yield "Betrieben von", _operator(catalog, way)
    yield "Dort wählen", way.choose or ""
    yield "Anmeldung", " oder ".join(labels.LOGINS[login] for login in way.login)
    yield "Bezahlen", ", ".join(labels.PAYMENTS[payment] for payment in way.payment)
    yield "Sprachen", ", ".join(labels.LANGUAGES[language] for language in (way.form.languages if way.form else ()))
    yield "Geprüft am", f"{way.checked_on:%d.%m.%Y}" if way.checked_on else ""


def _at_the_office(way: WayIn) -> str:
    office = way.office
    if office is None:
        return ""
    address = f"{office.address.street}, {office.address.postal_code} {office.address.city}" if office.address else ""
    reached = {"phone": office.phone or "", "post": address or office.email or ""}
    return f"{office.name}, {reached.get(way.kind, address)}"


def _operator(catalog: Catalog, way: WayIn) -> str:
    """Who runs what the way leads to; of a form without a server in the catalog, its host."""
    if way.portal:
        return f"{way.portal.operator} ({way.portal.title})"
    if way.form:
        server = catalog.servers.get(way.form.server or "")
        return server.operator if server else urlsplit(way.url or "").netloc
    return ""


def closed_lines(offer: Offer) -> Iterator[str]:
    """Every way that is not offered here, with the reason."""
    for way in offer.closed:
        yield f"{way.label or labels.ACTIONS[way.kind]}: {_reason(way)}"


def _disruption(found: CheckedLink) -> str:
    return f"{found.address} ist {labels.LINK_STATES[found.state]} (seit {found.since:%d.%m.%Y})"


def _reason(way: WayIn) -> str:
    if way.out_of_order and way.missing == way.out_of_order.state:
        return f"{_disruption(way.out_of_order)}."
    office = way.office.name if way.office else ""
    portal = way.portal.title if way.portal else ""
    warning = f" ({way.listed.warning})" if way.listed and way.listed.warning else ""
    reasons = {
        "online": "Das Formular hat keine Adresse." if way.form else "Dieses Formular gibt es hier nicht.",
        "portal": "Dieses Portal gibt es nicht.",
        "listing": f"{portal} nennt sie als nicht verfügbar{warning}.",
        "office": "Hier hat keine Stelle diese Rolle.",
        "appointment": f"{office} hat keinen Terminlink.",
        "in_person": f"{office} hat keine Anschrift.",
        "post": f"{office} hat weder Anschrift noch Mail.",
        "phone": f"{office} hat kein Telefon.",
    }
    return reasons[way.missing]
