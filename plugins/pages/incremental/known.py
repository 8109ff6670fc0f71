"""What a full build knows of a portal as a whole, and an edit of texts leaves as it is."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from plugins.catalog import by_rule as by_rules
from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import named_services
from plugins.catalog.competence import Competence, towns_of
from plugins.catalog.directory import Directory
from plugins.catalog.kept import Kept
from plugins.catalog.records import Office, Service, Translation
from plugins.catalog.records.base import Record
from plugins.catalog.records.medium import FOLDER
from plugins.metadata.indexing import Indexing
from plugins.metadata.schema_org.site import Site
from plugins.pages import titles
from plugins.pages.incremental.listed import Listed
from plugins.pages.view import View
from plugins.pages.views import related
from search import blocks
from search.lines import Lines

SERVICES = "services/"
"""The folder of what may be edited alone."""

_OWN = "fees|maturity|official_name|ozg_id|review_by|reviewed_on|sdg|source_url"
_SHOWN = "audience|channels|forms|legal_basis|offices|owner|related|topics"
_SAID = "synonyms|title"


def _written_as(names: str) -> re.Pattern[str]:
    """These facts of a service, as they are written."""
    return re.compile(rf"^(?:{names}):.*\n(?:[ #-].*\n|\n)*", re.MULTILINE)


_FREE, _FACTS = _written_as(f"{_OWN}|{_SHOWN}|{_SAID}"), _written_as(_SHOWN)
"""What an edit may change: facts that its own pages show and nothing else, facts and words that others show."""


@dataclass(frozen=True, slots=True)
class Known:
    """Of each file of a service: `synonyms`, and as digests its `facts` and all it `said` that others show.

    `entries` are digests of all else that others take from it. `names` are all titles; no text names more of them than
    `most_named`. `alike` is what fits to each service of the portal, `chosen` what its editor names. `by_rule` are
    services of its that nobody wrote, by landing page and key. `titles` are those of its pages, `marked` what some of
    them would be if no other had the same; to `forwarded` services old addresses lead. `own` are the addresses that its
    texts, `linkable` those that its graph may lead to; `offices` and `topics` are its own, by name, offices with how
    search engines may list them. `media` are all pictures and PDFs of the content, as JSON by their files.
    """

    entries: Mapping[str, str]
    facts: Mapping[str, str]
    said: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    most_named: int
    alike: Mapping[str, Sequence[str]]
    chosen: Mapping[str, Sequence[str]]
    by_rule: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    marked: Mapping[str, str]
    forwarded: Sequence[str]
    own: Sequence[str]
    linkable: Sequence[str]
    offices: Mapping[str, Sequence[Any]]
    topics: Sequence[str]
    frames: Mapping[str, Sequence[str]]
    media: Mapping[str, str]

    def indexing(self, office: Office) -> Indexing:
        """Whether search engines may list the page of an office."""
        return Indexing(*self.offices[office.slug])

    def related(self) -> dict[str, tuple[str, ...]]:
        """What the page of each service leads on to."""
        return {slug: related(self.chosen.get(slug, ()), fits, self.alike) for slug, fits in self.alike.items()}

    def written(self) -> bytes:
        """As JSON."""
        return json.dumps({field.name: getattr(self, field.name) for field in fields(self)}).encode()


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search files of a portal are made of: its documents, and the `titles` files as they are."""

    documents: Lines
    titles: Mapping[str, bytes]

    def kept(self, kept: Kept) -> bytes:
        """Keep the documents; the rest as JSON behind the names of what they are kept in."""
        titles = {name: one.decode() for name, one in self.titles.items()}
        return b"\n".join([self.documents.blocks.put(kept), json.dumps([titles, self.documents.slugs]).encode()])


@dataclass(frozen=True)
class Whole:
    """What a build of everything has at hand when it is done; `fitting` names how `alike` was told."""

    portal: Directory
    alike: Mapping[str, Sequence[str]]
    fitting: str
    titles: Mapping[str, str]
    own: frozenset[str]
    site: Site
    pages: Sequence[View]

    def listed(self, catalog: Catalog) -> Listed:
        """What lists show."""
        return Listed.of(catalog, self.portal.offers)

    def known(self, catalog: Catalog) -> Known:
        """What is known of the portal, and of the catalog that it was built from."""
        plain = titles.plain(self.pages, self.portal.municipality.name)
        return Known(
            entries=entries(catalog),
            facts=facts(catalog),
            said=said(catalog),
            synonyms=synonyms(catalog),
            names={service.slug: service.title for service in catalog.services},
            most_named=named_services.most(catalog),
            alike={slug: list(found) for slug, found in self.alike.items()},
            chosen={one.slug: chosen for one in self.portal.offers if (chosen := one.service.related)},
            by_rule={
                one.slug: (one.listing.landing.slug, one.listing.choice.leika)
                for one in self.portal.offers
                if one.listing
            },
            titles=self.titles,
            marked={url: title for url, title in plain.items() if title != self.titles[url]},
            forwarded=sorted({*map(_target, self.pages)}),
            own=sorted(self.own),
            linkable=sorted({*self.site.linkable()}),
            offices={
                view.values["office"].slug: astuple(view.indexing) for view in self.pages if view.template == "office"
            },
            topics=[topic.slug for topic in self.portal.topics],
            frames={view.url: list(view.frame_hosts) for view in self.pages if view.frame_hosts},
            media={medium.origin.path: medium.model_dump_json() for medium in catalog.media.values()},
        )


def _target(view: View) -> str:
    """The service to which the page at an old address leads; empty for all other pages."""
    forwarding = view.values.get("forwarding")
    target = str(forwarding.target if forwarding else view.values.get("present", ""))
    return target.removeprefix(urls.SERVICES).partition("/")[0] if target.startswith(urls.SERVICES) else ""


def entries(catalog: Catalog) -> dict[str, str]:
    """What an edit must leave alone in a service, as a digest by its file, with the pictures and PDFs it names."""
    fronts = _fronts(catalog)
    shown = defaultdict(list)
    for picture in catalog.pictures:
        shown[picture.record.origin.path].append(picture.picture.address)
    for record, links in catalog.linked:
        shown[record.origin.path] += [link.address for link in links if link.address.startswith(FOLDER)]
    return {path: _digest(_FREE.sub("", fronts[path]), shown.get(path)) for path, _ in _written(catalog)}


def facts(catalog: Catalog) -> dict[str, str]:
    """The facts of a service that others show, as a digest by its file."""
    fronts = _fronts(catalog)
    return {path: _digest(_FACTS.findall(fronts[path])) for path, _ in _written(catalog)}


def said(catalog: Catalog) -> dict[str, str]:
    """The words of a service that others show, as a digest by its file."""
    return {path: _digest(record.title, record.summary, record.synonyms) for path, record in _written(catalog)}


def _fronts(catalog: Catalog) -> dict[str, str]:
    return {outline.path: f"{outline.front}\n" for outline in catalog.outlines}


def synonyms(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The synonyms of a service, by its file."""
    return {path: record.synonyms for path, record in _written(catalog)}


def _written(catalog: Catalog) -> Iterator[tuple[str, Service | Translation]]:
    for record in catalog.records:
        if isinstance(record, Service | Translation) and (path := record.origin.path).startswith(SERVICES):
            yield path, record


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def known_from(data: bytes) -> Known:
    """What was written."""
    return Known(**json.loads(data))


def searched_from(data: bytes, kept: Kept) -> Searched:
    """What was kept."""
    found, rest = blocks.named(data, kept)
    titles, slugs = json.loads(rest)
    return Searched(Lines(tuple(slugs), found), {name: one.encode() for name, one in titles.items()})


def records_of(records: Iterable[Record]) -> tuple[Record, ...]:
    """In the order of a catalog."""
    return tuple(sorted(records, key=lambda record: record.origin.path))


def portal_of(found: Competence, known: Known, shown: Collection[str] = frozenset()) -> Directory:
    """The portal with the services of a part of the catalog, those by rule that are shown, and all else that it has."""
    catalog, municipality = found.catalog, found.municipality
    by_rule = by_rules.known_as(catalog, {slug: key for slug, key in known.by_rule.items() if slug in shown})
    topics = {topic.slug: topic for topic in catalog.topics}
    return Directory(
        municipality=municipality,
        offers=tuple(offer for offer in (*found.written(), *map(found.listed, by_rule)) if offer.slug in known.alike),
        offices=tuple(office for slug in known.offices if (office := found.nearest.office(slug))),
        topics=tuple(topics[slug] for slug in known.topics),
        pages=catalog.pages,
        towns=towns_of(catalog, municipality),
    )
