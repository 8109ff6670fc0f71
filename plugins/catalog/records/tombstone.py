"""A tombstone: pages that are gone for good, why, and where to go instead."""

from typing import Annotated

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Day, FormerUrl, Line, Successor, Unique, labelled


class Tombstone(Record):
    """What stands at the addresses of a page that is gone, in every portal or in that of one municipality."""

    computed = frozenset({"slug", "municipality"})

    slug: str = labelled("Kennung", "Dateiname ohne .yaml, am besten wie die Seite hieß")
    municipality: str = labelled("Ort", "Ordner, in dem die Datei liegt; leer: in allen Portalen", default="")
    title: Line = labelled("Titel", "Wie die Seite hieß")
    addresses: Annotated[tuple[FormerUrl, ...], Unique] = labelled(
        "Adressen", "Unter denen sie stand: /leistungen/hund-anmelden/", min_length=1
    )
    since: Day = labelled("Seit", "Seit wann es sie nicht mehr gibt")
    reason: Line = labelled("Warum", "Ein Satz für die Leute, die sie suchen")
    successor: Successor | None = labelled(
        "Stattdessen",
        "Eine Seite wie /themen/tiere/ oder eine Kurzform wie wsp:99050012104000; leer: nichts",
        default=None,
    )
