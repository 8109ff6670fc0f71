"""What the rules say after an edit of some services: of these, as all that they are held against is known."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from itertools import chain, filterfalse

from plugins.catalog import checks
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import borrowed_words, dead_end, duplicate_title, named_services
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Texts
from plugins.catalog.records.fields import Section
from plugins.catalog.validation import has_errors
from plugins.pages.incremental.known import SERVICES, Known, synonyms
from plugins.pages.incremental.sketches import sketched

ASKED: Mapping[str, Callable[[Catalog], Iterator[Problem]]] = {
    "dead_end": dead_end.written,
    "duplicate_title": duplicate_title.check,
    "named_services": named_services.check,
}
"""The rules that hold services against others and are asked about those that were edited."""

BETWEEN = frozenset({*ASKED, "borrowed_words", "former_url", "lost_address", "url_collision"})
"""All that hold services against others; what is not asked looks only at what an edit leaves alone."""

_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that is to be said of the content, and how many other services a text names at most."""

    problems: tuple[Problem, ...]
    most_named: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The files of services that changed, and the `local` ones that say something else of these services."""

    paths: frozenset[str]
    local: frozenset[str]

    def is_for(self, one: Problem) -> bool:
        """True of a problem that is looked for anew; all else that was said before is still true."""
        rule = one.rule.replace("-", "_")
        if one.place.path in self.local:
            return rule in checks.rules() and rule not in BETWEEN
        return one.place.path in self.paths and (rule in ASKED or rule not in BETWEEN)


def spoken(
    catalog: Catalog, found: Known, paths: frozenset[str], problems: Iterable[Problem], before: Iterable[Problem]
) -> Spoken | None:
    """What is to be said with these `problems` of reading; None where it is an error, or may be about another one."""
    renamed = {one.slug: one.title for one in catalog.services if found.names.get(one.slug) != one.title}
    if _are_borrowed(catalog, found, paths, renamed) or not _may_be_called(found, renamed):
        return None
    seen = _among(catalog, found.names)
    services = {one.slug for one in catalog.services}
    asked = Asked(paths, frozenset(one.origin.path for one in catalog.local.values() if one.slug in services))
    new = list(filter(asked.is_for, (*problems, *_findings(catalog, seen))))
    most_named = max(found.most_named + len(renamed), named_services.most(seen))
    return None if has_errors(new) else Spoken((*filterfalse(asked.is_for, before), *new), most_named)


def _may_be_called(found: Known, renamed: Mapping[str, str]) -> bool:
    """False where a new title is another's, an old one stands at an old address, or a text may name too many now."""
    if not renamed:
        return True
    others = [title for slug, title in found.names.items() if slug not in renamed]
    taken = {" ".join(title.split()) for title in transliterate("\n".join(others)).split("\n")}
    return (
        renamed.keys().isdisjoint(found.forwarded)
        and found.most_named + len(renamed) <= named_services.MOST
        and taken.isdisjoint(" ".join(transliterate(title).split()) for title in renamed.values())
    )


def _are_borrowed(catalog: Catalog, found: Known, paths: Collection[str], renamed: Mapping[str, str]) -> bool:
    """True where the rule about borrowed words may have something to say now: of an edited service, or of another."""
    now = {path: words for path, words in synonyms(catalog).items() if path in paths}
    other = [(words, found.synonyms[path]) for path, words in now.items() if [*words] != found.synonyms[path]]
    other += [((title,), (found.names[slug],)) for slug, title in renamed.items()]
    if not other:
        return False
    moved = {word for words, before in other for word in _plain(words) ^ _plain(before)}
    known = {**found.synonyms, **{one.origin.path: one.synonyms for one in catalog.written}}
    gathered = (words for path, words in known.items() if path not in paths and len(words) > borrowed_words.MOST)
    if not moved.isdisjoint(_plain(chain.from_iterable(gathered))):
        return True
    gathering = [*filter(borrowed_words.gathers, catalog.services)]
    return bool(gathering) and any(borrowed_words.among((*catalog.services, *_beside(catalog, found)), gathering))


def _beside(catalog: Catalog, found: Known) -> list[Service]:
    """All other services, of which no more is there than what they are called."""
    here = {service.slug for service in catalog.services}
    return [
        sketched(Service, slug=slug, title=title, synonyms=tuple(found.synonyms[f"{SERVICES}{slug}.md"]))
        for slug, title in found.names.items()
        if slug not in here
    ]


def _plain(words: Iterable[str]) -> set[str]:
    return set(map(transliterate, words))


def _findings(catalog: Catalog, seen: Catalog) -> Iterator[Problem]:
    """What all rules say of these few services; `seen` are they among all that their texts may name."""
    for rule in checks.rules():
        check = ASKED.get(rule) or (None if rule in BETWEEN else import_module(f"{checks.__name__}.{rule}").check)
        for found in check(seen if rule == "named_services" else catalog) if check else ():
            yield replace(found, rule=rule.replace("_", "-"))


def _among(catalog: Catalog, names: Mapping[str, str]) -> Catalog:
    """The same with the other services that the texts may name, of which nothing is known but how they are called."""
    here = {service.slug for service in catalog.services}
    every: tuple[Texts, ...] = (*catalog.services, *catalog.translations)
    said = transliterate("\n".join(text for one in every for _, _, text in one.marked(Section)))
    words = _words(tuple(names.values()))
    spoken = {word for word in {*chain.from_iterable(words)} if word in said}
    others = [
        sketched(Service, slug=slug, title=name, summary="")
        for (slug, name), of_name in zip(names.items(), words, strict=True)
        if slug not in here and spoken.issuperset(of_name)
    ]
    return replace(catalog, records=(*catalog.records, *others))


@lru_cache(1)
def _words(names: Iterable[str]) -> list[list[str]]:
    """The words of each name; no name has more than one line."""
    return [_WORD.findall(name) for name in transliterate("\n".join(names)).split("\n")]
