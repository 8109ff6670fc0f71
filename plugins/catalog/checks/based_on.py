"""Wer eine gemeinsame Angabe ersetzt, merkt, wenn sie sich ändert."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import Service, fingerprint


def check(catalog: Catalog) -> Iterator[Problem]:
    """Local fields whose shared ones are others than those they were written for; only a hint."""
    shared = {service.slug: service for service in catalog.services}
    for local in catalog.local.values():
        service = shared.get(local.slug)
        if service is None or not local.replaced:
            continue
        current = fingerprint(service, local.replaced)
        if local.based_on != current:
            names = ", ".join(Service.model_fields[name].title or name for name in local.replaced)
            changed = "Die gemeinsamen Angaben haben sich geändert" if local.based_on else "Ersetzt gemeinsame Angaben"
            yield problem(
                local,
                f"{changed}: {names}",
                hint=f"Vergleichen Sie mit {service.origin.path}. Wenn alles stimmt: based_on: {current}",
                field="based_on",
                severity=Severity.HINT,
            )
