"""A service as a list shows it: in the language of the page where its text is written in it, else in German."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plugins.catalog import urls
from plugins.catalog.offer import Line, Offer
from plugins.catalog.records import Language, Topic


@dataclass(frozen=True, slots=True)
class TopicLine:
    """What a list says of a topic; `language` is the one of title and summary."""

    slug: str
    title: str
    summary: str
    language: str


@lru_cache
def topic_line(topic: Topic, language: Language) -> TopicLine:
    """One topic."""
    text = next((text for text in topic.translations if text.language is language), None)
    title, summary = (text.title, text.summary) if text else (topic.title, topic.summary)
    return TopicLine(topic.slug, title, summary, str(text.language if text else Language.GERMAN))


def lines(offers: Iterable[Offer], language: Language) -> tuple[Line, ...]:
    """Services in their order."""
    return tuple([offer.lines[language] for offer in offers])


def titles(offers: Iterable[Offer], language: Language) -> bytes:
    """What the search shows of the services that have a page in this language, by the addresses of the German ones."""
    return _written(language, _told(offers, language))


def again(titles: bytes, offers: Iterable[Offer]) -> bytes:
    """The same with other words of these services, of which each had a page in this language before."""
    found = json.loads(titles)
    language = Language(found["language"])
    return _written(language, {**found["services"], **_told(offers, language)})


def _told(offers: Iterable[Offer], language: Language) -> dict[str, dict[str, str]]:
    told = (shown for shown in lines(offers, language) if shown.language == language)
    return {
        shown.url: {"url": urls.in_language(shown.url, language), "title": shown.title, "summary": shown.summary}
        for shown in told
    }


def _written(language: Language, services: Mapping[str, Mapping[str, str]]) -> bytes:
    return json.dumps({"language": language, "services": dict(sorted(services.items()))}, ensure_ascii=False).encode()
