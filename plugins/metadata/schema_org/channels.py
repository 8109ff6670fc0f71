"""The ways in to a service, best first."""

from collections.abc import Callable
from typing import Any

from plugins.catalog import addresses, labels
from plugins.catalog.offer import WayIn
from plugins.catalog.records import Office
from plugins.metadata.schema_org.nodes import Node, node
from plugins.metadata.schema_org.site import Site, postal_address

_ASKS_ONLY = frozenset({"phone", "appointment"})
"""Ways on which nothing is handed in yet, so that no time begins to run."""


def channel(site: Site, way: WayIn, translated: Callable[[str], str], processing_time: str | None) -> Node:
    """One way in: where it leads, and how long it takes when something is handed in on it."""
    return node(
        "ServiceChannel",
        name=way.label or translated(labels.ACTIONS[way.kind]),
        description=way.note,
        availableLanguage=[str(language) for language in way.form.languages] if way.form else [],
        processingTime=None if way.kind in _ASKS_ONLY else processing_time,
        **_reach(site, way),
    )


def _reach(site: Site, way: WayIn) -> dict[str, Any]:
    if way.office and way.kind in _AT_AN_OFFICE:
        return _AT_AN_OFFICE[way.kind](site, way.office)
    return {"serviceUrl": way.url}


def _by_phone(_: Site, office: Office) -> dict[str, Any]:
    number = addresses.international(office.phone or "")
    return {"servicePhone": node("ContactPoint", name=office.name, telephone=number)}


def _in_person(site: Site, office: Office) -> dict[str, Any]:
    return {"serviceLocation": site.place(office)}


def _by_post(_: Site, office: Office) -> dict[str, Any]:
    if office.address is None:
        return {"serviceUrl": f"mailto:{office.email}"}
    return {"servicePostalAddress": {**postal_address(office.address), "name": office.name}}


_AT_AN_OFFICE = {"phone": _by_phone, "in_person": _in_person, "post": _by_post}
