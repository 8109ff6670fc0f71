"""File names for foreign records: readable, unique, and the same at the next import."""

import re
from collections.abc import Iterable, Mapping

from plugins.catalog.german import slug

_LONGEST = 64
_ON_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})

_NAME = re.compile(r"(?=.*[g-z])(?=.*[a-z]{3})(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a file may be called and a person can read; a number, in decimals or in hex, is no name."""


def readable(identifiers: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Id → the same as its slug, for each that is a name already and that no `known` file has."""
    taken = {*known.values(), *_ON_WINDOWS}
    return {one: one for one in identifiers if _NAME.fullmatch(one) and one not in taken}


def slugs(titles: Iterable[tuple[str, str]], known: Mapping[str, str], reserved: Iterable[str] = ()) -> dict[str, str]:
    """Id → slug for (id, title) pairs; a name that is taken gets the id as suffix, a `known` id keeps its name."""
    named: dict[str, str] = {}
    taken = {*reserved, *known.values(), *_ON_WINDOWS}
    for identifier, title in titles:
        base = _cut(slug(title))
        suffix = slug(identifier)[:14].strip("-")
        free = base if base and base not in taken else "-".join(part for part in (base, suffix) if part)
        named[identifier] = known.get(identifier) or _unique(free or "eintrag", taken)
        taken.add(named[identifier])
    return named


def distinct(titles: Iterable[tuple[str, str]], limit: int) -> dict[str, str]:
    """Id → title; a title that came before gets its id in brackets, so that people can tell the two apart."""
    named: dict[str, str] = {}
    seen: set[str] = set()
    for identifier, title in titles:
        suffix = f" ({identifier[:14]})"
        named[identifier] = title if slug(title) not in seen else title[: limit - len(suffix)].rstrip() + suffix
        seen.add(slug(named[identifier]))
    return named


def _cut(name: str) -> str:
    """The name, ended at a word when it is too long for an address."""
    return name if len(name) <= _LONGEST else name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]


def _unique(name: str, taken: set[str]) -> str:
    candidates = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 3))
    return next(candidate for candidate in candidates if candidate not in taken)
