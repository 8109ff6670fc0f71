"""Jinja for a portal: one environment per language, each with its words, dates, and links to pages in that language."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.runtime import Macro
from jinja2.utils import missing

from plugins.catalog.kept import Kept
from plugins.catalog.markdown import Surroundings
from plugins.catalog.records.service import Texts
from plugins.interface.escaping import escaped, markup
from plugins.interface.speech import Speech
from plugins.pages.compiled import Compiled
from plugins.pages.compiling import OURS, PageCode, PageContext, PageTemplate
from plugins.pages.filters import filters, remembered
from plugins.pages.sentences import filled

REMEMBERED = 32_768
"""So much of what components said is remembered in a language: a portal of many services lists each several times."""

REMEMBERED_EVERYWHERE = 16_000_000
"""So many characters of pages in a language are remembered for other portals."""


def _said(macro: Macro, *values: Any) -> str:
    return macro(*values)


class Everywhere(dict[Any, str]):
    """What was said in one portal and holds in others, as far as there is room."""

    room = REMEMBERED_EVERYWHERE

    def keep(self, key: Any, said: str) -> None:
        """For whoever asks next."""
        if len(said) <= self.room:
            self.room -= len(said)
            self[key] = said


class Sayings(dict[Any, str]):
    """What a macro says of a value, by the value."""

    def __init__(self, everywhere: Callable[..., str], macro: Macro, more: Sequence[Any]) -> None:
        super().__init__()
        self.everywhere, self.macro, self.more = everywhere, macro, more

    def __missing__(self, value: Any) -> str:
        """A value nobody asked for yet."""
        self[value] = said = self.everywhere(self.macro, value, *self.more)
        return said


def _may_lead(value: object) -> bool:
    """True for a text with a mark that begins a link or a picture; all else leads to the same pages everywhere."""
    texts = value.__dict__.values() if isinstance(value, Texts) else ()
    return any("[" in words or "<" in words for words in texts if type(words) is str)


class PageEnvironment(Environment):
    """The templates in one language. Templates share the values of the environment and have none of their own."""

    code_generator_class = PageCode
    context_class = PageContext
    template_class = PageTemplate
    filled = staticmethod(filled)

    def __init__(self, gettext: Callable[[str], str], **settings: Any) -> None:
        super().__init__(**settings)
        self.gettext = gettext
        self.__dict__.update(OURS)
        self.component = cache(self._component)
        self.get_template = cache(super().get_template)  # type: ignore[method-assign]
        self.sayings = cache(partial(Sayings, self.everywhere))
        self.everywhere_said = Everywhere()
        self.remembered = lru_cache(REMEMBERED, typed=True)(_said)

    def once(self, macro: Macro, *values: Any) -> str:
        """What a macro says, remembered: pages share offices, lines of lists, a footer. Dictionaries are no values."""
        try:
            return self.remembered(macro, *values)
        except TypeError:
            return macro(*values)

    def each(self, macro: Macro, values: Sequence[Any], *more: Any) -> str:
        """What a macro says of each value of a list, one after the other; each remembered, for all portals."""
        try:
            return markup("".join(map(self.sayings(macro, more).__getitem__, values)))
        except TypeError:
            return markup("".join(macro(value, *more) for value in values))

    def everywhere(self, macro: Macro, value: Any, *more: Any) -> str:
        """What a macro says of a text, a letter or norms alone, kept for all portals unless a link leads elsewhere."""
        key = (macro.name, value, *more)
        try:
            return self.everywhere_said[key]
        except (KeyError, TypeError) as unknown:
            found = macro(value, *more)
            if isinstance(unknown, KeyError) and not _may_lead(value):
                self.everywhere_said.keep(key, found)
            return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Jinja's own would look up every value in two mappings, a hundred times for a page."""
        return super().make_globals(d) if d else self.globals

    def _component(self, name: str) -> Any:
        folder = name.replace("_", "-")
        try:
            template: Any = self.get_template(f"components/{folder}/{folder}.html")
        except TemplateNotFound:
            return missing
        self.globals[name] = found = getattr(template.module, name)
        return found


def environment(
    loader: BaseLoader | None, settings: Mapping[str, Any], kept: Kept, around: Surroundings, speech: Speech
) -> PageEnvironment:
    """The templates as a page in this language sees them; `kept` is where their code stays."""
    code, gettext = Compiled(kept, settings), speech.translations.gettext
    found = PageEnvironment(gettext, loader=loader, bytecode_cache=code, auto_reload=False, **settings)
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    around = replace(around, language=speech.language)
    found.filters.update(filters(around, speech))
    found.globals.update(
        href=remembered(lambda address: markup(escaped(around.page(address)))),
        once=found.once,
        each=found.each,
        everywhere=found.everywhere,
        exactly=lambda address: around.root + address[1:],
        language=speech.tag,
        locale=speech.locale,
        country_locale=speech.country_locale,
        texts_of_scripts=speech.for_scripts,
    )
    return found
