"""The narrow way: only the words of some services changed, so only their pages and their search entries do.

Whether it may be taken is asked here. Whatever is not certain is left to a build of everything, which is exact.
"""

import importlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, filterfalse
from typing import Any, TypeVar

from plugins.catalog import checks
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import borrowed_words
from plugins.catalog.german import transliterate
from plugins.catalog.impersonal import seen_from
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Texts
from plugins.catalog.records.fields import Section
from plugins.catalog.validation import has_errors
from plugins.pages.incremental.known import SERVICES, Known, entries, portal_of, summaries, synonyms
from plugins.pages.incremental.listed import Listed
from plugins.pages.incremental.past import Past
from plugins.pages.incremental.world import MovedError, World, service_of, together, world
from search.blocks import MissingError
from search.documents import compared
from search.fitting import Fitting

BETWEEN = frozenset(
    {"borrowed_words", "dead_end", "duplicate_title", "former_url", "lost_address", "named_services", "url_collision"}
)
"""The rules that hold services against each other: but for those about names and borrowed words, which are asked with
what is known of all, they look only at what an edit leaves alone."""

Said = TypeVar("Said")

_NAMES = "named_services"
_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """Changed texts: of which `services`, with all that their pages need, and what is to be said of the whole content.

    `told` are those that have another summary now, `named` those with other synonyms, `shown` all whose own pages show
    something else. What is known, what lists show and, if it was asked, what fits to each other is as with the edit.
    """

    catalog: Catalog
    known: Known
    listed: Listed
    paths: frozenset[str]
    problems: tuple[Problem, ...]
    services: frozenset[str]
    told: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    fitting: Fitting | None = None

    @property
    def read(self) -> set[str]:
        """The files of all services that were read; all else is held to its digest by the `world`."""
        return {outline.path for outline in self.catalog.outlines if outline.path.startswith(SERVICES)}


@dataclass(frozen=True, slots=True)
class Asked:
    """The files of services whose words changed, and the `local` ones that say something else of these services."""

    paths: frozenset[str]
    local: frozenset[str]

    def is_for(self, one: Problem) -> bool:
        """True of a problem that is looked for anew; all else that was said before is still true."""
        rule = one.rule.replace("-", "_")
        if one.place.path in self.local:
            return rule in checks.rules() and rule not in BETWEEN
        return one.place.path in self.paths and (rule == _NAMES or rule not in BETWEEN)


def edit(past: Past, settings: Mapping[str, Any]) -> Edit | None:
    """What changed since the last build, where that is nothing but words of services."""
    paths = past.changed()
    if not paths or settings["EXPORTS"] or settings["ALLOW"]:
        return None
    found = past.known
    if not (past.made and found and past.listed and past.stored and paths <= found.entries.keys()):
        return None
    with suppress(MovedError, MissingError, OSError):
        around = world(past.content, past.made, found.media)
        edit = _checked(past, around, found, past.listed, paths)
        is_listed = edit and (edit.told or edit.named)
        return _retold(past, around, edit, settings["MUNICIPALITY"]) if edit and is_listed else edit
    return None


def _checked(past: Past, around: World, found: Known, listed: Listed, paths: frozenset[str]) -> Edit | None:
    """The edited services, where no other can have something to do with what changed, and no rule says an error."""
    slugs = frozenset(map(service_of, paths))
    catalog, problems = around.with_services(slugs)
    if catalog.broken or not found.entries.items() >= _of(paths, entries(catalog)).items():
        return None
    if _are_borrowed(catalog, found, paths):
        return None
    asked = Asked(paths, frozenset(one.origin.path for one in catalog.local.values() if one.slug in slugs))
    new = list(filter(asked.is_for, (*problems, *_findings(catalog, found.names))))
    if has_errors(new):
        return None
    before = past.left.problems if past.left else ()
    said = (*filterfalse(asked.is_for, before), *new)
    return Edit(
        catalog,
        found,
        listed,
        paths,
        said,
        slugs,
        told=_other(found.summaries, _of(paths, summaries(catalog))),
        named=_other(found.synonyms, {path: [*words] for path, words in _of(paths, synonyms(catalog)).items()}),
        shown=slugs,
    )


def _other(before: Mapping[str, object], now: Mapping[str, object]) -> frozenset[str]:
    """The services of which a file says something else."""
    return frozenset(service_of(path) for path, said in now.items() if said != before[path])


def _are_borrowed(catalog: Catalog, found: Known, paths: Collection[str]) -> bool:
    """True where the rule about borrowed words may have something to say now: of an edited service, or of another."""
    now = _of(paths, synonyms(catalog))
    other = [(words, found.synonyms[path]) for path, words in now.items() if [*words] != found.synonyms[path]]
    if not other:
        return False
    here = {service.slug for service in catalog.services}
    beside = [
        Service.model_construct(slug=slug, title=title, synonyms=tuple(found.synonyms[f"{SERVICES}{slug}.md"]))
        for slug, title in found.names.items()
        if slug not in here
    ]
    moved = {word for words, before in other for word in _plain(words) ^ _plain(before)}
    others = (*beside, *(one for one in catalog.written if one.origin.path not in paths))
    gathered = chain.from_iterable(one.synonyms for one in others if borrowed_words.gathers(one))
    if not moved.isdisjoint(_plain(gathered)):
        return True
    gathering = [*filter(borrowed_words.gathers, catalog.services)]
    return any(borrowed_words.among((*catalog.services, *beside), gathering))


def _plain(words: Iterable[str]) -> set[str]:
    return set(map(transliterate, words))


def _retold(past: Past, around: World, edit: Edit, municipality: str) -> Edit | None:
    """With all other pages that show the new summaries, or fit to other services because of them."""
    found, listed = edit.known, edit.listed
    here = edit.catalog.municipalities.get(municipality) or edit.catalog.first_municipality
    if not here:
        return None
    seen = seen_from(edit.catalog, here)
    offers = portal_of(seen, seen.municipalities[here.slug], found).offers
    fitting, alike = past.fitting().edited(compared(offers), found.alike)
    known = replace(
        found,
        alike=alike,
        summaries={**found.summaries, **_of(edit.paths, summaries(edit.catalog))},
        synonyms={**found.synonyms, **_of(edit.paths, synonyms(edit.catalog))},
    )
    before, now = found.related(), known.related()
    shown = {slug for slug, fits in now.items() if fits != before[slug] or not edit.told.isdisjoint(fits)}
    beside, _ = around.services(shown - edit.services)
    return replace(
        edit,
        catalog=together(edit.catalog, beside),
        known=known,
        listed=listed.edited(offers),
        shown=edit.services | shown,
        fitting=fitting,
    )


def _of(paths: Collection[str], found: Mapping[str, Said]) -> dict[str, Said]:
    return {path: one for path, one in found.items() if path in paths}


def _findings(catalog: Catalog, names: Mapping[str, str]) -> Iterator[Problem]:
    """What all rules say of these few services among all."""
    for rule in checks.rules():
        if rule == _NAMES or rule not in BETWEEN:
            seen = _among(catalog, names) if rule == _NAMES else catalog
            for found in importlib.import_module(f"{checks.__name__}.{rule}").check(seen):
                yield replace(found, rule=rule.replace("_", "-"))


def _among(catalog: Catalog, names: Mapping[str, str]) -> Catalog:
    """The same with the other services that the texts may name, of which nothing is known but how they are called."""
    here = {service.slug for service in catalog.services}
    every: tuple[Texts, ...] = (*catalog.services, *catalog.translations)
    said = transliterate("\n".join(text for one in every for _, _, text in one.marked(Section)))
    words = _words(tuple(names.values()))
    spoken = {word for word in {*chain.from_iterable(words)} if word in said}
    others = [
        Service.model_construct(slug=slug, title=name, summary="")
        for (slug, name), of_name in zip(names.items(), words, strict=True)
        if slug not in here and spoken.issuperset(of_name)
    ]
    return replace(catalog, records=(*catalog.records, *others))


@lru_cache(1)
def _words(names: Iterable[str]) -> list[list[str]]:
    """The words of each name; no name has more than one line."""
    return [_WORD.findall(name) for name in transliterate("\n".join(names)).split("\n")]
