"""Links führen nur auf Server, die eingetragen sind: fremde Portale, die eigenen Server und die Gesetze."""

import re
from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import misspelled
from plugins.catalog.links import Link
from plugins.catalog.places import Problem
from plugins.catalog.records import Landing, Law, Municipality, Portal
from plugins.catalog.records.base import Record
from plugins.catalog.records.channel import PortalChannel

_REGISTER = "Tragen Sie den Server als hosts: in content/portals/ oder beim Ort ein."


def check(catalog: Catalog) -> Iterator[Problem]:
    """Addresses on hosts that are not registered, and those that leave the portal they belong to."""
    allowed = allowed_hosts(catalog)
    unread = [file.text for file in catalog.broken if file.kind in {"portal", "municipality", "law"}]
    for link in catalog.links:
        host = _host(link)
        if host and host not in allowed and not any(_may_name(text, host) for text in unread):
            meant = misspelled(host, allowed)
            hint = f"Meinten Sie „{meant}“?" if meant else _REGISTER
            yield problem(
                link.record,
                f"Der Server „{host}“ ist nicht eingetragen",
                hint=hint,
                field=link.field,
                line=link.line,
            )
    for record, field, portal in _at_portals(catalog):
        host = _host(Link(record, field, getattr(record, field) or ""))
        if host and portal.is_read("hosts") and host not in portal.hosts:
            hint = f"Server dieses Portals: {', '.join(portal.hosts)}."
            yield problem(record, f"Der Link führt nicht zu {portal.title}", hint=hint, field=field)


def allowed_hosts(catalog: Catalog) -> set[str]:
    """All hosts that content may link to."""
    hosts = {host for portal in catalog.all(Portal) for host in portal.hosts}
    for municipality in catalog.all(Municipality):
        own = [addresses.parse(url).host for url in (municipality.portal_url, municipality.website) if _is_address(url)]
        hosts |= {*own, *municipality.hosts}
    return hosts | {addresses.parse(law.url).host for law in catalog.all(Law) if law.url and _is_address(law.url)}


def _at_portals(catalog: Catalog) -> Iterator[tuple[Record, str, Portal]]:
    """Every address that must lie on the servers of a portal: its own, those of its pages, those of deep links."""
    for portal in catalog.portals.values():
        yield from ((portal, field, portal) for field in ("url", "deep_url"))
    for landing in catalog.all(Landing):
        if landing.portal in catalog.portals:
            yield landing, "url", catalog.portals[landing.portal]
    for service in catalog.written:
        for channel in service.channels:
            if isinstance(channel, PortalChannel) and channel.portal in catalog.portals:
                yield channel, "url", catalog.portals[channel.portal]


def _may_name(text: str, host: str) -> bool:
    """True when a file that could not be read may register a host: it stands there, or the file tells of no host."""
    return host in text or not re.search(r"[a-z0-9]\.[a-z]{2,}", text)


def _host(link: Link) -> str | None:
    return addresses.parse(link.checkable).host if _is_address(link.checkable) else None


def _is_address(text: str) -> bool:
    try:
        addresses.parse(text)
    except addresses.AddressError:
        return False
    return True
