"""Parameter (?…) hat ein Link nur auf Servern, die dafür eingetragen sind: Sie können weiterleiten."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.catalog.links import Link
from plugins.catalog.places import Problem
from plugins.catalog.records import Municipality, Portal
from plugins.catalog.records.channel import PortalChannel


def check(catalog: Catalog) -> Iterator[Problem]:
    """Parameters in texts and deep links; the registers of forms, servers, portals and laws may hold any."""
    unsure = any(file.kind in {"portal", "municipality"} for file in catalog.broken)
    wanted = allowed_hosts(catalog) - query_hosts(catalog) if not unsure else set()
    for link in catalog.links:
        query = urlsplit(link.address).query if _is_free(link) and "?" in link.address else ""
        host = addresses.host_of(link.address) if query else None
        if host in wanted:
            yield problem(
                link.record,
                f"Der Link hat Parameter (?{query})",
                hint=f"Lassen Sie sie weg, oder tragen Sie {host} beim Portal oder beim Ort als query_hosts: ein.",
                field=link.field,
                line=link.line,
            )


def query_hosts(catalog: Catalog) -> set[str]:
    """The hosts to which links with parameters may lead."""
    records: tuple[Portal | Municipality, ...] = (*catalog.all(Portal), *catalog.all(Municipality))
    return {host for record in records for host in record.query_hosts}


def _is_free(link: Link) -> bool:
    return link.in_text or isinstance(link.record, PortalChannel)
