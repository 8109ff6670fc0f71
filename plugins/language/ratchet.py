"""Texts must not get harder to read: each service before and after a change. Shown, never blocking.

The tolerances are what one more plain sentence moves at most: one of the demo's, added to any of its services, moves
LIX by up to 0.9, the Wiener Sachtextformel by 0.3 and Flesch-Amstad by 1.4 in 99 of 100 cases.
"""

from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Local, Service
from plugins.catalog.records.fields import Language
from plugins.language.readability import Readability, readability_of
from plugins.language.texts import texts_of

LIX = 1.0
WIENER = 0.3
FLESCH = 1.5


@dataclass(frozen=True, slots=True)
class Change:
    """How a file's text read before and reads now; a new one has no before."""

    path: str
    before: Readability | None
    after: Readability

    @property
    def is_worse(self) -> bool:
        """True when a measure is worse by more than its tolerance."""
        return self.before is not None and (
            round(self.after.lix - self.before.lix, 1) > LIX
            or round(self.after.wiener - self.before.wiener, 1) > WIENER
            or round(self.before.flesch - self.after.flesch, 1) > FLESCH
        )


def compare(before: Catalog, after: Catalog) -> list[Change]:
    """The German texts of services that read otherwise than before, new ones too, in the order of their paths."""
    old = readabilities(before)
    return [Change(path, old.get(path), now) for path, now in readabilities(after).items() if now != old.get(path)]


def readabilities(catalog: Catalog) -> dict[str, Readability]:
    """How hard the German texts of services are to read, shared ones and those of towns, by path."""
    return {
        text.path: measures
        for text in texts_of(catalog)
        if isinstance(text.record, Service | Local) and text.language is Language.GERMAN
        if (measures := readability_of(text))
    }
