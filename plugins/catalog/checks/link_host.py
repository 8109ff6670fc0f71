"""Links führen nur auf Server, die eingetragen sind: fremde Portale, die eigenen Server und die Gesetze."""

import re
from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.links import Link
from plugins.catalog.places import Problem
from plugins.catalog.records import Law, Municipality, Portal
from plugins.catalog.records.channel import PortalChannel

_REGISTER = "Tragen Sie den Server in content/portals/ oder als hosts: beim Ort ein."


def check(catalog: Catalog) -> Iterator[Problem]:
    """Addresses on hosts that are not registered, and those that leave the portal they belong to."""
    allowed = allowed_hosts(catalog)
    unread = [file.text for file in catalog.broken if file.kind in {"portal", "municipality", "law"}]
    for link in catalog.links:
        host = addresses.host_of(link.checkable)
        if host and host not in allowed and not any(_may_name(text, host) for text in unread):
            meant = addresses.look_alike(host, allowed)
            hint = f"Meinten Sie „{meant}“?" if meant else _REGISTER
            yield problem(
                link.record,
                f"Der Server „{host}“ ist nicht eingetragen",
                hint=hint,
                field=link.field,
                line=link.line,
            )
    for channel, portal in _at_portals(catalog):
        host = addresses.host_of(Link(channel, "url", channel.url or "").checkable)
        if host and portal.is_read("url", "hosts") and host not in portal.servers:
            hint = f"Server dieses Portals: {', '.join(portal.servers)}."
            yield problem(channel, f"Der Link führt nicht zu {portal.title}", hint=hint, field="url")


def allowed_hosts(catalog: Catalog) -> set[str]:
    """All hosts that content may link to."""
    hosts = {host for portal in catalog.all(Portal) for host in portal.servers}
    written = [law.url for law in catalog.all(Law) if law.url]
    for municipality in catalog.all(Municipality):
        hosts.update(municipality.hosts)
        written += [municipality.portal_url, municipality.website]
    return hosts | {host for url in written if (host := addresses.host_of(url))}


def _at_portals(catalog: Catalog) -> Iterator[tuple[PortalChannel, Portal]]:
    """Every way in that must lie on the servers of its portal."""
    for service in catalog.written:
        for channel in service.channels:
            if isinstance(channel, PortalChannel) and channel.portal in catalog.portals:
                yield channel, catalog.portals[channel.portal]


def _may_name(text: str, host: str) -> bool:
    """True when a file that could not be read may register a host: it stands there, or the file tells of no host."""
    return host in text or not re.search(r"[a-z0-9]\.[a-z]{2,}", text)
