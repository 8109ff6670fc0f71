"""An offer as a `cpsv:PublicService` with its channels, costs, evidence and legal resources."""

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.catalog import markdown, urls
from plugins.catalog.offer import Offer, WayIn
from plugins.catalog.published import Published
from plugins.catalog.records import Fee, Language, Office, Texts, TopicKind
from plugins.exports import words
from plugins.exports.cpsv_ap import names
from plugins.exports.cpsv_ap.references import ORGANISATION
from plugins.exports.rdf import Node, link, node, said, typed
from plugins.exports.texts import plain
from plugins.interface.speech import GERMAN

_AT_AN_OFFICE = frozenset({"in_person", "phone", "appointment", "post"})


def nodes(published: Published, offer: Offer) -> Iterator[Node]:
    """The service and everything that belongs to it alone."""
    address = published.at(offer.url)
    own = _own(published, offer, address)
    links = {name: _links(one["@id"] for one in found) for name, found in own.items()}
    yield node(
        address,
        ["cpsv:PublicService"],
        {"dct:identifier": address, **_words(offer), **_references(published, offer), **links},
    )
    for found in own.values():
        yield from found


def _own(published: Published, offer: Offer, address: str) -> dict[str, list[Node]]:
    """What nothing else refers to, by the property that leads there."""
    found = {
        "cv:isClassifiedBy": _keys(published, offer),
        "cv:hasChannel": _channels(published, offer, address),
        "cv:hasCost": _costs(offer.service.fees, address),
        "cpsv:hasInput": _entries("cv:Evidence", offer.service.documents, f"{address}#unterlage"),
        "cv:holdsRequirement": _entries("cv:Requirement", offer.service.requirements, f"{address}#voraussetzung"),
        "cv:hasLegalResource": _norms(offer, address),
    }
    if not _authorities(published, offer):
        found["cv:hasCompetentAuthority"] = _provider(published, offer, address)
    return {name: list(nodes_of) for name, nodes_of in found.items()}


def _references(published: Published, offer: Offer) -> dict[str, Any]:
    """What other services refer to as well."""
    languages = names.languages([Language.GERMAN, *offer.form_languages])
    kinds = {kind: [one for one in offer.topics if one.kind is kind] for kind in TopicKind}
    return {
        "dct:language": _links(languages),
        "dct:spatial": link(names.area(published.directory.municipality)),
        "dct:audience": _links(names.concept(published, "fuer", one) for one in offer.service.audience),
        "cv:hasCompetentAuthority": _links(_authorities(published, offer)),
        "cv:contactPoint": _links(f"{names.office(published, one.slug)}#kontakt" for one in offer.offices),
        "cv:thematicArea": _links(published.at(urls.topic(one.slug)) for one in kinds[TopicKind.THEME]),
        "cv:isGroupedBy": _links(published.at(urls.topic(one.slug)) for one in kinds[TopicKind.LIFE_EVENT]),
        "cv:relatedService": _links(published.at(one.url) for one in published.directory.of(offer.service.related)),
    }


def _links(addresses: Iterable[str]) -> list[dict[str, str]]:
    return [link(address) for address in addresses]


def _words(offer: Offer) -> dict[str, Any]:
    """Title, description and keywords in every language."""
    versions: dict[Language, Texts] = {Language.GERMAN: offer.service}
    versions |= {one.language: one for one in offer.translations}
    return {
        "dct:title": [said(texts.title, language) for language, texts in versions.items()],
        "dct:description": [said(_description(texts), language) for language, texts in versions.items()],
        "dcat:keyword": [said(word, language) for language, texts in versions.items() for word in texts.synonyms],
    }


def _description(texts: Texts) -> str:
    """Summary and explanation as words."""
    return f"{texts.summary}\n\n{plain(texts.full_text)}".strip()


def _authorities(published: Published, offer: Offer) -> list[str]:
    """The offices that are competent; where a Kreis leads to its towns, these."""
    if offer.towns:
        return [names.authority(one.town) for one in offer.towns if one.is_offered]
    return [names.office(published, one.slug) for one in offer.offices]


def _provider(published: Published, offer: Offer, address: str) -> Iterator[Node]:
    """The body that is competent, where no office is known; the Land stands for words that name no single one."""
    here = published.directory.municipality
    body = said(offer.body or f"Land {here.state}")
    yield node(f"{address}#stelle", ORGANISATION, {"skos:prefLabel": body, "dct:spatial": link(names.area(here))})


def _keys(published: Published, offer: Offer) -> Iterator[Node]:
    """LeiKa keys and codes of the Single Digital Gateway."""
    for key in offer.service.leika:
        yield _code(f"urn:de:fim:leika:leistung:{key}", key, f"LeiKa {key}")
    for code in offer.service.sdg:
        yield _code(names.concept(published, "sdg", code), code, f"SDG {code}")


def _code(address: str, value: str, words: str) -> Node:
    return node(address, ["skos:Concept"], {"skos:notation": value, "skos:prefLabel": said(words)})


def _channels(published: Published, offer: Offer, address: str) -> Iterator[Node]:
    for number, way in enumerate((way for way in offer.ways_in if not way.is_information), 1):
        identifier = f"{address}#weg-{number}"
        yield node(
            identifier,
            ["cv:Channel"],
            {
                "dct:identifier": identifier,
                "dct:type": link(names.concept(published, "kanal", way.kind)),
                "dct:description": [said(words) for words in _explained(way)],
                "foaf:page": link(way.url) if way.url else None,
                "cv:ownedBy": _links(names.office(published, one.slug) for one in _met(offer, way)),
            },
        )


def _met(offer: Offer, way: WayIn) -> tuple[Office, ...]:
    """The office one meets on this way, where it is one of the service; any other has no page here."""
    return tuple(one for one in offer.offices if one is way.office and way.kind in _AT_AN_OFFICE)


def _explained(way: WayIn) -> Iterator[str]:
    if way.note or way.choose:
        yield " ".join(filter(None, (way.note, f"Dort wählen: {way.choose}" if way.choose else "")))
    if way.kind == "post" and way.office and way.office.address:
        yield f"{way.office.name}, {words.address(way.office.address)}"


def _costs(fees: Iterable[Fee], address: str) -> Iterator[Node]:
    for number, fee in enumerate(fees, 1):
        identifier = f"{address}#gebuehr-{number}"
        price = fee.price
        yield node(
            identifier,
            ["cv:Cost"],
            {
                "dct:identifier": identifier,
                "cv:hasValue": None if price is None else typed(str(float(price)), "xsd:double"),
                "cv:currency": None if price is None else link(names.EURO),
                "dct:description": said(words.fee(fee, GERMAN)),
            },
        )


_TITLES = {"cv:Evidence": "Erforderliche Unterlagen", "cv:Requirement": "Voraussetzungen"}


def _entries(kind: str, text: str, address: str) -> Iterator[Node]:
    """A node for each entry of a list; a text that is no list is one node with that text."""
    entries = markdown.entries(text)
    for number, entry in enumerate(entries, 1):
        identifier = f"{address}-{number}"
        yield node(identifier, [kind], {"dct:identifier": identifier, "dct:title": said(entry)})
    if text and not entries:
        words = {"dct:title": said(_TITLES[kind]), "dct:description": said(plain(text))}
        yield node(address, [kind], {"dct:identifier": address, **words})


def _norms(offer: Offer, address: str) -> Iterator[Node]:
    for number, norm in enumerate(offer.norms, 1):
        own = norm.url or f"{address}#recht-{number}"
        yield node(own, ["eli:LegalResource"], {"dct:title": said(norm.text)})
