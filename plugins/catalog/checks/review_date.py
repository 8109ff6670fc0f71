"""Geprüft wird in der Vergangenheit, wieder zu prüfen ist danach."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity


def check(catalog: Catalog) -> Iterator[Problem]:
    """Review dates in the wrong order, in the future, or overdue (only a hint)."""
    for service in catalog.written:
        if service.is_read("reviewed_on") and service.reviewed_on > catalog.today:
            yield problem(
                service,
                "Das Prüfdatum liegt in der Zukunft",
                hint="Tragen Sie den Tag der letzten Prüfung ein.",
                field="reviewed_on",
            )
        if not service.is_read("review_by"):
            continue
        if service.is_read("reviewed_on") and service.review_by <= service.reviewed_on:
            yield problem(
                service,
                "Die nächste Prüfung liegt vor der letzten",
                hint="Meist ein Jahr nach reviewed_on.",
                field="review_by",
            )
        elif service.review_by < catalog.today:
            yield problem(
                service,
                f"Prüfung überfällig seit {service.review_by:%d.%m.%Y}",
                hint="Prüfen Sie den Text und setzen Sie reviewed_on und review_by neu.",
                field="review_by",
                severity=Severity.HINT,
            )
