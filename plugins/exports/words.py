"""Facts of a service in words, for formats that know no fields for them."""

from plugins.catalog.records import Fee, Office, PostalAddress
from plugins.interface.speech import Speech


def amount(fee: Fee, spoken: Speech) -> str:
    """„26 Euro“, „von 10 Euro bis 20 Euro“; empty for a fee in words."""
    if fee.amount is not None:
        return spoken.money(fee.amount)
    if fee.lower is not None and fee.upper is not None:
        ends = {"lower": spoken.money(fee.lower), "upper": spoken.money(fee.upper)}
        return spoken.gettext("%(lower)s bis %(upper)s", **ends)
    if fee.lower is not None:
        return spoken.gettext("ab %(amount)s", amount=spoken.money(fee.lower))
    return spoken.gettext("bis %(amount)s", amount=spoken.money(fee.upper)) if fee.upper is not None else ""


def fee(one: Fee, spoken: Speech) -> str:
    """„Ab 24 Jahren: 37 Euro. Express kostet mehr“."""
    said = ". ".join(words for words in (amount(one, spoken), one.note or "") if words)
    return f"{one.label}: {said}" if one.label and said else one.label or said


def address(found: PostalAddress | None) -> str:
    """„Rathausplatz 1, 52999 Rurheim“; empty without an address."""
    return f"{found.street}, {found.postal_code} {found.city}" if found else ""


def hours(office: Office, spoken: Speech) -> str:
    """„Montag 8:00 bis 12:00 Uhr; Dienstag …“, with the note."""
    week = [f"{day} {times}" for day, times in spoken.week(office.opening_hours)] if office.opening_hours else []
    return "; ".join([*week, *([office.opening_note] if office.opening_note else [])])
