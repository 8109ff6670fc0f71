"""German words for values that are code."""

from collections.abc import Mapping
from typing import Any

from plugins.catalog.records import (
    Audience,
    Block,
    Language,
    Level,
    Licence,
    LinkState,
    Login,
    MunicipalityKind,
    Payment,
    TopicKind,
)

LEVELS = {
    Level.MUNICIPAL: "Stadt oder Gemeinde",
    Level.DISTRICT: "Kreis",
    Level.STATE: "Land",
    Level.FEDERAL: "Bund",
    Level.CHAMBER: "Kammer",
}
ANY_TOWN = "Ihre Stadt oder Gemeinde"
"""Who is competent for what a Kreis leaves to its towns."""

PROVIDERS = frozenset({ANY_TOWN, *LEVELS.values()})
"""Who is competent, where no name says it."""

AUDIENCES = {Audience.CITIZENS: "Bürgerinnen und Bürger", Audience.BUSINESSES: "Unternehmen"}
LOGINS = {
    Login.NONE: "nicht nötig",
    Login.BUNDID: "BundID",
    Login.BUNDID_SUBSTANTIAL: "BundID mit ELSTER-Zertifikat",
    Login.BUNDID_HIGH: "BundID mit Online-Ausweis",
    Login.UNTERNEHMENSKONTO: "Mein Unternehmenskonto",
    Login.ELSTER: "ELSTER",
    Login.EID: "Online-Ausweis",
    Login.OWN_ACCOUNT: "eigenes Konto im Portal",
}
PAYMENTS = {
    Payment.CASH: "bar",
    Payment.GIROCARD: "Girocard",
    Payment.CREDIT_CARD: "Kreditkarte",
    Payment.PAYPAL: "PayPal",
    Payment.INVOICE: "Rechnung",
    Payment.SEPA: "Lastschrift",
}
LICENCES = {
    Licence.DL_ZERO: "Datenlizenz Deutschland – Zero – Version 2.0",
    Licence.DL_BY: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    Licence.CC_ZERO: "Creative Commons Zero 1.0",
    Licence.CC_BY: "Creative Commons Namensnennung 4.0",
    Licence.EUPL: "European Union Public Licence 1.2",
}
LANGUAGES = {Language.GERMAN: "Deutsch", Language.ENGLISH: "English", Language.SIMPLE: "Leichte Sprache"}

WAYS = {
    "online": "Online",
    "portal": "Anderes Portal",
    "pdf": "PDF",
    "appointment": "Termin",
    "in_person": "Persönlich",
    "post": "Per Post",
    "phone": "Telefon",
}
"""Short labels of ways in, for badges."""

BADGES = {kind: WAYS[kind] for kind in ("online", "portal", "appointment")}
"""The ways in that a hit of the search names: those that begin on the screen."""

LINK_STATES = {
    LinkState.OK: "in Ordnung",
    LinkState.CAUTION: "von Hand zu prüfen",
    LinkState.BROKEN: "gestört",
    LinkState.DANGER: "gefährlich",
    LinkState.MISSING: "ohne Adresse",
    LinkState.PENDING: "noch offen",
}

_WORDS: tuple[Mapping[Any, str], ...] = (LEVELS, AUDIENCES, LOGINS, PAYMENTS, LICENCES, WAYS, LINK_STATES)
CHOICES: Mapping[str, str] = {
    **{str(value): words for choice in _WORDS for value, words in choice.items()},
    TopicKind.THEME: "Thema",
    TopicKind.LIFE_EVENT: "Lebenslage",
    MunicipalityKind.TOWN: "Stadt",
    MunicipalityKind.MUNICIPALITY: "Gemeinde",
    MunicipalityKind.CITY: "kreisfreie Stadt",
    MunicipalityKind.DISTRICT: "Kreis",
    Block.PUBLISHER: "Anbieter",
    Block.ACCESSIBILITY: "Ansprechstelle",
    Block.SHORTCUT: "Schalter für die Taste /",
    Block.PRIVACY: "Datenschutz",
}
"""German words for every value that an editor can choose."""

ACTIONS = {
    "online": "Online erledigen",
    "portal": "Weiter im anderen Portal",
    "pdf": "Formular als PDF",
    "appointment": "Termin vereinbaren",
    "in_person": "Persönlich vorbeikommen",
    "post": "Schreiben",
    "phone": "Anrufen",
}
"""What a citizen does on a way in, for buttons."""

FACETS = {"fuer": "Für wen", "nur": "Wie", "zustaendig": "Wer zuständig ist", "thema": "Thema"}
"""What hits of the search can be narrowed down by, under its name in the address."""

EVERYONE, ONLY_ONLINE = "Alle", "Nur online"

PARTS = {
    "summary": "Kurztext",
    "full_text": "Erklärung",
    "documents": "Unterlagen",
    "requirements": "Voraussetzungen",
    "steps": "Ablauf",
    "channels": "Wege",
    "fees": "Gebühren",
    "costs": "Gebühren",
    "deadlines": "Fristen",
    "processing_time": "Bearbeitungsdauer",
    "level": "Zuständigkeit",
    "offices": "Zuständigkeit",
    "competent_office": "Zuständigkeit",
    "contact": "Ansprechpunkt",
    "forms": "Formulare",
    "form_notes": "Formulare",
    "legal_basis": "Rechtsgrundlagen",
    "legal_notes": "Rechtsgrundlagen",
    "remedy": "Rechtsbehelf",
    "notes": "Hinweise",
    "further": "Links",
}
"""What of a service a citizen sees, in a word each; fields with one word are one part."""


def shown() -> list[str]:
    """Every word of this module that citizens read, to be translated."""
    tables: tuple[Mapping[Any, str], ...] = (LEVELS, AUDIENCES, LOGINS, PAYMENTS, WAYS, ACTIONS, PARTS, FACETS)
    return [ANY_TOWN, EVERYONE, ONLY_ONLINE, *(word for table in tables for word in table.values())]
