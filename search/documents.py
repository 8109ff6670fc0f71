"""Services → search documents. The only module of the search that knows the catalog."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from plugins.catalog import catalog
from plugins.catalog.directory import Directory, Offer, directory
from plugins.catalog.markdown import to_text
from plugins.catalog.records import Level

_BODY = (
    "full_text",
    "requirements",
    "documents",
    "steps",
    "costs",
    "deadlines",
    "processing_time",
    "form_notes",
    "notes",
)
"""The texts about the service itself; remedy, law and contact read alike everywhere and would only add noise."""


BY_RULE = 0.3
"""What a match in a service that nobody wrote is worth beside one in a written service."""

OWN, FOREIGN = 1.0, 0.98
"""What the municipality does itself comes before what others do, where both fit alike."""


class MissingContentError(Exception):
    """The folder, its services or the municipality are missing; says so in German, with the remedy."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One service as the search sees it: plain text, references resolved.

    `weight` is what a hit is worth beside others that fit as well; `valid_until` is an ISO date, or empty;
    `is_by_rule` when nobody wrote it.
    """

    slug: str
    url: str
    title: str
    official_name: str
    other_titles: tuple[str, ...]
    synonyms: tuple[str, ...]
    summary: str
    body: str
    provider: str
    ways: tuple[str, ...]
    audience: tuple[str, ...]
    topics: tuple[str, ...]
    leika: tuple[str, ...]
    weight: float = 1.0
    valid_until: str = ""
    is_by_rule: bool = False


def documents(offered: Directory) -> list[SearchDocument]:
    """The services of a directory by name: of equally good hits that is the order, whatever title they have now."""
    return [_document(offer, offered.municipality.own_level) for offer in _by_name(offered.offers)]


def compared(offers: Iterable[Offer]) -> list[SearchDocument]:
    """By name, with no more than what makes them alike: nothing of their text, nor of who is competent."""
    return [
        SearchDocument(
            slug=offer.slug,
            url="",
            title=offer.title,
            official_name="",
            other_titles=(),
            synonyms=_synonyms(offer),
            summary=offer.summary,
            body="",
            provider="",
            ways=(),
            audience=_audience(offer),
            topics=_topics(offer),
            leika=(),
            is_by_rule=offer.is_by_rule,
        )
        for offer in _by_name(offers)
    ]


def _by_name(offers: Iterable[Offer]) -> list[Offer]:
    return sorted(offers, key=attrgetter("slug"))


def _document(offer: Offer, own_level: Level) -> SearchDocument:
    service = offer.service
    return SearchDocument(
        slug=offer.slug,
        url=offer.url,
        title=offer.title,
        official_name=service.official_name or "",
        other_titles=tuple(text.title for text in offer.translations),
        synonyms=_synonyms(offer),
        summary=offer.summary,
        body=_body(offer),
        provider=offer.provider,
        ways=offer.kinds_of_ways,
        audience=_audience(offer),
        topics=_topics(offer),
        leika=service.leika,
        weight=(OWN if service.level is own_level else FOREIGN) * (BY_RULE if offer.is_by_rule else 1),
        valid_until=service.valid_until.isoformat() if service.valid_until else "",
        is_by_rule=offer.is_by_rule,
    )


def _body(offer: Offer) -> str:
    """The texts; of a service by rule only where it belongs, for the sentences around it are the same everywhere."""
    if offer.listing:
        return offer.listing.landing.title
    return " ".join(text for name in _BODY if (text := to_text(getattr(offer.service, name))))


def _audience(offer: Offer) -> tuple[str, ...]:
    return tuple(audience.value for audience in offer.service.audience)


def _topics(offer: Offer) -> tuple[str, ...]:
    return tuple(topic.slug for topic in offer.topics)


def _synonyms(offer: Offer) -> tuple[str, ...]:
    """The words of the people in every language: „id card“ finds the Personalausweis."""
    return (*offer.service.synonyms, *(words for text in offer.translations for words in text.synonyms))


def load(content: Path, municipality: str | None = None) -> list[SearchDocument]:
    """The documents of one municipality of a content folder; raises MissingContentError."""
    if not content.is_dir():
        raise MissingContentError(
            f"Den Ordner {content} gibt es nicht. Geben Sie den Ordner der Inhalte an: --content DIR"
        )
    found, _ = catalog.load(content)
    if not found.services:
        raise MissingContentError(f"Im Ordner {content} sind keine Dienstleistungen (services/<name>.md).")
    asked_for = found.first_municipality if municipality is None else found.municipalities.get(municipality)
    if asked_for is None:
        raise MissingContentError(
            f"Die Kommune „{municipality or ''}“ gibt es nicht. "
            f"Bekannt: {', '.join(sorted(found.municipalities)) or 'keine'}"
        )
    return documents(directory(found, asked_for))
