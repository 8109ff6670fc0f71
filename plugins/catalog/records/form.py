"""A form: a dynamic online form on a form server of the administration."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import (
    AddressTemplate,
    FormNumber,
    Language,
    Line,
    Login,
    Payment,
    RefersTo,
    WebAddress,
    labelled,
)


class Form(Record):
    """An online form. A town's own stands before that of its Kreis, and that before the shared one."""

    computed = frozenset({"slug", "municipality"})

    slug: str = labelled("Kennung", "Dateiname ohne .yaml, derselbe in jedem Ort")
    municipality: str = labelled("Ort", "Ordner, in dem die Datei liegt; leer: gemeinsam", default="")
    title: Line = labelled("Titel")
    server: Annotated[str, RefersTo("server")] | None = labelled(
        "Formularserver", "Datei in content/servers/", default=None
    )
    number: FormNumber | None = labelled(
        "Nummer dort", "Wie das Formular dort heißt; leer: wie die Datei", default=None
    )
    url: AddressTemplate | None = labelled(
        "Adresse", "Nur ohne Formularserver; darf {leika} und {ars} enthalten", default=None
    )
    login: tuple[Login, ...] = labelled("Anmeldung", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", default=())
    languages: tuple[Language, ...] = labelled("Sprachen", "In welchen Sprachen es das Formular gibt", default=())
    minutes: int | None = labelled("Dauer", "Minuten zum Ausfüllen", default=None, ge=1, le=240)
    pdf: WebAddress | None = labelled("PDF", "Formular zum Ausdrucken", default=None)
    embedded: bool = labelled("Einbetten", "true: Das Formular öffnet sich auf Klick in der Seite", default=False)
