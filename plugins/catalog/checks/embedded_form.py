"""Ein eingebettetes Formular hat einen Betreiber und liegt nicht auf dem Server eines Portals."""

from collections.abc import Iterator

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.links import Link
from plugins.catalog.places import Problem
from plugins.catalog.records import Form, Municipality, Server


def check(catalog: Catalog) -> Iterator[Problem]:
    """Embedded forms of nobody, and those that share a portal's host: a sandbox does not hold what is of one origin."""
    portals = {addresses.host_of(town.portal_url) for town in catalog.all(Municipality)}
    servers = {server.slug: server for server in catalog.all(Server)}
    for form in catalog.all(Form):
        if form.embedded and form.is_read("server"):
            yield from _problems(form, servers.get(form.server or ""), portals)


def _problems(form: Form, server: Server | None, portals: set[str | None]) -> Iterator[Problem]:
    if not form.server:
        yield problem(
            form,
            "Eingebettetes Formular ohne Betreiber",
            hint="Schreiben Sie server: … (Datei in content/servers/) statt url, oder löschen Sie embedded.",
            field="embedded",
        )
    elif server and (host := addresses.host_of(Link(server, "url", server.url).checkable)) in portals - {None}:
        yield problem(
            form,
            f"Das eingebettete Formular liegt auf „{host}“, dem Server eines Portals",
            hint="Löschen Sie embedded; der Link bleibt.",
            field="embedded",
        )
