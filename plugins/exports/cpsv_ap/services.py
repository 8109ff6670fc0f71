"""An offer as a `cpsv:PublicService` with its channels, costs, evidence and legal resources."""

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.catalog import markdown, urls
from plugins.catalog.offer import Offer, WayIn
from plugins.catalog.records import Fee, Language, Office, Texts, TopicKind
from plugins.exports.cpsv_ap import names
from plugins.exports.cpsv_ap.references import ORGANISATION
from plugins.exports.prose import cost_in_words, plain
from plugins.exports.published import Published
from plugins.exports.rdf import Node, link, node, said, typed

_AT_AN_OFFICE = frozenset({"in_person", "phone", "appointment"})


def nodes(published: Published, offer: Offer) -> Iterator[Node]:
    """The service and everything that belongs to it alone."""
    address = published.at(offer.url)
    authority = _provider(published, offer, address)
    channels = list(_channels(published, offer, address))
    costs = list(_costs(offer.service.fees, address))
    evidence = list(_evidence(offer.service.documents, address))
    norms = list(_norms(offer, address))
    keys = list(_keys(published, offer))
    yield node(
        address,
        ["cpsv:PublicService"],
        {
            "dct:identifier": address,
            **_words(offer),
            "dct:language": _links(names.languages([Language.GERMAN, *(one.language for one in offer.translations)])),
            "dct:spatial": link(names.area(published.directory.municipality)),
            "dct:audience": _links(names.concept(published, "fuer", one) for one in offer.service.audience),
            "cv:hasCompetentAuthority": _links(_authorities(published, offer)) or _links(_addresses(authority)),
            "cv:contactPoint": _links(f"{names.office(published, one.slug)}#kontakt" for one in offer.offices),
            **_topics(published, offer),
            "cv:isClassifiedBy": _links(_addresses(keys)),
            "cv:hasChannel": _links(_addresses(channels)),
            "cv:hasCost": _links(_addresses(costs)),
            "cpsv:hasInput": _links(_addresses(evidence)),
            "cv:hasLegalResource": _links(_addresses(norms)),
            "cv:relatedService": _links(published.at(one.url) for one in _related(published, offer)),
        },
    )
    yield from (*authority, *channels, *costs, *evidence, *norms, *keys)


def _addresses(found: Iterable[Node]) -> list[str]:
    return [one["@id"] for one in found]


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


def _provider(published: Published, offer: Offer, address: str) -> list[Node]:
    """Who is competent in words, where no office is known."""
    if _authorities(published, offer):
        return []
    area = link(names.area(published.directory.municipality))
    return [node(f"{address}#stelle", ORGANISATION, {"skos:prefLabel": said(offer.provider), "dct:spatial": area})]


def _topics(published: Published, offer: Offer) -> dict[str, list[dict[str, str]]]:
    events = [one for one in offer.topics if one.kind is TopicKind.LIFE_EVENT]
    themes = [one for one in offer.topics if one.kind is TopicKind.THEME]
    return {
        "cv:thematicArea": _links(published.at(urls.topic(one.slug)) for one in themes),
        "cv:isGroupedBy": _links(published.at(urls.topic(one.slug)) for one in events),
    }


def _related(published: Published, offer: Offer) -> tuple[Offer, ...]:
    return published.directory.of(offer.service.related)


def _keys(published: Published, offer: Offer) -> Iterator[Node]:
    """LeiKa keys and codes of the Single Digital Gateway."""
    for key in offer.service.leika:
        yield _code(f"urn:de:fim:leika:leistung:{key}", key, f"LeiKa {key}")
    for code in offer.service.sdg:
        yield _code(names.concept(published, "sdg", code), code, f"SDG {code}")


def _code(address: str, value: str, words: str) -> Node:
    return node(address, ["skos:Concept"], {"skos:notation": value, "skos:prefLabel": said(words)})


def _channels(published: Published, offer: Offer, address: str) -> Iterator[Node]:
    for number, way in enumerate(offer.ways_in, 1):
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


def _costs(fees: Iterable[Fee], address: str) -> Iterator[Node]:
    for number, fee in enumerate(fees, 1):
        identifier = f"{address}#gebuehr-{number}"
        has_value = fee.amount is not None
        yield node(
            identifier,
            ["cv:Cost"],
            {
                "dct:identifier": identifier,
                "cv:hasValue": typed(str(float(fee.amount)), "xsd:double") if fee.amount is not None else None,
                "cv:currency": link(names.EURO) if has_value else None,
                "dct:description": said(cost_in_words(fee)),
            },
        )


def _evidence(documents: str, address: str) -> Iterator[Node]:
    """Each entry of the list; a text that is no list is one piece of evidence with that text."""
    if not documents:
        return
    entries = markdown.flat_list_items(documents)
    if not entries:
        text = {"dct:description": said(plain(documents))}
        yield _piece(f"{address}#unterlagen", "Erforderliche Unterlagen", text)
    for number, entry in enumerate(entries, 1):
        yield _piece(f"{address}#unterlage-{number}", markdown.to_text(entry), {})


def _piece(address: str, title: str, more: dict[str, Any]) -> Node:
    return node(address, ["cv:Evidence"], {"dct:identifier": address, "dct:title": said(title), **more})


def _norms(offer: Offer, address: str) -> Iterator[Node]:
    for number, norm in enumerate(offer.norms, 1):
        own = norm.url or f"{address}#recht-{number}"
        yield node(own, ["eli:LegalResource"], {"dct:title": said(norm.text)})
