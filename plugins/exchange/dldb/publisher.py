"""What the export does not say about its publisher: a small content folder of ours beside the importer."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.catalog.catalog import load
from plugins.catalog.records import Municipality, Office, Page, Topic

FOLDER = Path(__file__).with_name("publisher")


@dataclass(frozen=True, slots=True)
class Publisher:
    """The municipality, its general contact, the topic for what fits nowhere, the page of attribution."""

    municipality: Municipality
    switchboard: Office
    fallback_topic: Topic
    page: Page
    attribution: str


@cache
def publisher() -> Publisher:
    """The publisher of the DLDB export: the City of Munich."""
    catalog, _ = load(FOLDER)
    (municipality,) = catalog.all(Municipality)
    (office,) = catalog.all(Office)
    (topic,) = catalog.all(Topic)
    (page,) = catalog.all(Page)
    return Publisher(municipality, office, topic, page, (FOLDER / "SOURCE.txt").read_text(encoding="utf-8"))
