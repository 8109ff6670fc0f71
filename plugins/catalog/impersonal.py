"""The content without the persons in it, for the portal of a municipality that says `personal_data: false`.

A mailbox or a mobile number of a person is taken from its office: the ways in that are left lead on. In a text the
municipality stands in its place, so that no sentence loses its end.
"""

from dataclasses import replace

from plugins.catalog import addresses, persons
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality, Office
from plugins.catalog.records.base import Record
from plugins.catalog.wording import is_worded, reworded


def seen_from(catalog: Catalog, municipality: Municipality) -> Catalog:
    """What the portal of a municipality may show; the very same catalog where persons may be named."""
    if municipality.personal_data:
        return catalog
    records = (_without_persons(record, catalog, municipality) for record in catalog.records)
    return replace(catalog, records=tuple(records))


def _without_persons(record: Record, catalog: Catalog, here: Municipality) -> Record:
    if not is_worded(record):
        return record
    if isinstance(record, Office):
        record = _without_contacts(record)
    own = catalog.municipalities.get(getattr(record, "municipality", ""), here)
    words = _instead(here if persons.traces(f"{own.email} {own.phone}") else own)
    return reworded(record, lambda text: persons.without(text, words))


def _without_contacts(office: Office) -> Office:
    personal = [field for field in ("email", "phone") if persons.traces(getattr(office, field) or "")]
    return office.model_copy(update=dict.fromkeys(personal))


def _instead(town: Municipality) -> dict[str, str]:
    """What stands in place of each kind of trace."""
    return {
        "mail": town.email,
        "mobile": town.phone,
        "name": town.name,
        "mailto": f"[{town.email}](mailto:{town.email})",
        "tel": f"[{town.phone}](tel:{addresses.international(town.phone)})",
    }
