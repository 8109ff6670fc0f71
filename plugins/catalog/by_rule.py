"""A page for every service: what other portals list and nobody has written is a service by rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from plugins.catalog import markdown
from plugins.catalog.catalog import Catalog
from plugins.catalog.german import shortened, slug
from plugins.catalog.places import Origin, Place
from plugins.catalog.records import Channel, Choice, Fee, Landing, Portal, Service
from plugins.catalog.records.channel import PhoneChannel, PortalChannel
from plugins.catalog.records.fields import labelled
from plugins.catalog.targets import portal_with, uncovered

A_YEAR = timedelta(days=365)

BUND = "bund"
"""The short form of the portal that describes every service with a key; the way that is left when no other is."""

HELPLINE = "behoerdennummer-115"
"""The office of Land or Bund that knows who is competent when a list does not."""

LONGEST_NAME, LONGEST_PAGE, LONGEST_SUMMARY = 80, 90, 200


class ListedService(Service):
    """A service in the words of a list, whose titles are as long as they are."""

    title: str = labelled("Titel")


@dataclass(frozen=True, slots=True)
class Listed:
    """A service by rule, and where it comes from: what is to be chosen on which page, and its address today."""

    service: Service
    landing: Landing
    choice: Choice
    address: str


@dataclass(frozen=True, slots=True)
class _InList(Origin):
    """The origin of a service that is written nowhere but in a list."""

    choice: Choice

    @property
    def path(self) -> str:
        """The file of the list."""
        return self.choice.origin.path

    def places(self) -> Mapping[str, Place]:
        """Only a start: its words are none of the list's fields."""
        return {"": self.choice.place()}


def listed(catalog: Catalog) -> tuple[Listed, ...]:
    """One service for each listed choice without one, with the words of the list and nothing invented."""
    return catalog.once(_listed)


def _listed(catalog: Catalog) -> tuple[Listed, ...]:
    return tuple(_uncovered(catalog))


def known_as(catalog: Catalog, names: Mapping[str, Sequence[str]]) -> Iterator[Listed]:
    """Services by rule that got their names before, each by landing page and key, whatever else has a page now."""
    slugs = {tuple(key): slug for slug, key in names.items()}
    for landing in catalog.all(Landing):
        for choice in landing.choices:
            if (name := slugs.pop((landing.slug, choice.leika), None)) and landing.portal in catalog.portals:
                yield _one(catalog, name, landing, choice)


def _uncovered(catalog: Catalog) -> Iterator[Listed]:
    taken = {service.slug for service in catalog.services}
    for landing, choice in uncovered(catalog):
        if landing.portal not in catalog.portals or not choice.is_read("title", "leika"):
            continue
        name = _name(choice, taken)
        taken.add(name)
        yield _one(catalog, name, landing, choice)


def _one(catalog: Catalog, name: str, landing: Landing, choice: Choice) -> Listed:
    portal, bund = catalog.portals[landing.portal], portal_with(catalog, BUND)
    service = _service(name, landing, choice, portal, tuple(_channels(choice, portal, bund)))
    service.located(_InList(choice))
    return Listed(service, landing, choice, portal.at(landing.path))


def _name(choice: Choice, taken: set[str]) -> str:
    """The title as an address; what was cut or is taken ends in the key, so that it stays the same."""
    name = slug(shortened(choice.title, LONGEST_NAME, ""))
    is_whole = len(choice.title) <= LONGEST_NAME and name not in taken
    return name if name and is_whole else f"{name}-{choice.leika}".strip("-")


def _service(name: str, landing: Landing, choice: Choice, portal: Portal, channels: tuple[Channel, ...]) -> Service:
    return ListedService(
        slug=name,
        title=choice.title,
        leika=(choice.leika,),
        summary=shortened(_summary(landing, choice, portal), LONGEST_SUMMARY),
        full_text=markdown.escaped(_text(landing, choice, portal)),
        level=choice.level,
        audience=landing.audience,
        topics=landing.topics,
        owner="",
        reviewed_on=landing.checked_on,
        review_by=landing.checked_on + A_YEAR,
        fees=(_no_fee_named(),),
        channels=channels,
    )


@cache
def _no_fee_named() -> Fee:
    return Fee(note="Die Liste nennt keine Gebühr. Ob und wie viel es kostet, sagt Ihnen die zuständige Stelle.")


def _channels(choice: Choice, portal: Portal, bund: Portal | None) -> Iterator[Channel]:
    yield PortalChannel(kind="portal", portal=portal.slug)
    if bund and not (choice.available and bund.slug == portal.slug):
        label = "Im Bundesportal nachlesen" if choice.available else "Zuständige Stelle im Bundesportal suchen"
        yield PortalChannel(kind="portal", portal=bund.slug, url=f"{BUND}:{choice.leika}", label=label, informs=True)
    if not choice.available:
        note = "Dort erfahren Sie, wer für Sie zuständig ist."
        yield PhoneChannel(kind="phone", office=HELPLINE, note=note)


def _summary(landing: Landing, choice: Choice, portal: Portal) -> str:
    page = shortened(landing.title, LONGEST_PAGE)
    if choice.available:
        return f"Das erledigen Sie online im Portal „{portal.title}“. Dort gehört es zu „{page}“."
    return f"Das können Sie von hier aus nicht online erledigen. Es steht nur in der Liste von „{portal.title}“."


def _text(landing: Landing, choice: Choice, portal: Portal) -> str:
    who = f" Zuständig ist laut Liste: {choice.competent}." if choice.competent else ""
    return (
        f"Diese Leistung steht in der Liste des Portals „{portal.title}“ unter „{landing.title}“.{who}\n\n"
        "Einen eigenen Text haben wir dazu noch nicht. "
        "Voraussetzungen, Unterlagen und Fristen nennt Ihnen die zuständige Stelle."
    )
