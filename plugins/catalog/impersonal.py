"""The content without the contacts of persons, for the portal of a municipality that says `personal_data: false`.

A mailbox or a mobile number of a person is taken from its office: the ways in that are left lead on. A text is never
rewritten: one that names a person is an error there, and its author mends it (`checks/personal_data.py`).
"""

from dataclasses import replace

from plugins.catalog import persons
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality, Office
from plugins.catalog.records.base import Record

CONTACTS = ("email", "phone")


def seen_from(catalog: Catalog, municipality: Municipality) -> Catalog:
    """What the portal of a municipality may show; the very same catalog where persons may be named."""
    return catalog if municipality.personal_data else catalog.once(_impersonal)


def _impersonal(catalog: Catalog) -> Catalog:
    return replace(catalog, records=tuple(map(_without_contacts, catalog.records)))


def _without_contacts(record: Record) -> Record:
    if not isinstance(record, Office):
        return record
    personal = [field for field in CONTACTS if persons.traces(getattr(record, field) or "")]
    return record.model_copy(update=dict.fromkeys(personal)) if personal else record


def unwilling(catalog: Catalog, record: Record) -> Municipality | None:
    """The first municipality without persons whose portal may show the texts of a record."""
    home = catalog.municipalities.get(_home(record))
    silent = (one for one in catalog.municipalities.values() if not one.personal_data)
    return next((one for one in silent if not home or home.belongs_with(one)), None)


def _home(record: Record) -> str:
    """Whose a record is; empty for what all municipalities share."""
    return record.slug if isinstance(record, Municipality) else getattr(record, "municipality", "")
