"""The register of addresses: what was published once. `make addresses` writes it, nobody else."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import FormerUrl, RefersTo, labelled


class Register(Record):
    """Addresses that the portals of some municipalities have published; each in a line, none is ever taken out."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    municipalities: Annotated[tuple[str, ...], RefersTo("municipality")] = labelled("Orte", "In deren Portalen")
    addresses: tuple[FormerUrl, ...] = labelled("Adressen", "Geschrieben von `make addresses`, nicht von Hand")
