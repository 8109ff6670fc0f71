"""What lists show of services: a row of each, as a build leaves them for an edit."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from typing import Any, NamedTuple

from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.directory import Directory
from plugins.catalog.german import sort_key
from plugins.catalog.offer import FormLink, Line, Offer
from plugins.catalog.records import Audience, Language, Level, Service, Translation
from plugins.pages import privacy
from plugins.pages.embedding import embedding
from plugins.pages.incremental.sketches import sketched
from search.packing import columns, framed


class Row(NamedTuple):
    """What the pages of others show of a service, as JSON has it.

    `lines` and `words` are its lines and its synonyms in the languages that it is written in, `topics`, `offices` and
    `owner` are names, `forms` have their addresses. `servers` are those that its ways and laws lead to, `embedded` is
    the form that opens inside its page.
    """

    lines: Sequence[Sequence[Any]]
    words: Sequence[Sequence[str]]
    level: str
    audience: Sequence[str]
    topics: Sequence[str]
    offices: Sequence[str]
    owner: str
    forms: Sequence[Sequence[str]]
    servers: Sequence[str]
    embedded: Sequence[str] | None
    is_by_rule: bool

    @property
    def title(self) -> str:
        """The German one."""
        return str(self.lines[0][1])

    @property
    def named(self) -> tuple[list[str], Sequence[Sequence[str]]]:
        """Titles and synonyms in all languages."""
        return [line[1] for line in self.lines], self.words

    @property
    def places(self) -> Iterator[tuple[str, str]]:
        """The topics and the offices with pages on which it stands."""
        yield from (("topic", one) for one in self.topics)
        yield from (("office", one) for one in self.offices)

    def told(self) -> dict[Language, Line]:
        """What lists say in each language."""
        found = {Language(line[3]): Line._make([*line[:5], tuple(line[5])]) for line in self.lines}
        return dict.fromkeys(Language, found[Language.GERMAN]) | found


@dataclass(frozen=True)
class StandIn(Offer):
    """A service of which no more is there than what lists show."""

    unwritten: bool = False

    @property
    def is_by_rule(self) -> bool:
        """As it is of the service."""
        return self.unwritten


@dataclass(frozen=True, eq=False)
class Listed(Mapping[str, Mapping[Language, Line]]):
    """The rows of all services of a portal by their names, in its order, each as JSON; what was `read` is at hand."""

    rows: Mapping[str, bytes]
    read: dict[bytes, Row] = field(default_factory=dict)
    stand_ins: dict[bytes, StandIn] = field(default_factory=dict)

    @classmethod
    def of(cls, catalog: Catalog, offers: Iterable[Offer]) -> "Listed":
        """What is shown of these services."""
        return cls({offer.slug: _written(catalog, offer) for offer in offers})

    def __getitem__(self, slug: str) -> Mapping[Language, Line]:
        return self.row(slug).told()

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, slug: str) -> Row:
        """What is shown of a service."""
        return self._read(self.rows[slug])

    def _read(self, row: bytes) -> Row:
        if row not in self.read:
            self.read[row] = Row(*json.loads(row))
        return self.read[row]

    def edited(self, catalog: Catalog, offers: Iterable[Offer]) -> "Listed":
        """With what these services say of themselves now, each in its place. Raises `ValueError` where two are one."""
        new = {offer.slug: _written(catalog, offer) for offer in offers}
        every = {**self.rows, **new}
        moved = [slug for slug, row in new.items() if self._read(row).title != self.row(slug).title]
        slugs = [slug for slug in self.rows if slug not in moved]
        for slug in moved:
            key = sort_key(self._read(every[slug]).title)
            place = bisect_left(slugs, key, key=lambda one: sort_key(self._read(every[one]).title))
            if place < len(slugs) and sort_key(self._read(every[slugs[place]]).title) == key:
                raise ValueError(slug)
            slugs.insert(place, slug)
        return replace(self, rows={slug: every[slug] for slug in slugs})

    def directory(self, found: Competence, portal: Directory) -> Directory:
        """The portal with all of its services, of which no more is there than what lists show."""
        return replace(portal, offers=tuple([self._stand_in(found, slug) for slug in self.rows]))

    def _stand_in(self, found: Competence, slug: str) -> StandIn:
        row = self.rows[slug]
        if row not in self.stand_ins:
            self.stand_ins[row] = _stand_in(found, slug, self._read(row))
        return self.stand_ins[row]

    def stored(self) -> bytes:
        """As columns: names, rows."""
        return framed(["\n".join(self.rows).encode(), b"\n".join(self.rows.values())])


def listed_from(data: bytes) -> Listed:
    """What was stored."""
    names, rows = columns(data)
    return Listed(dict(zip(names.decode().split("\n"), rows.split(b"\n"), strict=True)) if names else {})


def _written(catalog: Catalog, offer: Offer) -> bytes:
    embedded = embedding(catalog, offer)
    return json.dumps(
        Row(
            [offer.lines[language] for language in offer.texts],
            [text.synonyms for text in offer.texts.values()],
            offer.service.level,
            offer.service.audience,
            offer.service.topics,
            offer.service.offices,
            offer.service.owner,
            [(link.form.slug, link.url) for link in offer.forms],
            sorted(privacy.servers(privacy.of_service(offer))),
            astuple(embedded) if embedded else None,
            offer.is_by_rule,
        )
    ).encode()


def _stand_in(found: Competence, slug: str, row: Row) -> StandIn:
    (own, *others), (words, *other_words) = row.lines, row.words
    service = sketched(
        Service,
        slug=slug,
        title=own[1],
        summary=own[2],
        synonyms=tuple(words),
        level=Level(row.level),
        audience=tuple(map(Audience, row.audience)),
    )
    translations = (
        sketched(Translation, slug=slug, language=Language(one[3]), title=one[1], synonyms=tuple(said))
        for one, said in zip(others, other_words, strict=True)
    )
    near, is_left = found.nearest, found.is_left_to_the_towns(service)
    made = StandIn(
        service=service,
        ways_in=(),
        offices=() if is_left else tuple([office for name in row.offices if (office := near.office(name))]),
        provider=own[4],
        topics=found.topics(tuple(row.topics)),
        translations=tuple(translations),
        norms=(),
        forms=tuple([FormLink(form, url) for name, url in row.forms if (form := near.form(name))]),
        municipalities=(),
        unwritten=row.is_by_rule,
    )
    vars(made)["lines"] = row.told()
    return made
