"""Eine Rechtsgrundlage nennt ein Gesetz oder einen Namen."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Legal bases with neither, of which a page could only show the section."""
    for service in catalog.written:
        for basis in service.legal_basis:
            if not basis.law and not basis.name and basis.is_read("law", "name"):
                yield problem(
                    basis,
                    "Rechtsgrundlage ohne Gesetz",
                    hint="law: pauswg (Datei in content/laws/) — oder name: Hundesteuersatzung der Stadt",
                )
