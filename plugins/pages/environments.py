"""Jinja for a portal: one environment per language, each with its words, dates, and links to pages in that language."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

from plugins.catalog.kept import Kept
from plugins.catalog.markdown import Surroundings
from plugins.interface.speech import Speech
from plugins.pages.compiled import Compiled
from plugins.pages.filters import filters, remembered
from plugins.pages.sentences import Sentences

REMEMBERED = 32_768
"""So much of what components said is remembered in a language: a portal of many services lists each several times."""


def _said(macro: Macro, *values: Any) -> str:
    return macro(*values)


def escaped(value: Any) -> str:
    """HTML of a value as `markupsafe.escape` gives it, without an object around what is only to be written."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


class PageContext(Context):
    """What the names in a template mean: values of the page, values of the portal, components of the theme.

    What is called gets its arguments and nothing else: nothing here asks Jinja for the context.
    """

    environment: "PageEnvironment"

    def resolve_or_missing(self, key: str) -> Any:
        """A component goes by its name everywhere: `notice` is the macro in `components/notice/notice.html`."""
        if key in self.vars:
            return self.vars[key]
        return self.parent[key] if key in self.parent else self.environment.component(key)

    def call(self, called: Any, /, *args: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any) -> Any:
        """Jinja's own would look at every callable for what it wants to be told of the page."""
        return called(*args, **named)


class PageCode(CodeGenerator):
    """The Python of a template, with its sentences in the language of the environment."""

    environment: "PageEnvironment"

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - named by Jinja
        """The whole template."""
        super().visit_Template(Sentences(self.environment.gettext).visit(node), frame)

    def write_commons(self) -> None:
        """The names every function of a template begins with."""
        super().write_commons()
        self.writeline("escape = environment.escaped")


class PageEnvironment(Environment):
    """The templates in one language. Templates share the values of the environment and have none of their own."""

    code_generator_class = PageCode
    context_class = PageContext
    escaped = staticmethod(escaped)

    def __init__(self, gettext: Callable[[str], str], **settings: Any) -> None:
        super().__init__(**settings)
        self.gettext = gettext
        self.component = cache(self._component)
        self.remembered = lru_cache(REMEMBERED, typed=True)(_said)

    def once(self, macro: Macro, *values: Any) -> str:
        """What a macro says, remembered: pages share offices, lines of lists, a footer. Dictionaries are no values."""
        try:
            return self.remembered(macro, *values)
        except TypeError:
            return macro(*values)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Jinja's own would look up every value in two mappings, a hundred times for a page."""
        return super().make_globals(d) if d else self.globals

    def _component(self, name: str) -> Any:
        folder = name.replace("_", "-")
        try:
            template: Any = self.get_template(f"components/{folder}/{folder}.html")
        except TemplateNotFound:
            return missing
        return getattr(template.module, name)


def environment(
    loader: BaseLoader | None, settings: Mapping[str, Any], kept: Kept, around: Surroundings, speech: Speech
) -> Environment:
    """The templates as a page in this language sees them; `kept` is where their code stays."""
    code = Compiled(kept, speech.language, settings)
    found = PageEnvironment(
        speech.translations.gettext, loader=loader, bytecode_cache=code, auto_reload=False, **settings
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    around = replace(around, language=speech.language)
    found.filters.update(filters(around, speech))
    found.globals.update(
        href=remembered(around.page),
        once=found.once,
        exactly=lambda address: around.root + address[1:],
        language=speech.tag,
        locale=speech.locale,
        country_locale=speech.country_locale,
        texts_of_scripts=speech.for_scripts,
    )
    return found
