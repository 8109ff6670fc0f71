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
from typing import Any

from plugins.catalog import checks
from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Texts
from plugins.catalog.records.fields import Section
from plugins.catalog.validation import has_errors
from plugins.pages.incremental.ingredients import Ingredients
from plugins.pages.incremental.known import SERVICES, Known, entries
from plugins.pages.incremental.past import Past
from plugins.pages.incremental.world import MovedError, service_of, together, world

BETWEEN = frozenset(
    {"borrowed_words", "dead_end", "duplicate_title", "former_url", "lost_address", "named_services", "url_collision"}
)
"""The rules that hold services against each other. All but the one for names ask only for what an edit leaves alone."""

_NAMES = "named_services"
_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """Changed texts: of which services, with all that their pages need, and what is to be said of the whole content."""

    catalog: Catalog
    known: Known
    paths: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def read(self) -> set[str]:
        """The files of all services that were read; all else is held to its digest by the `world`."""
        return {outline.path for outline in self.catalog.outlines if outline.path.startswith(SERVICES)}

    @property
    def services(self) -> tuple[str, ...]:
        """The services by name, in alphabetical order."""
        return tuple(sorted({service_of(path) for path in self.paths}))


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
    if not (past.made and found and past.stored and paths <= found.entries.keys()):
        return None
    with suppress(MovedError, OSError):
        return _edit(past, past.made, found, paths, settings["MUNICIPALITY"])
    return None


def _edit(past: Past, made: Ingredients, found: Known, paths: frozenset[str], municipality: str) -> Edit | None:
    around = world(past.content, made, found.media)
    slugs = {service_of(path) for path in paths}
    catalog, problems = around.with_services(slugs)
    if catalog.broken or _entries(catalog, paths) != {path: found.entries[path] for path in paths}:
        return None
    asked = Asked(paths, frozenset(one.origin.path for one in catalog.local.values() if one.slug in slugs))
    new = list(filter(asked.is_for, (*problems, *_findings(catalog, found.names))))
    if has_errors(new):
        return None
    fitting = _fitting(catalog, found, slugs, municipality) - slugs
    beside, _ = around.services(fitting)
    before = past.left.problems if past.left else ()
    return Edit(together(catalog, beside), found, paths, (*filterfalse(asked.is_for, before), *new))


def _entries(catalog: Catalog, paths: Collection[str]) -> dict[str, str]:
    return {path: entry for path, entry in entries(catalog).items() if path in paths}


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


def _fitting(catalog: Catalog, found: Known, slugs: Iterable[str], municipality: str) -> set[str]:
    """What the pages of services lead on to, as far as it was written."""
    here = catalog.municipalities.get(municipality) or catalog.first_municipality
    named = [slug for one in Competence(catalog, here).services() for slug in one.related] if here else []
    return {*named, *(other for slug in slugs for other in found.alike.get(slug, ()))}
