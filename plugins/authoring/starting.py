"""`make new-service`: what is known of a service before anybody has written about it, and what is already there."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plugins.authoring.asking import RefusedError
from plugins.authoring.scaffold import scaffold
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.catalog.german import did_you_mean, slug
from plugins.catalog.records import Choice, Landing, Service
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import LeikaKey, Section
from plugins.catalog.records.service import Title
from search import likeness
from search.desk import Desk
from search.documents import SearchDocument, documents

LONGEST_SLUG = 80
BEST = 3
"""How many hits of the search are named."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A file to be written, and what its author should know."""

    path: str
    text: str
    remarks: tuple[str, ...]


def begin(catalog: Catalog, name: str, leika: str, owner: str, today: datetime.date) -> Beginning:
    """The file of a new service. Raises `RefusedError`."""
    path = f"services/{_slug(catalog, name)}.md"
    _valid(Title, name)
    leika = _valid(LeikaKey, "".join(leika.split())) if leika else ""
    _known_owner(catalog, owner)
    listed = [found for (_, key), found in catalog.choices.items() if key == leika]
    values = {"title": name, **_from_lists(leika, listed), **_dates(today), **({"owner": owner} if owner else {})}
    text = scaffold(Service, values, {"synonyms", "offices", *_usual_texts(catalog)})
    return Beginning(path, text, (*_about_key(catalog, leika, listed), *_already_there(catalog, name, leika)))


def _slug(catalog: Catalog, name: str) -> str:
    found = slug(name)
    if not found or len(found) > LONGEST_SLUG:
        raise RefusedError(f"Aus „{name}“ wird keine Adresse. Nennen Sie die Leistung kurz: NAME=„Hund anmelden“")
    if ("service", found) in catalog.names:
        raise RefusedError(
            f"services/{found}.md gibt es schon. Ändern Sie diese Datei oder wählen Sie einen anderen Namen."
        )
    return found


def _valid(kind: Any, value: str) -> str:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        found = error.errors()[0]
        hint = found.get("ctx", {}).get("hint", "Höchstens 80 Zeichen in einer Zeile.")
        raise RefusedError(f"{found['msg']}. {hint}") from None
    return value


def _known_owner(catalog: Catalog, owner: str) -> None:
    roles = {role for kind, role in catalog.names if kind == "office"}
    if owner and owner not in roles:
        hint = did_you_mean(owner, roles) or f"Bekannt sind: {', '.join(sorted(roles))}."
        raise RefusedError(f"Die Stelle „{owner}“ gibt es nicht. {hint}")


def _from_lists(leika: str, listed: Sequence[tuple[Landing, Choice]]) -> dict[str, Any]:
    """What the lists of other portals say of a key; a list names a way to its portal, the address comes from it."""
    if not leika:
        return {}
    if not listed:
        return {"leika": [leika]}
    landing, choice = listed[0]
    return {
        "official_name": choice.title,
        "leika": [leika],
        "level": str(choice.level),
        "audience": [str(one) for one in landing.audience],
        "topics": list(landing.topics),
        "channels": [{"kind": "portal", "portal": landing.portal} for landing, _ in listed],
    }


def _dates(today: datetime.date) -> dict[str, str]:
    in_a_year = today.replace(year=today.year + 1, day=min(today.day, 28))
    return {"reviewed_on": today.isoformat(), "review_by": in_a_year.isoformat()}


def _usual_texts(catalog: Catalog) -> Iterator[str]:
    """The texts that at least half of the services have."""
    for name in marked_fields(Service, Section):
        if 2 * sum(bool(getattr(service, name)) for service in catalog.services) >= len(catalog.services):
            yield name


def _about_key(catalog: Catalog, leika: str, listed: Sequence[tuple[Landing, Choice]]) -> Iterator[str]:
    for landing, _ in listed[:1]:
        portal = catalog.portals.get(landing.portal)
        title = portal.title if portal else landing.portal
        yield f"Übernommen aus der Liste von {title}, Stand {landing.checked_on:%d.%m.%Y}."
    if leika and not listed:
        yield f"Den Leistungsschlüssel {leika} führt keine Liste hier. Vergleichen Sie ihn mit dem FIM-Portal."


def _already_there(catalog: Catalog, name: str, leika: str) -> Iterator[str]:
    """Services with the same key, with nearly the same title, and what the search finds for the name."""
    for service in catalog.services:
        if leika in service.leika:
            yield f"Denselben Leistungsschlüssel hat schon: {service.title} ({service.origin.path})"
    town = catalog.first_municipality
    known = documents(directory(catalog, town)) if town else []
    written = [document for document in known if not document.is_by_rule]
    if not written:
        return
    for other in _same_name(written, name):
        yield f"Auffällig ähnlich: {other.title} (services/{other.slug}.md). Gehört Ihr Text vielleicht dort hinein?"
    hits = [document.title for document, _ in Desk.of(known).best(name)[:BEST]]
    if hits:
        yield f"Wer „{name}“ sucht, findet bisher: {' · '.join(hits)}"


def _same_name(written: Sequence[SearchDocument], name: str) -> list[SearchDocument]:
    """The services whose title, or one of whose words of the people, is nearly the name."""
    titles = [replace(document, synonyms=(), summary="") for document in written]
    new = replace(titles[0], slug="", title=name)
    pairs = likeness.near_duplicates([new, *titles])
    alike = {side.slug for pair in pairs for side in (pair.one, pair.other) if "" in (pair.one.slug, pair.other.slug)}
    called = {document.slug for document in written if slug(name) in map(slug, document.synonyms)}
    return [document for document in written if document.slug in (alike | called) - {""}]
