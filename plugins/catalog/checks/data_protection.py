"""Der Datenschutztext erfindet nichts: Wen man fragt, wer den Server betreibt und was er aufzeichnet, sagt der Ort."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import Block, DataProtection, Municipality

_MISSING = (
    ("officer_email", "wie man die oder den Datenschutzbeauftragten erreicht", "datenschutz@stadt.de"),
    ("hosted_by", "wer den Server betreibt", "Name des Rechenzentrums, oder Ihr eigener"),
    ("log_days", "wie lange der Server Zugriffe aufbewahrt", "7, oder 0 für gar nicht"),
)


def check(catalog: Catalog) -> Iterator[Problem]:
    """What the text of a portal cannot say; only where a page has the block `privacy`."""
    if not any(Block.PRIVACY in page.blocks for page in catalog.pages):
        return
    for town in catalog.all(Municipality):
        if not town.successor and town.is_read("data_protection"):
            yield from _problems(town)


def _problems(town: Municipality) -> Iterator[Problem]:
    facts = town.data_protection or DataProtection()
    for field, what, example in _MISSING:
        if getattr(facts, field) is None and facts.is_read(field):
            yield problem(
                town,
                f"Der Datenschutztext sagt nicht, {what}",
                hint=f"Schreiben Sie unter data_protection: {field}: {example}",
                field="data_protection",
                severity=Severity.HINT,
            )
