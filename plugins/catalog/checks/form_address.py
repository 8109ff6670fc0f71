"""Ein Formular hat eine Adresse: die seines Servers oder eine eigene."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Form, Server


def check(catalog: Catalog) -> Iterator[Problem]:
    """Forms without an address or with two, and servers whose addresses are the same for every form."""
    for form in catalog.all(Form):
        if not form.is_read("server", "url"):
            continue
        if not form.server and not form.url:
            yield problem(form, "Formular ohne Adresse", hint="server: kreis (Datei in content/servers/) — oder url: …")
        if form.server and form.url:
            yield problem(form, "Formular mit zwei Adressen", hint="Löschen Sie server oder url.", field="url")
    for server in catalog.all(Server):
        if server.is_read("url") and "{form}" not in server.url:
            yield problem(
                server,
                "Jedes Formular hätte dieselbe Adresse",
                hint="Schreiben Sie {form}, wo der Name des Formulars steht.",
                field="url",
            )
