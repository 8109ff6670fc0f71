"""Any value of a service in a few words, for lines at the desk."""

from datetime import date
from enum import Enum
from functools import singledispatch

from plugins.catalog import labels
from plugins.catalog.records import Fee, LegalBasis, Maturity
from plugins.catalog.records.channel import (
    AppointmentChannel,
    InPersonChannel,
    OnlineChannel,
    PhoneChannel,
    PortalChannel,
    PostChannel,
)
from plugins.catalog.records.fields import euro

_WIDTH = 60


def brief(value: object) -> str:
    """At most sixty letters in one line; empty when there is nothing to say."""
    text = " ".join(_words(value).split()) if value else ""
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH].rstrip()} …"


@singledispatch
def _words(value: object) -> str:
    return str(value)


@_words.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    return ", ".join(map(_words, value))


@_words.register
def _(value: Enum) -> str:
    return labels.CHOICES.get(value.value, value.value)


@_words.register
def _(value: date) -> str:
    return f"{value:%d.%m.%Y}"


@_words.register
def _(value: Fee) -> str:
    amounts = [euro(amount) for amount in (value.amount, value.lower, value.upper) if amount is not None]
    return " bis ".join(amounts) or value.note or ""


@_words.register
def _(value: LegalBasis) -> str:
    name = value.law or value.name or ""
    return f"§ {value.section} {name}" if value.section else name


@_words.register
def _(value: Maturity) -> str:
    return f"{value.level} nach Modell {value.model}"


@_words.register(OnlineChannel)
@_words.register(PortalChannel)
@_words.register(AppointmentChannel)
@_words.register(InPersonChannel)
@_words.register(PostChannel)
@_words.register(PhoneChannel)
def _(value: OnlineChannel) -> str:
    return labels.WAYS[value.kind]
