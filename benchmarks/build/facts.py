"""What a page shows, as facts for any template: strings, numbers and lists of them; what is empty is left out."""

import json
from collections.abc import Iterator
from typing import Any

from plugins.catalog import addresses, labels, urls
from plugins.catalog.directory import Offer, WayIn
from plugins.catalog.hours import schedule
from plugins.catalog.markdown import entries
from plugins.catalog.records import Fee, Office, TopicKind
from plugins.catalog.records.office import PostalAddress
from plugins.catalog.records.service import Texts
from plugins.interface.speech import GERMAN
from plugins.metadata.schema_org import fees
from plugins.pages.view import View

Facts = dict[str, Any]

SECTIONS = {
    "full_text": "Worum es geht",
    "requirements": "Voraussetzungen",
    "steps": "Schritt für Schritt",
    "costs": "Zu den Kosten",
    "deadlines": "Fristen",
    "processing_time": "Wie lange es dauert",
    "competent_office": "Zur zuständigen Stelle",
    "contact": "Ansprechpunkt",
    "form_notes": "Zu den Formularen",
    "legal_notes": "Zu den Rechtsgrundlagen",
    "remedy": "Wenn Sie nicht einverstanden sind",
    "notes": "Hinweise",
    "further": "Mehr dazu",
}
"""The texts of a service in the order of its page, and how they are headed there."""


def full(**facts: Any) -> Facts:
    """The facts that are there."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def head(view: View) -> Facts:
    """What the head of every page says, and the page above it."""
    above = [{"title": title, "url": url} for title, url in view.trail[1:]]
    return full(title=view.title, description=view.description, above=above[0] if above else None)


def service(view: View, number: int) -> Facts:
    """A service; `number` is its place in the alphabet."""
    offer, text = view.values["offer"], view.values["text"]
    return full(
        **head(view),
        weight=number,
        summary=text.summary,
        official=offer.service.official_name,
        leika=list(offer.service.leika),
        provider=offer.provider,
        audiences=[urls.CITIZENS if one == "citizens" else urls.BUSINESSES for one in offer.service.audience],
        audience_names=[labels.AUDIENCES[one] for one in offer.service.audience],
        topics=[topic.slug for topic in offer.topics],
        themes=[topic.title for topic in offer.topics if topic.kind is TopicKind.THEME],
        ways=[_way(way) for way in offer.ways_in],
        badges=[labels.WAYS[kind] for kind in offer.kinds_of_ways],
        documents=list(entries(text.documents)),
        steps=list(entries(text.steps)),
        fees=[_fee(fee) for fee in offer.service.fees],
        offices=[office.slug for office in offer.offices],
        forms=[full(title=link.form.title, url=link.url, pdf=link.form.pdf) for link in offer.forms],
        norms=[full(text=norm.text, url=norm.url) for norm in offer.norms],
        related=[{"title": line.title, "url": line.url} for line in view.values["related"]],
        reviewed_on=str(offer.service.reviewed_on),
        reviewed=GERMAN.day(offer.service.reviewed_on),
        owner=view.values["owner"],
        owner_slug=offer.service.owner,
        **_review(offer, view.values["contact"]),
    )


def body(text: Texts) -> str:
    """The texts of a service as one Markdown text; documents only where they are more than a list."""
    documents = "" if entries(text.documents) else text.documents
    shown = {heading: getattr(text, name) for name, heading in SECTIONS.items()} | {"Was Sie brauchen": documents}
    return "\n\n".join(f"## {heading}\n\n{words}" for heading, words in shown.items() if words)


def _review(offer: Offer, contact: Any) -> Facts:
    if offer.is_by_rule:
        return {"by_rule": True}
    phone = {"name": contact.name, "phone": contact.phone, "tel": tel(contact.phone)}
    return {"review_by": str(offer.service.review_by), "review": GERMAN.day(offer.service.review_by), "contact": phone}


def _way(way: WayIn) -> Facts:
    return full(
        kind=way.kind,
        action=way.label or labels.ACTIONS[way.kind],
        url=way.url,
        portal=way.portal.title if way.portal else None,
        operator=way.portal.operator if way.portal else None,
        choose=way.choose,
        note=way.note,
        office=way.office.slug if way.office else None,
        form=way.form.title if way.form else None,
        languages=[str(language) for language in way.form.languages] if way.form else None,
        facts=list(_way_facts(way)),
    )


def _way_facts(way: WayIn) -> Iterator[str]:
    if way.login:
        yield f"Anmeldung: {' oder '.join(labels.LOGINS[one] for one in way.login)}"
    if way.payment:
        yield f"Bezahlen: {', '.join(labels.PAYMENTS[one] for one in way.payment)}"
    if way.kind == "online" and way.form and way.form.minutes:
        yield f"Dauer: etwa {way.form.minutes} Minuten"
    if way.checked_on:
        yield f"Stand des Links: {GERMAN.day(way.checked_on)}"


def _fee(fee: Fee) -> Facts:
    source = [f"Stand {GERMAN.day(fee.as_of)}" if fee.as_of else "", f"Quelle: {fee.source}" if fee.source else ""]
    words = full(label=fee.label, amount=_amount(fee), note=fee.note, source=", ".join(filter(None, source)))
    return {**words, "offer": fees.offer(fee)}


def _amount(fee: Fee) -> str:
    lower, upper = (GERMAN.money(one) if one is not None else "" for one in (fee.lower, fee.upper))
    if fee.amount is not None:
        return GERMAN.money(fee.amount)
    return f"{lower} bis {upper}" if lower and upper else f"ab {lower}" if lower else f"bis {upper}" if upper else ""


def office(office: Office) -> Facts:
    """An office as its card shows it."""
    return full(
        name=office.name,
        description=office.description,
        address=address(office.address) if office.address else None,
        phone=office.phone,
        tel=tel(office.phone) if office.phone else None,
        email=office.email,
        website=office.website,
        appointment=office.appointment_url,
        accessibility=office.accessibility,
        note=office.opening_note,
        **(_hours(office.opening_hours) if office.opening_hours else {}),
    )


def _hours(hours: str) -> Facts:
    week = [{"day": day, "times": times} for day, times in GERMAN.week(hours)]
    return {"hours": week, "schedule": json.dumps(schedule(hours))}


def address(of: PostalAddress) -> Facts:
    """An address."""
    return {"street": of.street, "postal_code": of.postal_code, "city": of.city}


def tel(phone: str) -> str:
    """A phone number as links have it."""
    return addresses.international(phone)
