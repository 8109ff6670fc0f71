"""The narrow way: only the words of some services changed, so only their pages and their search entries do.

Whether it may be taken is asked here. Whatever is not certain is left to a build of everything, which is exact.
"""

import datetime
import importlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.catalog import catalog as catalogs
from plugins.catalog import checks
from plugins.catalog.catalog import Catalog
from plugins.catalog.competence import Competence
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Texts
from plugins.catalog.records.fields import Section
from plugins.catalog.validation import has_errors
from plugins.pages.incremental.ingredients import Ingredients
from plugins.pages.incremental.known import SERVICES, Known, entries, records_of
from plugins.pages.incremental.past import Past

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
    def services(self) -> tuple[str, ...]:
        """The services by name, in alphabetical order."""
        return tuple(sorted({_service(path) for path in self.paths}))


def edit(past: Past, settings: Mapping[str, Any]) -> Edit | None:
    """What changed since the last build, where that is nothing but words of services."""
    paths = past.changed()
    if not paths or settings["EXPORTS"] or settings["ALLOW"]:
        return None
    found = past.known
    if not (past.made and found and past.stored and paths <= found.entries.keys()):
        return None
    return _edit(past, past.made, found, paths, settings["MUNICIPALITY"])


def _edit(past: Past, made: Ingredients, found: Known, paths: frozenset[str], municipality: str) -> Edit | None:
    families, today = _Families(made.files), datetime.date.fromisoformat(made.today)
    slugs = {_service(path) for path in paths}
    catalog, problems = catalogs.part(past.content, [*families.world, *families.of(slugs)], today)
    if catalog.broken or _entries(catalog, paths) != {path: found.entries[path] for path in paths}:
        return None
    catalog = replace(catalog, names=frozenset(filter(None, map(catalogs.name_of, made.files))))
    new = [one for one in (*problems, *_findings(catalog, found.names)) if one.place.path in paths]
    if has_errors(new):
        return None
    fitting = _fitting(catalog, found, slugs, municipality) - slugs
    beside, _ = catalogs.part(past.content, families.of(fitting), today)
    catalog = replace(catalog, records=records_of((*catalog.records, *beside.records)))
    return Edit(catalog, found, paths, (*_kept(past, paths), *new))


def _entries(catalog: Catalog, paths: Collection[str]) -> dict[str, str]:
    return {path: entry for path, entry in entries(catalog).items() if path in paths}


def _kept(past: Past, paths: Collection[str]) -> Iterator[Problem]:
    """What is still true of what the last build said."""
    for one in past.left.problems if past.left else ():
        rule = one.rule.replace("-", "_")
        if one.place.path not in paths or (rule in BETWEEN and rule != _NAMES):
            yield one


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
    others = [
        Service.model_construct(slug=slug, title=name, summary="")
        for slug, name in names.items()
        if slug not in here and all(word in said for word in _WORD.findall(transliterate(name)))
    ]
    return replace(catalog, records=(*catalog.records, *others))


def _fitting(catalog: Catalog, found: Known, slugs: Iterable[str], municipality: str) -> set[str]:
    """What the pages of services lead on to, as far as it was written."""
    here = catalog.municipalities.get(municipality) or catalog.first_municipality
    named = [slug for one in Competence(catalog, here).services() for slug in one.related] if here else []
    return {*named, *(other for slug in slugs for other in found.alike.get(slug, ()))}


def _service(path: str) -> str:
    return path.removeprefix(SERVICES).partition(".")[0]


class _Families:
    """The files of the content: those of each service by its name, and the world around them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.world: list[str] = []
        self._of: dict[str, list[str]] = {}
        for path in paths:
            if path.startswith(SERVICES):
                self._of.setdefault(_service(path), []).append(path)
            else:
                self.world.append(path)

    def of(self, slugs: Iterable[str]) -> list[str]:
        """The files of these services."""
        return [path for slug in slugs for path in self._of.get(slug, ())]
