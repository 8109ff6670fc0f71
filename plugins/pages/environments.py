"""Jinja for a portal: one environment per language, each with its words, dates, and links to pages in that language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment
from jinja2.bccache import Bucket

from plugins.catalog.markdown import Surroundings
from plugins.interface.speech import Speech
from plugins.pages.filters import filters


class Compiled(BytecodeCache):
    """Templates that this process has compiled once, for every portal and language."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What Jinja asks before it compiles."""
        if found := self.code.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What Jinja hands over after it has compiled."""
        self.code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = Compiled()


def environment(
    loader: BaseLoader | None, settings: Mapping[str, Any], around: Surroundings, speech: Speech
) -> Environment:
    """The templates as a page in this language sees them."""
    found = Environment(loader=loader, bytecode_cache=_COMPILED, auto_reload=False, **settings)  # noqa: S701 - the settings switch it on
    own: Any = found
    own.install_gettext_translations(speech.translations, newstyle=True)
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    around = replace(around, language=speech.language)
    found.filters.update(filters(around, speech))
    found.globals.update(
        href=around.page,
        exactly=lambda address: around.root + address[1:],
        language=speech.tag,
        locale=speech.locale,
        country_locale=speech.country_locale,
        texts_of_scripts=speech.for_scripts,
    )
    return found
