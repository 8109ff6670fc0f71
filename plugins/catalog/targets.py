"""Named targets: `wsp:99050012104000` is wherever that portal has this service, today."""

from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Choice, Landing, Portal


def resolved(catalog: Catalog, text: str, ars: str) -> str | None:
    """The address of a named target for one municipality; None when the portal or its service is not known."""
    named = addresses.named_target(text)
    portal = portal_with(catalog, named[0]) if named else None
    return address_at(catalog, portal, named[1], ars) if portal and named else None


def portal_with(catalog: Catalog, scheme: str) -> Portal | None:
    """The portal with this short form."""
    return next((portal for portal in catalog.portals.values() if portal.scheme == scheme), None)


def address_at(catalog: Catalog, portal: Portal, leika: str, ars: str) -> str | None:
    """Where a portal has a service: on a landing page, at its own address, or (without a key) at its start."""
    if not leika:
        return portal.url
    if found := catalog.choices.get((portal.slug, leika)):
        return portal.at(found[0].path)
    return portal.at(filled(portal.deep_path, leika, ars)) if portal.deep_path else None


def filled(template: str, leika: str, ars: str) -> str:
    """An address with its placeholders filled in."""
    return template.replace("{leika}", leika).replace("{ars}", ars)


def uncovered(catalog: Catalog) -> Iterator[tuple[Landing, Choice]]:
    """What can be chosen elsewhere and has no page of its own, each key once, in the order of the landing pages."""
    known = {key for service in catalog.services for key in service.leika}
    for landing in sorted(catalog.all(Landing), key=lambda one: one.slug):
        for choice in landing.choices:
            if choice.leika not in known:
                known.add(choice.leika)
                yield landing, choice
