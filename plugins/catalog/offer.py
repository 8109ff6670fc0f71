"""A service as one municipality offers it: competent offices, ways in, addresses, all references resolved."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plugins.catalog import labels, urls
from plugins.catalog.by_rule import Listed
from plugins.catalog.records import (
    CheckedLink,
    Choice,
    Form,
    Language,
    Login,
    Municipality,
    Office,
    Payment,
    Portal,
    Service,
    Topic,
    Translation,
)


@dataclass(frozen=True)
class WayIn:
    """One thing a citizen can do now: where it leads, who runs it, what it needs.

    `is_by_rule` when no editor wrote it, but nothing better was left; `listed` is what the other portal's list says.
    `is_information` when one can only read on there, or look up who is competent: also on pages that stand in by rule.
    `out_of_order` is what the link ledger says of the address it should have; `url` is then another one, or None.
    """

    kind: str
    label: str | None = None
    url: str | None = None
    note: str | None = None
    choose: str | None = None
    portal: Portal | None = None
    form: Form | None = None
    office: Office | None = None
    login: tuple[Login, ...] = ()
    payment: tuple[Payment, ...] = ()
    checked_on: datetime.date | None = None
    listed: Choice | None = None
    is_by_rule: bool = False
    is_information: bool = False
    out_of_order: CheckedLink | None = None

    def __hash__(self) -> int:
        """Of what tells one from most others, known from the first time on: pages look each up again and again."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.kind, self.label, self.url, self.note, self.choose, self.office.slug if self.office else ""))

    @property
    def is_online(self) -> bool:
        """True when it begins on the screen: at a form, or in a portal that does more than inform."""
        return self.kind in _ONLINE and not self.is_information

    @property
    def leads_on(self) -> bool:
        """True when a citizen can act on it: an address, a phone number, a place to go."""
        return not self.missing

    @cached_property
    def missing(self) -> str:
        """Why it does not lead on: `online`, `phone`, `listing` and so on, `broken`, `danger`; empty when it does."""
        if self.listed and not self.listed.available:
            return "listing"
        if self.out_of_order and not self.url:
            return str(self.out_of_order.state)
        if self.kind in _AT_AN_OFFICE:
            return self._missing_at(self.office) if self.office else "office"
        return "" if self.url else self.kind

    def _missing_at(self, office: Office) -> str:
        return "" if _AT_AN_OFFICE[self.kind](self, office) else self.kind


_ONLINE = frozenset(("online", "portal"))
_AT_AN_OFFICE: Mapping[str, Callable[[WayIn, Office], object]] = {
    "appointment": lambda way, _: way.url,
    "in_person": lambda _, office: office.address,
    "post": lambda _, office: office.address or office.email,
    "phone": lambda _, office: office.phone,
}
"""What has to be known where one goes, writes or calls."""


@dataclass(frozen=True, slots=True)
class Norm:
    """A legal basis as it is shown: words and, where there is one, an address."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class FormLink:
    """An online form with its address filled in for one service and municipality."""

    form: Form
    url: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a municipality says of a service in place of the shared text: parts of the page, by their names."""

    municipality: Municipality
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TownOffer:
    """A town one may live in, and whether it offers a service."""

    town: Municipality
    is_offered: bool


_LANGUAGES = tuple(Language)


class Line(NamedTuple):
    """What a list says of a service; `language` is the one of title and summary."""

    url: str
    title: str
    summary: str
    language: str
    provider: str
    kinds_of_ways: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """A service as one municipality offers it; `listing` when no editor wrote it, but another portal lists it.

    `municipalities` are the one whose portal it is and its Kreis. `closed` are the ways that lead nowhere here: written
    ones, and those by rule that are out of order. A Kreis has no ways into what its towns provide, but `towns` to
    choose from; `exceptions` are towns that do themselves what the others leave to the Kreis.
    """

    service: Service
    ways_in: tuple[WayIn, ...]
    offices: tuple[Office, ...]
    provider: str
    topics: tuple[Topic, ...]
    translations: tuple[Translation, ...]
    norms: tuple[Norm, ...]
    forms: tuple[FormLink, ...]
    municipalities: tuple[Municipality, ...]
    closed: tuple[WayIn, ...] = ()
    towns: tuple[TownOffer, ...] = ()
    exceptions: tuple[Municipality, ...] = ()
    listing: Listed | None = None

    @property
    def is_by_rule(self) -> bool:
        """True when nobody has written this service: all that is known of it is the line of a list."""
        return self.listing is not None

    @property
    def disrupted(self) -> tuple[WayIn, ...]:
        """The written ways that the link ledger calls out of order."""
        return tuple(way for way in self.closed if way.out_of_order and not way.is_by_rule)

    @property
    def slug(self) -> str:
        """The name of the service in addresses."""
        return self.service.slug

    @property
    def title(self) -> str:
        """The title in citizens' words."""
        return self.service.title

    @property
    def summary(self) -> str:
        """One or two sentences."""
        return self.service.summary

    @cached_property
    def url(self) -> str:
        """The address of its page."""
        return urls.service(self.service.slug)

    @property
    def first_url(self) -> str:
        """The address its page had first: a key that stays when the service gets another name."""
        return next((one for one in self.service.former_urls if urls.is_service(one)), self.url)

    @cached_property
    def texts(self) -> Mapping[Language, Service | Translation]:
        """Its words in every language they are written in, German first."""
        return {Language.GERMAN: self.service} | {text.language: text for text in self.translations}

    @cached_property
    def lines(self) -> Mapping[Language, Line]:
        """What lists say in each language: in German where nothing is written in it."""
        more = self.provider, self.kinds_of_ways
        told = {
            spoken: Line(self.url, text.title, text.summary, str(spoken), *more) for spoken, text in self.texts.items()
        }
        return dict.fromkeys(_LANGUAGES, told[Language.GERMAN]) | told

    @property
    def form_languages(self) -> tuple[Language, ...]:
        """The languages of its forms. That a text is translated does not say that an office speaks the language."""
        said = {language for link in self.forms for language in link.form.languages}
        return tuple(language for language in Language if language in said)

    @cached_property
    def files(self) -> frozenset[str]:
        """Where its German words come from: its own file, those of town and Kreis, or the list that names it."""
        return self.service.origin.files

    @cached_property
    def kinds_of_ways(self) -> tuple[str, ...]:
        """The kinds of ways in, best first, each once: `("online", "in_person")`."""
        return tuple(dict.fromkeys(way.kind for way in self.ways_in))

    @property
    def is_online(self) -> bool:
        """True when one of its ways in begins on the screen."""
        return any(way.is_online for way in self.ways_in)

    @property
    def body(self) -> str:
        """The provider where its words name one body: not for any town, „A oder B“ or „keine Stelle“."""
        choice = self.listing.choice if self.listing else None
        is_open = self.towns or (choice and self.provider == choice.competent and not choice.one_body)
        return "" if is_open else self.provider

    @property
    def provided_by(self) -> Municipality | None:
        """The town or the Kreis that is competent itself; None where Land, Bund or another body is."""
        return next((one for one in self.municipalities if one.name == self.provider), None)

    @property
    def kreis(self) -> Municipality | None:
        """The Kreis of the town whose portal it is; None for a Kreis itself and for a town that is its own."""
        return self.municipalities[1] if len(self.municipalities) > 1 else None

    @cached_property
    def own_words(self) -> tuple[OwnWords, ...]:
        """Who replaced which parts of the shared text, the nearest first; empty when nobody did."""
        if not any(file.startswith("municipalities/") for file in self.files):
            return ()
        found = (OwnWords(one, self._parts_of(one)) for one in self.municipalities)
        return tuple(own for own in found if own.parts)

    def _parts_of(self, municipality: Municipality) -> tuple[str, ...]:
        folder = f"municipalities/{municipality.slug}/"
        if not any(file.startswith(folder) for file in self.files):
            return ()
        own = [name for name in labels.PARTS if self.service.origin.file(name).startswith(folder)]
        return tuple(dict.fromkeys(labels.PARTS[name] for name in own))
