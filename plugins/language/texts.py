"""The texts of a catalog that people read: of services, towns, pages, topics and offices, each in its language."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Form, Local, Office, Page, Service, Topic, TopicText, Translation
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Language
from plugins.language.prose import Passage, passages

_READ = (Service, Local, Translation, Page, Topic, Office, Form)


@dataclass(frozen=True, slots=True)
class Text:
    """What one file says to people; `owner` is the role of the department that keeps it, where one does."""

    record: Record
    language: Language
    passages: tuple[Passage, ...]
    owner: str = ""

    @property
    def path(self) -> str:
        """The file."""
        return self.record.origin.path

    @property
    def service(self) -> str:
        """The service that it describes, in any language and for any town; empty for other texts."""
        return self.record.slug if isinstance(self.record, Service | Local | Translation) else ""

    @property
    def words(self) -> tuple[str, ...]:
        """What is written, wherever it stands."""
        return tuple(passage.text for passage in self.passages)


def texts_of(catalog: Catalog) -> Iterator[Text]:
    """All texts, in the order of their paths."""
    owners = {service.slug: service.owner for service in catalog.services}
    for record in catalog.records:
        if isinstance(record, _READ):
            named = getattr(record, "owner", "")
            kept = isinstance(record, Local | Translation) and owners.get(record.slug, "")
            yield text_of(record, named or kept or "")
        if isinstance(record, Topic):
            yield from map(text_of, record.translations)


def changed_texts(before: Catalog, after: Catalog) -> list[Text]:
    """The texts that read otherwise than before, new ones too; one that only moved in its file does not."""
    old = {(text.path, text.language): text.words for text in texts_of(before)}
    return [text for text in texts_of(after) if text.words != old.get((text.path, text.language))]


def text_of(record: Record, owner: str = "") -> Text:
    """The text of one record; what is no translation is German."""
    language = record.language if isinstance(record, Translation | TopicText) else Language.GERMAN
    return Text(record, language, tuple(passages(record)), owner)
