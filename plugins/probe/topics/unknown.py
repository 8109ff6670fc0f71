"""Unbekannte Adressen zeigen die Seite des Portals dafür."""

from collections.abc import Iterator

from plugins.probe.topics import Fault
from plugins.probe.visit import Visit

_MISSING = "Veröffentlichen Sie 404.html mit dem Portal."
_REMEDY = "Stellen Sie 404.html als Seite für Fehler 404 ein."


def check(visit: Visit) -> Iterator[Fault]:
    """A random address must answer 404, with the page that the portal has for it."""
    found, own = visit.missing, visit.get(visit.at("/404.html"))
    address = visit.at("/…")
    if own.status != 200:
        yield Fault(own.address, f"die Seite für unbekannte Adressen fehlt: {own.said}", _MISSING)
    if found.status != 404:
        yield Fault(address, f"eine unbekannte Adresse antwortet mit: {found.said}", _REMEDY)
    elif own.status == 200 and found.text != own.text:
        yield Fault(address, "eine unbekannte Adresse zeigt nicht die Seite des Portals", _REMEDY)
