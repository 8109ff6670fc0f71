"""How a page speaks in its language: words, dates, amounts, opening hours; and what stays German in it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from gettext import NullTranslations
from typing import Any

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency
from markupsafe import Markup

from plugins.catalog.hours import clock, schedule
from plugins.catalog.records import Language
from plugins.catalog.records.fields import euro
from plugins.interface import catalogs
from plugins.interface.escaping import escaped, markup

_REGIONS = {Language.ENGLISH: "en_GB"}
"""Whose dates and amounts a language has, where it is not German."""


@dataclass(frozen=True)
class Speech:
    """A language of the interface; `for_scripts` are the words that the scripts of a page need."""

    language: Language
    translations: NullTranslations
    for_scripts: Mapping[str, Any]

    @cached_property
    def tag(self) -> str:
        """The BCP 47 tag for `lang` and `hreflang`."""
        return str(self.language)

    @cached_property
    def locale(self) -> str:
        """Babel's name for how dates and amounts are written."""
        return _REGIONS.get(self.language, "de")

    @property
    def country_locale(self) -> str:
        """The same with a country, for readers that ask for both: `de_DE`, `en_GB`."""
        return self.locale if "_" in self.locale else f"{self.locale}_{self.locale.upper()}"

    def gettext(self, german: str, **values: object) -> str:
        """The words for a German sentence, with values in place of `%(name)s`."""
        return self.translations.gettext(german) % values

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The words for one or for many things."""
        return self.translations.ngettext(one, many, count) % {"count": count, **values}

    def translated(self, german: str) -> str:
        """A word of ours; a name, for which there is no other word, is marked as German."""
        found = self.translations.gettext(german) if german else ""
        return self.marked(german) if german and found == german else found

    def marked(self, text: str, tag: str = "de") -> str:
        """A text that keeps its language, marked where that is another one than the page has."""
        return _in_span(text, tag) if _is_foreign(tag, self.tag) else text

    def titled(self, title: str, tag: str) -> str:
        """The title of a page that a link leads to; it says so when that page is not in this language."""
        if tag == self.tag or self.language is Language.GERMAN:
            return title
        return markup(f"{_in_span(title, tag)} {self._in_german}")

    @cached_property
    def _in_german(self) -> str:
        return escaped(self.gettext("(auf Deutsch)"))

    def day(self, day: datetime.date) -> str:
        """31.01.2027 · 31 January 2027 · 31. Januar 2027."""
        return format_date(day, "medium" if self.language is Language.GERMAN else "long", locale=self.locale)

    def money(self, amount: Decimal) -> str:
        """26,50 Euro · €26.50."""
        if self.locale == "de":
            return euro(amount)
        return format_currency(
            amount, "EUR", "¤#,##0.00" if amount % 1 else "¤#,##0", self.locale, currency_digits=False
        )

    def enumeration(self, words: Sequence[str]) -> str:
        """„Gebühren, Fristen und Hinweise“."""
        return format_list([*map(self.translations.gettext, words)], locale=self.locale)

    def week(self, hours: str) -> tuple[tuple[str, str], ...]:
        """(day, times) from Monday on: `("Montag", "8:00 bis 12:00 Uhr")`; closed days are left out."""
        names = get_day_names("wide", locale=self.locale)
        return tuple((names[number], self._times(spans)) for number, spans in enumerate(schedule(hours)) if spans)

    def _times(self, spans: Sequence[tuple[int, int]]) -> str:
        times = (self.gettext("%(begin)s bis %(end)s", begin=clock(begin), end=clock(end)) for begin, end in spans)
        conjunction = self.gettext("und")
        return self.gettext("%(times)s Uhr", times=f" {conjunction} ".join(times))


def _in_span(text: str, tag: str) -> Markup:
    return markup(f'<span lang="{tag}">{escaped(text)}</span>')  # the text is escaped, the tag is ours


@cache
def _is_foreign(tag: str, here: str) -> bool:
    """False for Leichte Sprache beside German."""
    return tag.partition("-")[0] != here.partition("-")[0]


@cache
def speech(language: Language) -> Speech:
    """A language of the interface."""
    found = catalogs.catalog(language)
    return Speech(language, catalogs.compiled(found), catalogs.for_scripts(found))


GERMAN = speech(Language.GERMAN)
