"""The records: what each kind of content is, declared once, with German titles and help."""

from plugins.catalog.records.channel import Channel
from plugins.catalog.records.fields import Audience, Language, Level, Login, Payment
from plugins.catalog.records.form import Form
from plugins.catalog.records.landing import Choice, Landing
from plugins.catalog.records.law import Law
from plugins.catalog.records.ledger import OUT_OF_ORDER, CheckedLink, Ledger, LinkState
from plugins.catalog.records.local import Local, LocalService, fingerprint, overlaid
from plugins.catalog.records.medium import Medium
from plugins.catalog.records.municipality import DataProtection, Licence, Municipality, MunicipalityKind
from plugins.catalog.records.office import Office, PostalAddress
from plugins.catalog.records.page import Block, Page
from plugins.catalog.records.portal import Portal
from plugins.catalog.records.register import Register
from plugins.catalog.records.server import Server
from plugins.catalog.records.service import Fee, LegalBasis, Maturity, Service, Texts, Translation
from plugins.catalog.records.tombstone import Tombstone
from plugins.catalog.records.topic import Topic, TopicKind, TopicText
from plugins.catalog.records.wordlist import WordList

__all__ = [
    "OUT_OF_ORDER",
    "Audience",
    "Block",
    "Channel",
    "CheckedLink",
    "Choice",
    "DataProtection",
    "Fee",
    "Form",
    "Landing",
    "Language",
    "Law",
    "Ledger",
    "LegalBasis",
    "Level",
    "Licence",
    "LinkState",
    "Local",
    "LocalService",
    "Login",
    "Maturity",
    "Medium",
    "Municipality",
    "MunicipalityKind",
    "Office",
    "Page",
    "Payment",
    "Portal",
    "PostalAddress",
    "Register",
    "Server",
    "Service",
    "Texts",
    "Tombstone",
    "Topic",
    "TopicKind",
    "TopicText",
    "Translation",
    "WordList",
    "fingerprint",
    "overlaid",
]
