"""What a message says, in the fields of our records as far as they go; slugs and all that it cannot say are missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.catalog.records import Language, Level
from plugins.exchange.xzufi.vocabulary import FORM, LEVEL, LIFE_EVENT, PORTAL, THEME


@dataclass(frozen=True, slots=True)
class Category:
    """A class, an id and a title of a publisher's own order: `thema`, `tiere`, „Tiere“."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class DraftService:
    """A service: `values` are fields of `Service`, `translations` those of `Translation`.

    `owner` names who approved the text; `offices` and `online` are the ids of other drafts, the first counts most;
    `areas` are regional keys of where it is valid.
    """

    id: str
    values: Mapping[str, Any]
    translations: Mapping[Language, Mapping[str, Any]]
    categories: tuple[Category, ...] = ()
    owner: str = ""
    offices: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of its themes and life events, where the message has classes of ours."""
        return tuple(one.id for one in self.categories if one.kind in (THEME, LIFE_EVENT))

    @property
    def level(self) -> Level | None:
        """Who offers it, where the message has a class of ours for that."""
        return next((Level(one.id) for one in self.categories if one.kind == LEVEL and one.id in list(Level)), None)


@dataclass(frozen=True, slots=True)
class DraftOffice:
    """An office: `values` are fields of `Office`."""

    id: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftOnline:
    """An online service: `values` are fields of `Form`."""

    id: str
    values: Mapping[str, Any]

    @property
    def form(self) -> str:
        """The name of the form, where it is one of ours."""
        return self.id.removeprefix(FORM) if self.id.startswith(FORM) else ""

    @property
    def portal(self) -> str:
        """The name of the other portal, where it is a page of one we know."""
        return self.id.rpartition("/")[2] if self.id.startswith(PORTAL) else ""


@dataclass(frozen=True, slots=True)
class Message:
    """Everything in a message, in its order."""

    services: tuple[DraftService, ...] = ()
    offices: tuple[DraftOffice, ...] = ()
    online: tuple[DraftOnline, ...] = ()
