"""A channel: one way in to a service, best first. What a citizen can do now, and where it continues."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Day, Line, Login, Payment, RefersTo, WebAddress, labelled


class _Channel(Record):
    main = "kind"

    label: Line | None = labelled("Aufschrift", "Wortlaut des Knopfs, wenn der übliche nicht passt", default=None)
    note: Line | None = labelled("Hinweis", "Ein Satz dazu", default=None)
    office: Annotated[str, RefersTo("office")] | None = labelled(
        "Stelle", "Andere Stelle als die erste zuständige", default=None
    )
    login: tuple[Login, ...] = labelled("Anmeldung", "Welches Konto man braucht", default=())
    payment: tuple[Payment, ...] = labelled("Bezahlen", "Wie man bezahlen kann", default=())


class OnlineChannel(_Channel):
    """An online form of the administration itself."""

    kind: Literal["online"] = labelled("Art")
    form: Annotated[str, RefersTo("form")] = labelled("Formular", "Datei in content/forms/")


class PortalChannel(_Channel):
    """Another portal carries on; `choose` says what to select there."""

    kind: Literal["portal"] = labelled("Art")
    portal: Annotated[str, RefersTo("portal")] = labelled("Portal", "Datei in content/portals/")
    url: WebAddress | None = labelled("Tiefer Link", "Seite im anderen Portal; leer: dessen Startseite", default=None)
    choose: Line | None = labelled("Dort wählen", "Was im anderen Portal auszuwählen ist", default=None)
    checked_on: Day | None = labelled("Link geprüft am", "Wann der Link zuletzt stimmte", default=None)
    informs: bool = labelled("Nur zum Nachlesen", "true: Erledigen kann man dort nichts", default=False)


class AppointmentChannel(_Channel):
    """An appointment at the office; its address comes from the office."""

    kind: Literal["appointment"] = labelled("Art")


class InPersonChannel(_Channel):
    """A visit during opening hours."""

    kind: Literal["in_person"] = labelled("Art")


class PostChannel(_Channel):
    """A letter or a mail to the office."""

    kind: Literal["post"] = labelled("Art")


class PhoneChannel(_Channel):
    """A call to the office."""

    kind: Literal["phone"] = labelled("Art")


Channel = Annotated[
    OnlineChannel | PortalChannel | AppointmentChannel | InPersonChannel | PostChannel | PhoneChannel,
    Field(discriminator="kind"),
]
