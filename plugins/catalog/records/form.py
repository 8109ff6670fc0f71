"""A form: a dynamic online form on a form server of the administration."""

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import AddressTemplate, Line, Login, Payment, WebAddress, labelled


class Form(Record):
    """An online form; `{leika}` and `{ars}` in its address are filled in per service and municipality."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    title: Line = labelled("Titel")
    url: AddressTemplate = labelled("Adresse", "Darf {leika} und {ars} enthalten")
    login: tuple[Login, ...] = labelled("Anmeldung", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", default=())
    minutes: int | None = labelled("Dauer", "Minuten zum Ausfüllen", default=None, ge=1, le=240)
    pdf: WebAddress | None = labelled("PDF", "Formular zum Ausdrucken", default=None)
