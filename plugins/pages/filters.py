"""What templates may ask for: German dates and amounts, HTML of Markdown, labels. No computation beyond that."""

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from plugins.catalog import labels, markdown, urls
from plugins.catalog.hours import closes_on_holidays, schedule, week
from plugins.catalog.markdown import Surroundings
from plugins.catalog.records.fields import euro


def filters(around: Surroundings) -> dict[str, Any]:
    """The Jinja filters of a portal; links in texts lead where its surroundings say."""

    def as_html(text: str) -> Markup:
        return Markup(markdown.to_html(text, around))  # noqa: S704 - the renderer escapes everything it was given

    def as_inline_html(text: str) -> Markup:
        return Markup(markdown.to_inline_html(text, around))  # noqa: S704

    return {
        "markdown": as_html,
        "markdown_inline": as_inline_html,
        "checklist_items": markdown.flat_list_items,
        "working": around.working,
        "day": german_day,
        "euro": lambda amount: euro(Decimal(str(amount))),
        "week": week,
        "schedule": schedule,
        "closes_on_holidays": closes_on_holidays,
        "tel": phone_address,
        "at_portal": urls.at_portal,
        "enumeration": enumeration,
        "action": labels.ACTIONS.__getitem__,
        "way_label": labels.WAYS.__getitem__,
        "login_label": labels.LOGINS.__getitem__,
        "payment_label": labels.PAYMENTS.__getitem__,
        "language_label": {
            tag: labels.LANGUAGES[language] for language, tag in labels.LANGUAGE_TAGS.items()
        }.__getitem__,
    }


def german_day(day: datetime.date) -> str:
    """31.01.2027."""
    return f"{day:%d.%m.%Y}"


def phone_address(number: str) -> str:
    """A `tel:` address: „0221 4710-200“ → „tel:+492214710200“; short numbers such as 115 stay as they are."""
    digits = re.sub(r"[^0-9+]", "", number.replace("(0)", ""))
    return f"tel:+49{digits[1:]}" if digits.startswith("0") and not digits.startswith("00") else f"tel:{digits}"


def enumeration(words: Sequence[str]) -> str:
    """„Gebühren, Fristen und Hinweise“."""
    *others, last = words
    return f"{', '.join(others)} und {last}" if others else last
