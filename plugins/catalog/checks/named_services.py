"""Ein Text handelt von seiner Leistung: Wer darin viele andere aufzählt, verdrängt diese in der Suche."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from string import ascii_lowercase, digits

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import MAY_BE_SPELLED_OTHERWISE, transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service, Translation
from plugins.catalog.records.fields import Section
from plugins.catalog.scanning import scanner

MOST = 8
"""So many other services the texts of one may name; 4 are the most in the 287 services of Munich."""

_END = 10
"""So many of the last signs of a title tell enough for a first look: many titles end alike."""

Words = tuple[bytes, ...]

_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_APART = bytes(code if chr(code).islower() or chr(code).isdigit() else 32 for code in range(128)).ljust(256)
_LOWER = bytes(range(256)).lower()
_SPELLED = bytes(set(range(256)).difference(f"{ascii_lowercase}{ascii_lowercase.upper()}{digits}".encode()))
_SPELLED += b"aeousAEOUS"
"""Between words, and in all that is spelled in two ways: ä and ae, ß and ss."""

_may_be_spelled_otherwise = scanner(MAY_BE_SPELLED_OTHERWISE)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Texts with the titles of many other services, in any spelling and whatever stands between the words."""
    for texts, named in catalog.once(_naming):
        if len(named) > MOST:
            some = ", ".join(f"„{title}“" for title in named[:3])
            yield problem(
                texts,
                f"Die Texte nennen {len(named)} andere Leistungen beim Namen: {some} …",
                hint=f"Nennen Sie höchstens {MOST}; für alles Weitere gibt es die Themen und „Verwandte Leistungen“.",
            )


def most(catalog: Catalog) -> int:
    """How many other services the texts of one name that name the most."""
    return max((len(named) for _, named in catalog.once(_naming)), default=0)


def _naming(catalog: Catalog) -> list[tuple[Service | Translation, list[str]]]:
    """The texts that name other services, each with their titles."""
    titles = _titles(catalog.services)
    may_name = _may_name(titles)
    found = []
    every: tuple[Service | Translation, ...] = (*catalog.written, *catalog.translations)
    for texts in every:
        is_plain = texts.origin.path in catalog.plain_files
        said = [text for _, _, text in texts.marked(Section) if text and may_name(text, is_plain)]
        if named := _named(texts.slug, said, titles):
            found.append((texts, [*named.values()]))
    return found


def _titles(services: Sequence[Service]) -> Mapping[bytes, list[tuple[Words, Service]]]:
    """Every title as its words, by the first of them."""
    found: defaultdict[bytes, list[tuple[Words, Service]]] = defaultdict(list)
    for service in services:
        words = tuple(_words(service.title))
        if words:
            found[words[0]].append((words, service))
    return found


def _may_name(titles: Mapping[bytes, list[tuple[Words, Service]]]) -> Callable[[str, bool], bool]:
    """Tells whether a text may name any title: one native pass over what all spellings have in common."""
    ends = {_core(b"".join(words))[-_END:] for named in titles.values() for words, _ in named}
    says = scanner("|".join(sorted(end.decode() for end in ends)))

    def may_name(text: str, is_plain: bool) -> bool:
        written = _ADDRESS.sub(" ", text) if "](" in text else text
        core = _core(written.encode()).decode()
        return says(core) or (not is_plain and _may_be_spelled_otherwise(written))

    return may_name


def _core(text: bytes) -> bytes:
    return text.translate(_LOWER, _SPELLED)


def _named(slug: str, said: Sequence[str], titles: Mapping[bytes, list[tuple[Words, Service]]]) -> dict[str, str]:
    """The titles of other services than this one by their names, in the order in which the texts say them."""
    found: dict[str, str] = {}
    for text in said:
        words = tuple(_words(_ADDRESS.sub(" ", text)))
        for start, first in enumerate(words):
            for title, service in titles.get(first, ()):
                if service.slug != slug and words[start : start + len(title)] == title:
                    found[service.slug] = service.title
    return found


def _words(text: str) -> list[bytes]:
    return transliterate(text).encode().translate(_APART).split()
