"""German words for values that are code."""

from plugins.catalog.records import Audience, Language, Level, Login, Payment

LEVELS = {
    Level.MUNICIPAL: "Stadt oder Gemeinde",
    Level.DISTRICT: "Kreis",
    Level.STATE: "Land",
    Level.FEDERAL: "Bund",
    Level.CHAMBER: "Kammer",
}
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
    Payment.GIROPAY: "giropay",
}
LANGUAGES = {Language.GERMAN: "Deutsch", Language.ENGLISH: "English", Language.SIMPLE: "Leichte Sprache"}
LANGUAGE_TAGS = {Language.GERMAN: "de", Language.ENGLISH: "en", Language.SIMPLE: "de-simple"}
"""BCP 47 tags for `lang` and `hreflang`."""

WAYS = {
    "online": "Online",
    "portal": "Anderes Portal",
    "appointment": "Termin",
    "in_person": "Persönlich",
    "post": "Per Post",
    "phone": "Telefon",
}
"""Short labels of ways in, for badges."""

ACTIONS = {
    "online": "Online erledigen",
    "portal": "Weiter im anderen Portal",
    "appointment": "Termin vereinbaren",
    "in_person": "Persönlich vorbeikommen",
    "post": "Schreiben",
    "phone": "Anrufen",
}
"""What a citizen does on a way in, for buttons."""
