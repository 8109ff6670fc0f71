"""What the documents of the JSON API are: their schemas and OpenAPI description are made from these declarations."""

import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, WithJsonSchema

Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
"""A full address."""


class Document(BaseModel):
    """What all parts share: nothing is added beside the declared fields, and each says what it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Licence(Document):
    """The terms under which the data may be used."""

    name: str
    url: Address


class Text(Document):
    """A text of an editor."""

    markdown: str
    """CommonMark without raw HTML; links are full addresses."""
    plain: str
    """The same words without marks, one line for each paragraph or entry."""


class Section(Text):
    """One part of a service's text."""

    name: str
    """What it is about: `documents`, `steps`, `deadlines` and so on."""
    heading: str
    """Its German heading, the text module of FIM."""
    fim: str | None
    """The code of that text module."""


class Version(Document):
    """A page in one language."""

    language: str
    """BCP 47; `de-simple` is Leichte Sprache."""
    title: str
    url: Address


class Texts(Version):
    """The words of a service in one language."""

    summary: str
    synonyms: tuple[str, ...]
    """What people type."""
    sections: tuple[Section, ...]


class Choice(Document):
    """A value from a list of the house, and its German word."""

    code: str
    label: str


class PostalAddress(Document):
    """A street address in Germany."""

    street: str
    postal_code: str
    city: str


class Contact(Document):
    """An office as one reaches it."""

    slug: str | None
    """Its name under `offices/`; none for the switchboard of a town hall and for offices without a page."""
    name: str
    address: PostalAddress | None
    phone: str | None
    email: str | None


class OtherPortal(Document):
    """A portal of another administration that carries on."""

    title: str
    operator: str


class Form(Document):
    """An online form."""

    title: str
    url: Address | None
    """None while it is known to be out of order."""
    pdf: Address | None
    languages: tuple[str, ...]
    minutes: int | None
    login: tuple[Choice, ...]
    payment: tuple[Choice, ...]


class WayIn(Document):
    """One thing a citizen can do now; the ways of a service come best first."""

    kind: str
    """`online`, `portal`, `pdf`, `appointment`, `in_person`, `post` or `phone`."""
    label: str
    """What stands on the button."""
    url: Address | None
    is_information: bool
    """True where one can only read on, or look up who is competent."""
    note: str | None
    choose: str | None
    """What to select on the other portal."""
    portal: OtherPortal | None
    form: str | None
    """The title of the form."""
    office: Contact | None
    login: tuple[Choice, ...]
    payment: tuple[Choice, ...]
    checked_on: datetime.date | None
    """When the address was last checked by an editor."""


class Fee(Document):
    """A fee: an amount, a range, or words."""

    label: str | None
    amount: Decimal | None
    """0.00 for what is free."""
    lower: Decimal | None
    upper: Decimal | None
    note: str | None
    words: str
    """All of it in one German line."""
    as_of: datetime.date | None
    source: str | None


class Norm(Document):
    """A legal basis."""

    text: str
    url: Address | None


class Town(Document):
    """A town that provides a service itself."""

    name: str
    is_offered: bool
    url: Address | None
    """The page of the service in the town's own portal."""


class ServiceLine(Document):
    """A service in a list."""

    slug: str
    """Stays the same as long as the service is published."""
    title: str
    summary: str
    url: Address
    document: Address
    """The whole service."""
    languages: tuple[Version, ...]
    leika: tuple[str, ...]
    """Keys of the Leistungskatalog, 14 digits each."""
    audience: tuple[str, ...]
    """`citizens`, `businesses`."""
    topics: tuple[str, ...]
    """Names under `topics.json`."""
    is_online: bool
    """True when a way in begins on the screen."""
    is_by_rule: bool
    """True when no editor wrote it, but another portal lists it."""
    changed: datetime.date


class Service(ServiceLine):
    """A service as this municipality offers it."""

    official_name: str | None
    ozg_id: str | None
    sdg: tuple[str, ...]
    level: Choice
    provider: str
    """Who is competent, in words."""
    texts: tuple[Texts, ...]
    """German first."""
    documents: tuple[str, ...]
    """What to bring, one by one, where the text is a plain list."""
    ways_in: tuple[WayIn, ...]
    offices: tuple[Contact, ...]
    fees: tuple[Fee, ...]
    forms: tuple[Form, ...]
    legal_basis: tuple[Norm, ...]
    towns: tuple[Town, ...]
    """Where to choose from, when the towns of a Kreis provide it."""
    related: tuple[str, ...]
    reviewed_on: datetime.date
    review_by: datetime.date
    valid_until: datetime.date | None
    licence: Licence | None


class OfficeLine(Contact):
    """An office in a list."""

    slug: str
    url: Address
    document: Address


class Office(OfficeLine):
    """An office."""

    description: Text | None
    opening_hours: str | None
    """In the notation of OpenStreetMap."""
    opening_note: str | None
    appointment_url: Address | None
    accessibility: str | None
    website: Address | None
    services: tuple[str, ...]
    licence: Licence | None


class Topic(Document):
    """A theme or an event in life."""

    slug: str
    kind: str
    """`theme` or `life_event`."""
    title: str
    summary: str
    url: Address
    languages: tuple[Version, ...]
    services: tuple[str, ...]


class Services(Document):
    """All services, from A to Z."""

    licence: Licence | None
    services: tuple[ServiceLine, ...]


class Offices(Document):
    """All offices, from A to Z."""

    licence: Licence | None
    offices: tuple[OfficeLine, ...]


class Topics(Document):
    """All topics, in the order of the portal."""

    licence: Licence | None
    topics: tuple[Topic, ...]


class Index(Document):
    """Where to begin."""

    title: str
    municipality: str
    ars: str
    """The Amtlicher Regionalschlüssel, 12 digits."""
    url: Address
    version: str
    licence: Licence | None
    services: Address
    offices: Address
    topics: Address
    openapi: Address
