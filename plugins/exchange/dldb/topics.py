"""Topics and audience of a service: by the group of its LeiKa key, else by words of its title, never silently."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.catalog.reading import read_record
from plugins.catalog.records import Audience, Topic
from plugins.catalog.source import Source, read
from plugins.exchange.dldb.publisher import publisher
from plugins.exchange.files import ContentFile, content_file
from plugins.exchange.findings import Matter, Note
from plugins.exchange.ledger import ImportRefusedError

OWN_TOPICS = Path(__file__).parents[3] / "content" / "topics"


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of a table: a LeiKa group or a word, and what follows from it; no audience means: no statement."""

    key: str
    topics: tuple[str, ...]
    audience: tuple[Audience, ...]


def place_of(title: str, leika: tuple[str, ...], note: Note) -> tuple[tuple[str, ...], tuple[Audience, ...]]:
    """Topics and audience of a service; what does not follow from the key's group is noted."""
    group = next((rule for key in leika if (rule := groups().get(key[:5]))), None)
    hits = [rule for rule in words() if rule.key in _words_of(title)]
    topics = group.topics if group else _guessed(hits, note)
    return topics, _audience(group, hits, note)


def _guessed(hits: list[Rule], note: Note) -> tuple[str, ...]:
    if not hits:
        note(Matter.TOPIC, "kein Anhaltspunkt → weitere-dienstleistungen")
        return (publisher().fallback_topic.slug,)
    note(Matter.TOPIC, f"wegen „{hits[0].key.strip()}“ im Titel → {', '.join(hits[0].topics)}")
    return hits[0].topics


def _audience(group: Rule | None, hits: list[Rule], note: Note) -> tuple[Audience, ...]:
    """Citizens, unless a word of the title or the key's group says otherwise; the word is nearer."""
    by_word = next((rule for rule in hits if rule.audience), None)
    rule = by_word or group
    if rule is None or rule.audience in ((), (Audience.CITIZENS,)):
        return (Audience.CITIZENS,)
    reason = f"„{rule.key.strip()}“ im Titel" if by_word else f"Schlüsselgruppe {rule.key}"
    note(Matter.AUDIENCE, f"wegen {reason} → {', '.join(rule.audience)}")
    return rule.audience


def topic_files(used: Iterable[str]) -> Iterator[ContentFile]:
    """The files of these topics, taken from the generator's own content. Raises `ImportRefusedError`."""
    for slug in sorted(set(used)):
        if slug == publisher().fallback_topic.slug:
            yield content_file(publisher().fallback_topic)
            continue
        yield content_file(_own_topic(slug))


def _own_topic(slug: str) -> Topic:
    """A topic of the generator's own content, without the services it puts first: the import has others."""
    path = OWN_TOPICS / f"{slug}.yaml"
    source = read(path.name, OWN_TOPICS) if path.is_file() else None
    reading = read_record(source, Topic, slug=slug) if isinstance(source, Source) else None
    if reading is None or reading.problems:
        raise ImportRefusedError(f"Das Thema {path.name} fehlt in content/topics; topics.csv nennt es.")
    return reading.record.model_copy(update={"first": ()})


@cache
def groups() -> dict[str, Rule]:
    """Rules by LeiKa group, the first five digits of a key."""
    return {rule.key: rule for rule in _rules("topics.csv", "group")}


@cache
def words() -> tuple[Rule, ...]:
    """Rules by words of the title, the first one wins; `_` in the table is the edge of a word."""
    return tuple(_rules("words.csv", "word"))


def _words_of(title: str) -> str:
    words_only = re.findall(r"[^\W_]+", title.lower())
    return f" {' '.join(words_only)} "


def _rules(name: str, key: str) -> Iterator[Rule]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            audience = tuple(Audience(word) for word in row["audience"].split())
            yield Rule(row[key].replace("_", " "), tuple(row["topics"].split()), audience)
