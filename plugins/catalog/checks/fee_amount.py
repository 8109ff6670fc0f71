"""Eine Gebühr nennt einen Betrag oder erklärt, warum nicht."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.records import Fee


def check(catalog: Catalog) -> Iterator[Problem]:
    """Fees that say nothing, or contradict themselves."""
    for service in catalog.written:
        for fee in service.fees:
            yield from _check_fee(fee)


def _check_fee(fee: Fee) -> Iterator[Problem]:
    has_range = fee.lower is not None or fee.upper is not None
    is_silent = fee.amount is None and not has_range and not fee.note
    if is_silent and fee.is_read("amount", "lower", "upper", "note"):
        yield problem(fee, "Gebühr ohne Betrag", hint="amount: 12,50 — oder note: „nach Aufwand“")
    if fee.amount is not None and has_range:
        yield problem(fee, "Gebühr mit Betrag und Spanne zugleich", hint="Löschen Sie amount oder lower und upper.")
    if fee.lower is not None and fee.upper is not None and fee.lower > fee.upper:
        yield problem(fee, "Die Spanne beginnt über ihrem Ende", hint="Tauschen Sie lower und upper.", field="lower")
    has_origin = bool(fee.as_of and fee.source) or not fee.is_read("as_of", "source")
    if (fee.amount is not None or has_range) and not has_origin:
        yield problem(fee, "Betrag ohne Stand oder Quelle", hint="as_of: 2026-06-08 und source: Gebührenordnung")
