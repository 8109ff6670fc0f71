"""An offer as a service of HSDS, with everything that belongs to it inside."""

from collections.abc import Iterator
from typing import Any

from plugins.catalog import labels, markdown, urls
from plugins.catalog.offer import Offer
from plugins.catalog.published import Published
from plugins.catalog.records import Fee, Language, Municipality, Office
from plugins.exports import words
from plugins.exports.hsds import places, terms
from plugins.exports.hsds.identity import Object, known
from plugins.exports.texts import plain
from plugins.interface.speech import GERMAN

_CODES = {Language.GERMAN: "de", Language.ENGLISH: "en", Language.SIMPLE: "de"}


def service(published: Published, offer: Offer) -> Object:
    """The service; without an organization where no single one is named: any town of a Kreis, „A oder B“."""
    words_of = _words(offer, published.at(offer.url))
    return known(
        _key(published, offer), status="active", **words_of, **_kept(published, offer), **_held(published, offer)
    )


def _key(published: Published, offer: Offer) -> str:
    """What the ids are made of; they outlive a new name."""
    return published.at(offer.first_url)


def _words(offer: Offer, address: str) -> dict[str, Any]:
    record = offer.service
    return {
        "name": record.title,
        "alternate_name": record.official_name,
        "description": f"{record.summary}\n\n{plain(record.full_text)}".strip(),
        "url": address,
        "application_process": plain(record.steps),
        "fees_description": _fees(offer),
        "eligibility_description": plain(record.requirements),
    }


def _kept(published: Published, offer: Offer) -> dict[str, Any]:
    """Who keeps the text, and since when it is as it is."""
    keepers = (one.email for one in published.directory.offices if one.slug == offer.service.owner)
    at = published.changed_at(offer)
    return {
        "email": offer.offices[0].email if offer.offices else None,
        "assured_date": offer.service.reviewed_on.isoformat(),
        "assurer_email": next(keepers, None),
        "last_modified": at.isoformat(timespec="milliseconds") if at else None,
    }


def _held(published: Published, offer: Offer) -> dict[str, Any]:
    """Objects inside the service."""
    address, record = _key(published, offer), offer.service
    doors = [found for office in offer.offices if (found := places.location(published, office))]
    return {
        "additional_urls": [*_ways(offer, address), *_translated(published, offer, address)],
        "phones": [phone for office in offer.offices for phone in places.phones(published, office)],
        "service_areas": [_area(one, address) for one in _areas(published, offer)],
        "service_at_locations": [known(f"{address}#{door['id']}", location=door) for door in doors],
        "languages": [_language(one, address) for one in offer.form_languages],
        "organization": _organization(published, offer),
        "cost_options": [_cost(fee, f"{address}#gebuehr-{number}") for number, fee in enumerate(record.fees, 1)],
        "required_documents": list(_documents(record.documents, address)),
        "contacts": [_contact(office, address) for office in offer.offices],
        "attributes": list(terms.attributes(published, offer)),
    }


def _ways(offer: Offer, address: str) -> Iterator[Object]:
    for number, way in enumerate(offer.ways_in, 1):
        if way.url:
            yield known(f"{address}#weg-{number}", label=way.label or labels.ACTIONS[way.kind], url=way.url)


def _translated(published: Published, offer: Offer, address: str) -> Iterator[Object]:
    """Its page in other languages."""
    for text in offer.translations:
        label, page = labels.LANGUAGES[text.language], published.at(urls.service(offer.slug, text.language))
        yield known(f"{address}#seite-{text.language}", label=f"{label}: {text.title}", url=page)


def _fees(offer: Offer) -> str:
    lines = [words.fee(fee, GERMAN) for fee in offer.service.fees]
    return "\n".join([*lines, plain(offer.service.costs)]).strip()


def _areas(published: Published, offer: Offer) -> tuple[Municipality, ...]:
    """The towns that offer it, where a Kreis leads to them; else the place of the portal."""
    return tuple(one.town for one in offer.towns if one.is_offered) or (published.directory.municipality,)


def _area(municipality: Municipality, address: str) -> Object:
    return known(f"{address}#gebiet-{municipality.ars}", name=municipality.name, uri=municipality.portal_url)


def _language(language: Language, address: str) -> Object:
    note = labels.LANGUAGES[language] if language is Language.SIMPLE else None
    return known(f"{address}#sprache-{language}", name=labels.LANGUAGES[language], code=_CODES[language], note=note)


def _organization(published: Published, offer: Offer) -> Object | None:
    if offer.offices:
        return places.organization(published, offer.offices[0])
    if offer.provided_by:
        return places.municipality(offer.provided_by)
    body = offer.body
    return known(f"{published.at('/daten/')}#{body}", name=body, description=body) if body else None


def _cost(fee: Fee, address: str) -> Object:
    price = fee.price
    return known(
        address,
        option=fee.label,
        currency=None if price is None else "EUR",
        amount=None if price is None else float(price),
        amount_description=words.fee(fee.model_copy(update={"label": None}), GERMAN),
        valid_from=fee.as_of.isoformat() if fee.as_of else None,
    )


def _documents(text: str, address: str) -> Iterator[Object]:
    """Each entry of the list; a text that is no list is one document."""
    for number, entry in enumerate(markdown.entries(text) or filter(None, [plain(text)]), 1):
        yield known(f"{address}#unterlage-{number}", document=entry)


def _contact(office: Office, address: str) -> Object:
    """An office, never a person."""
    return known(f"{address}#kontakt-{office.slug}", name=office.name, email=office.email)
