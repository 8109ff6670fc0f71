"""Ein Server steht mit seinem genauen Namen da, ohne https:// und ohne Pfad."""

from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Municipality, Portal


def check(catalog: Catalog) -> Iterator[Problem]:
    """Hosts that are no host names; a wrong one would open the door to look-alikes."""
    records: tuple[Portal | Municipality, ...] = (*catalog.all(Portal), *catalog.all(Municipality))
    for record in records:
        for field, hosts in (("hosts", record.hosts), ("query_hosts", record.query_hosts)):
            for host in hosts:
                if not addresses.is_host(host):
                    hint = "Zum Beispiel: www.bauportal.nrw"
                    yield problem(record, f"„{host}“ ist kein Servername", hint=hint, field=field)
