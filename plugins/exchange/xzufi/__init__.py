"""XZuFi 2.2.0, the format in which administrations exchange descriptions of services; experimental without an XSD."""

from plugins.exchange.xzufi.drafts import Category, DraftOffice, DraftOnline, DraftService, Message
from plugins.exchange.xzufi.reading import read

__all__ = ["Category", "DraftOffice", "DraftOnline", "DraftService", "Message", "read"]
