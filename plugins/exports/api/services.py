"""A service as a document of the JSON API."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plugins.catalog import labels, markdown, urls
from plugins.catalog.directory import Offer, WayIn
from plugins.catalog.offer import FormLink
from plugins.catalog.published import Published
from plugins.catalog.records import Fee, Language, Office, Service, Translation
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.exports import licences, words
from plugins.exports.api import addresses, documents
from plugins.exports.texts import absolute, plain
from plugins.interface.speech import GERMAN


def line(published: Published, offer: Offer) -> documents.ServiceLine:
    """A service as the list has it."""
    return documents.ServiceLine(**_line(published, offer))


def document(published: Published, offer: Offer) -> documents.Service:
    """All that is known of a service here."""
    service = offer.service
    return documents.Service(
        **_line(published, offer),
        official_name=service.official_name,
        ozg_id=service.ozg_id,
        sdg=service.sdg,
        level=_choice(service.level, labels.LEVELS),
        provider=offer.provider,
        texts=tuple(_texts(published, offer, language, text) for language, text in offer.texts.items()),
        documents=markdown.entries(service.documents),
        ways_in=tuple(_way_in(published, way) for way in offer.ways_in),
        offices=tuple(contact(published, office) for office in offer.offices),
        fees=tuple(map(_fee, service.fees)),
        forms=tuple(_form(published, link) for link in offer.forms),
        legal_basis=tuple(documents.Norm(text=norm.text, url=published.working(norm.url)) for norm in offer.norms),
        towns=tuple(_towns(offer)),
        related=tuple(other.slug for other in published.directory.of(service.related)),
        reviewed_on=service.reviewed_on,
        review_by=service.review_by,
        valid_until=service.valid_until,
        licence=licence(published),
    )


def _line(published: Published, offer: Offer) -> dict[str, Any]:
    service = offer.service
    return {
        "slug": offer.slug,
        "title": offer.title,
        "summary": offer.summary,
        "url": published.at(offer.url),
        "document": published.at(f"/{addresses.service(offer.slug)}"),
        "languages": tuple(_version(published, offer, *version) for version in offer.texts.items()),
        "leika": service.leika,
        "audience": service.audience,
        "topics": tuple(topic.slug for topic in offer.topics),
        "is_online": offer.is_online,
        "is_by_rule": offer.is_by_rule,
        "changed": published.changed(offer),
    }


def _version(published: Published, offer: Offer, language: Language, text: Service | Translation) -> documents.Version:
    return documents.Version(language=language, title=text.title, url=published.at(urls.service(offer.slug, language)))


def _texts(published: Published, offer: Offer, language: Language, text: Service | Translation) -> documents.Texts:
    return documents.Texts(
        **_version(published, offer, language, text).model_dump(),
        summary=text.summary,
        synonyms=text.synonyms,
        sections=tuple(_sections(published, text)),
    )


def _sections(published: Published, text: Service | Translation) -> Iterator[documents.Section]:
    for name, mark in marked_fields(type(text), Section).items():
        written = getattr(text, name)
        if written and not mark.plain:
            said = {"markdown": absolute(written, published.around), "plain": plain(written)}
            yield documents.Section(name=name, heading=mark.heading, fim=mark.fim or None, **said)


def _way_in(published: Published, way: WayIn) -> documents.WayIn:
    return documents.WayIn(
        kind=way.kind,
        label=way.label or labels.ACTIONS[way.kind],
        url=way.url,
        is_information=way.is_information,
        note=way.note,
        choose=way.choose,
        portal=documents.OtherPortal(title=way.portal.title, operator=way.portal.operator) if way.portal else None,
        form=way.form.title if way.form else None,
        office=contact(published, way.office) if way.office else None,
        login=_choices(way.login, labels.LOGINS),
        payment=_choices(way.payment, labels.PAYMENTS),
        checked_on=way.checked_on,
    )


def contact(published: Published, office: Office) -> documents.Contact:
    """How one reaches an office."""
    return documents.Contact(
        slug=office.slug if office in published.directory.offices else None, **contact_data(office)
    )


def contact_data(office: Office) -> dict[str, Any]:
    """Name, address, phone and mail."""
    address = office.address
    return {
        "name": office.name,
        "address": documents.PostalAddress(**address.model_dump()) if address else None,
        "phone": office.phone,
        "email": office.email,
    }


def _fee(fee: Fee) -> documents.Fee:
    return documents.Fee(**fee.model_dump() | {"amount": fee.price}, words=words.fee(fee, GERMAN))


def _form(published: Published, link: FormLink) -> documents.Form:
    form = link.form
    return documents.Form(
        title=form.title,
        url=published.working(link.url),
        pdf=published.working(form.pdf),
        languages=form.languages,
        minutes=form.minutes,
        login=_choices(form.login, labels.LOGINS),
        payment=_choices(form.payment, labels.PAYMENTS),
    )


def _towns(offer: Offer) -> Iterator[documents.Town]:
    """The towns to choose from, or those that do themselves what the others leave to their Kreis."""
    for one in offer.towns:
        url = urls.at_portal(offer.url, one.town.portal_url) if one.is_offered else None
        yield documents.Town(name=one.town.name, is_offered=one.is_offered, url=url)
    for town in offer.exceptions:
        yield documents.Town(name=town.name, is_offered=True, url=urls.at_portal(offer.url, town.portal_url))


def _choices(codes: Sequence[Any], table: Mapping[Any, str]) -> tuple[documents.Choice, ...]:
    return tuple(_choice(code, table) for code in codes)


def _choice(code: Any, table: Mapping[Any, str]) -> documents.Choice:
    return documents.Choice(code=code, label=table[code])


def licence(published: Published) -> documents.Licence | None:
    """The terms, where the municipality has said them."""
    terms = licences.terms(published.directory.municipality)
    return documents.Licence(name=terms.name, url=terms.url) if terms else None
