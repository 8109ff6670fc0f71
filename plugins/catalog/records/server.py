"""A form server: where the dynamic online forms of an administration run, and how their addresses are made."""

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import AddressTemplate, Line, labelled


class Server(Record):
    """A form server; moving all its forms is a change of one line."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Name")
    operator: Line = labelled("Betreiber", "Wer die Formulare betreibt")
    url: AddressTemplate = labelled("Adresse", "Mit {form}; darf {leika} und {ars} enthalten")
