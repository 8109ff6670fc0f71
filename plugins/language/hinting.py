"""All hints of a catalog: those of every rule in `hints/`, and the spelling."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Problem
from plugins.language import hints
from plugins.language.spelling import Speller
from plugins.language.texts import Text, texts_of

Rule = Callable[[Text], Iterator[Problem]]


def hints_of(catalog: Catalog) -> list[Problem]:
    """Every hint on the language of a catalog, sorted by place."""
    return hints_on(texts_of(catalog), Speller.of(catalog))


def hints_on(texts: Iterable[Text], speller: Speller) -> list[Problem]:
    """The hints on some of the texts of a catalog, sorted by place."""
    every: dict[str, Rule] = {**rules(), "spelling": speller.find}
    found = (replace(hint, rule=code) for text in texts for code, find in every.items() for hint in find(text))
    return sorted(found)


@cache
def rules() -> dict[str, Rule]:
    """The rules by their codes, which are the names of their files."""
    names = sorted(module.name for module in pkgutil.iter_modules(hints.__path__))
    return {name.replace("_", "-"): importlib.import_module(f"{hints.__name__}.{name}").find for name in names}
