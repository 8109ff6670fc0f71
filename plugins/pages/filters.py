"""What templates may ask for: dates and amounts, HTML of Markdown, labels. No computation beyond that."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from plugins.catalog import addresses, labels, markdown, urls
from plugins.catalog.hours import closes_on_holidays, schedule
from plugins.catalog.markdown import Surroundings
from plugins.interface.escaping import markup
from plugins.interface.speech import GERMAN, Speech

remembered = lru_cache(maxsize=None, typed=True)
"""Of a function of a portal and a language: text and markup of the same letters are two values."""


def filters(around: Surroundings, speech: Speech = GERMAN) -> dict[str, Any]:
    """The Jinja filters of a portal in a language; links in texts lead where its surroundings say.

    Days, opening hours and titles come again and again: each is put into words once.
    """

    def as_html(text: str) -> Markup:
        return markup(markdown.to_html(text, around))  # the renderer escapes everything it was given

    def as_entries(text: str) -> list[Markup]:
        return [markup(entry) for entry in markdown.flat_list_html(text, around)]

    def label(words: Mapping[Any, str]) -> Any:
        return remembered(lambda code: speech.gettext(words[code]))

    return {
        "markdown": as_html,
        "checklist_items": as_entries,
        "working": around.working,
        "day": remembered(speech.day),
        "euro": remembered(lambda amount: speech.money(Decimal(str(amount)))),
        "week": remembered(speech.week),
        "schedule": schedule,
        "closes_on_holidays": closes_on_holidays,
        "tel": phone_address,
        "at_portal": urls.at_portal,
        "enumeration": remembered(speech.enumeration),
        "translated": remembered(speech.translated),
        "marked": speech.marked,
        "titled": remembered(speech.titled),
        "action": label(labels.ACTIONS),
        "way_label": label(labels.WAYS),
        "login_label": label(labels.LOGINS),
        "payment_label": label(labels.PAYMENTS),
        "language_label": labels.LANGUAGES.__getitem__,
    }


def phone_address(number: str) -> str:
    """A `tel:` address: „0221 4710-200“ → „tel:+492214710200“."""
    return f"tel:{addresses.international(number)}"
