"""What lists show of services: the line of each, and the pages that show them, as a build leaves them for an edit."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from plugins.catalog import urls
from plugins.catalog.directory import Directory
from plugins.catalog.offer import Line, Offer
from plugins.catalog.records import Language, Level, Service, Translation
from plugins.metadata.indexing import Indexing
from plugins.pages.view import Part, View
from search.packing import columns, framed

LISTS = frozenset({"office", "topic"})
"""The templates that show summaries of services."""

WORDS = frozenset({"a-z", "search"})
"""Those that show synonyms. All other lists show no more than titles, which no edit changes."""

_SHOWN = "offers"
_HEAD = [one.name for one in fields(View) if one.name != "values"]


@dataclass(frozen=True, eq=False)
class Listed(Mapping[str, Mapping[Language, Line]]):
    """The lines of all services of a portal by their names, each as JSON, and as it was `written` who shows them."""

    lines: Mapping[str, bytes]
    written: bytes
    read: dict[str, Mapping[Language, Line]] = field(default_factory=dict)

    @classmethod
    def of(cls, offers: Sequence[Offer], pages: Iterable[View]) -> "Listed":
        """What the pages of a portal show of its services."""
        places = {offer.url: place for place, offer in enumerate(offers)}
        shown = [_page(view, places) for view in pages if view.template in LISTS]
        return cls({offer.slug: _line(offer) for offer in offers}, json.dumps(shown).encode())

    def __getitem__(self, slug: str) -> Mapping[Language, Line]:
        if slug not in self.read:
            lines = json.loads(self.lines[slug])[0]
            told = {Language(line[3]): Line._make([*line[:5], tuple(line[5])]) for line in lines}
            self.read[slug] = dict.fromkeys(Language, told[Language.GERMAN]) | told
        return self.read[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def edited(self, offers: Iterable[Offer]) -> "Listed":
        """With what these services say of themselves now."""
        new = {offer.slug: _line(offer) for offer in offers}
        kept = {slug: told for slug, told in self.read.items() if slug not in new}
        return replace(self, lines={**self.lines, **new}, read=kept)

    def views(self, slugs: Collection[str], values: Callable[[View], Mapping[str, Any]]) -> Iterator[View]:
        """The pages that show some of these services; `values` are what else a page of its kind shows."""
        names = [*self.lines]
        asked = {names.index(slug) for slug in slugs if slug in self.lines}
        for page in self._pages if asked else ():
            if not asked.isdisjoint(page[_SHOWN]):
                view = _view(page)
                told = tuple(self[names[place]][view.language] for place in page[_SHOWN])
                yield replace(view, values={**view.values, **values(view), _SHOWN: told})

    def by_word(self, portal: Directory) -> Directory:
        """The portal with all of its services, of which no more is there than what lists by word show."""
        return replace(portal, offers=tuple(map(_named, self.lines, map(json.loads, self.lines.values()))))

    @cached_property
    def _pages(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.written)
        return found

    def stored(self) -> bytes:
        """As columns: pages, names, lines."""
        return framed([self.written, "\n".join(self.lines).encode(), b"\n".join(self.lines.values())])


def listed_from(data: bytes) -> Listed:
    """What was stored."""
    written, names, lines = columns(data)
    every = zip(names.decode().split("\n"), lines.split(b"\n"), strict=True) if names else ()
    return Listed(dict(every), written)


def _line(offer: Offer) -> bytes:
    """The lines in the languages that its texts are written in, the synonyms in each of them, the level."""
    lines = [offer.lines[language] for language in offer.texts]
    return json.dumps([lines, [text.synonyms for text in offer.texts.values()], offer.service.level]).encode()


def _named(slug: str, line: tuple[list[list[Any]], list[list[str]], str]) -> Offer:
    lines, synonyms, level = line
    (own, *others), (words, *other_words) = lines, synonyms
    service = Service.model_construct(slug=slug, title=own[1], synonyms=tuple(words), level=Level(level))
    translations = (
        Translation.model_construct(slug=slug, language=Language(one[3]), title=one[1], synonyms=tuple(said))
        for one, said in zip(others, other_words, strict=True)
    )
    return Offer(service, (), (), own[4], (), tuple(translations), (), (), ())


def _page(view: View, places: Mapping[str, int]) -> dict[str, Any]:
    """A page without its services, but for their places; what is no number is found again by the page itself."""
    head = {name: getattr(view, name) for name in _HEAD}
    plain = {name: value for name, value in view.values.items() if isinstance(value, int)}
    shown = [places[line.url] for line in view.values[_SHOWN]]
    return {**head, "indexing": astuple(view.indexing), "values": plain, _SHOWN: shown}


def _view(page: Mapping[str, Any]) -> View:
    head = {name: _frozen(page[name]) for name in _HEAD}
    head["language"] = Language(head["language"])
    head["indexing"] = Indexing(*head["indexing"])
    head["parts"] = tuple(Part(*part) for part in head["parts"])
    return View(**head, values=page["values"])


def _frozen(value: Any) -> Any:
    """What was a tuple is one again."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def office_of(view: View) -> str:
    """The name of the office that a page is about."""
    return view.url.removeprefix(urls.OFFICES).partition("/")[0]
