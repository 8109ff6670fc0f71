"""An offer as a `leistung`: text modules with HTML in every language, facts as codes and modules of their own."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from xml.etree.ElementTree import Element

from plugins.catalog import labels
from plugins.catalog.markdown import Surroundings, to_html
from plugins.catalog.offer import Offer
from plugins.catalog.records import Fee, Language, Texts, TopicKind
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.exchange.xzufi.elements import coded, element, filled, said
from plugins.exchange.xzufi.publication import Publication
from plugins.exchange.xzufi.vocabulary import (
    AUDIENCES,
    LANGUAGES,
    LEGAL,
    LEVEL,
    LIFE_EVENT,
    MODULES,
    OFFICIAL_NAME,
    OWN_MODULES,
    OZG,
    REGIONAL_KEYS,
    THEME,
    TITLE,
)

_PLAIN = frozenset(field for field, mark in marked_fields(Texts, Section).items() if mark.plain)


def service(offer: Offer, publication: Publication, owner: str) -> Element:
    """Everything the format can carry of an offer; `owner` is the name of the office that keeps its text."""
    record, versions, agency = offer.service, _versions(offer), publication.agency
    return element(
        "leistung",
        element("id", text=offer.slug, schemeAgencyID=agency, schemeDataURI=publication.url),
        element("idSekundaer", text=record.ozg_id, schemeID=OZG) if record.ozg_id else None,
        *(coded("referenzLeiKa", key) for key in record.leika),
        *_text_modules(offer, versions, publication.around),
        *_own_modules(record.fees, versions, publication.around),
        filled("modulBegriffImKontext", *_synonyms(versions)),
        element(
            "modulFachlicheFreigabe",
            element("fachlichFreigegebenAm", text=record.reviewed_on.isoformat()),
            said("fachlichFreigegebenDurch", owner),
        ),
        element("modulUrsprungsportal", element("uri", text=publication.url + offer.url)),
        *(coded("leistungsadressat", AUDIENCES[one]) for one in record.audience),
        *_categories(offer, agency),
        *(coded("informationsbereichSDG", code) for code in record.sdg),
        *(element("gueltigkeitGebietID", text=key, schemeID=REGIONAL_KEYS) for key in _areas(offer, agency)),
        _version(offer, publication),
        *(language_version(language) for language in versions),
        filled("gueltigkeit", element("ende", text=record.valid_until.isoformat()) if record.valid_until else None),
    )


def _versions(offer: Offer) -> dict[Language, Texts]:
    return {Language.GERMAN: offer.service, **{one.language: one for one in offer.translations}}


def _text_modules(offer: Offer, versions: dict[Language, Texts], around: Surroundings) -> Iterator[Element]:
    """The text modules by their codes; 02 and 03 are the names, 07 begins with the list of norms."""
    official = offer.service.official_name or offer.title
    names = [said("inhalt", escape(texts.title, quote=False), language) for language, texts in versions.items()]
    written = {OFFICIAL_NAME: [said("inhalt", escape(official, quote=False))], TITLE: names}
    for code, field in MODULES.items():
        norms = _norms(offer) if code == LEGAL else ""
        html = {language: _html(texts, field, around) for language, texts in versions.items()}
        html[Language.GERMAN] = norms + html[Language.GERMAN]
        written[code] = [said("inhalt", words, language) for language, words in html.items()]
    for code in sorted(written):
        if kept := [one for one in written[code] if one is not None]:
            yield element("modulText", *kept, coded("leikaTextmodul", code))


def _html(texts: Texts, field: str, around: Surroundings) -> str:
    written: str = getattr(texts, field)
    return escape(written, quote=False) if field in _PLAIN else to_html(written, around)


def _norms(offer: Offer) -> str:
    entries = "".join(f"<li>{escape(norm.text, quote=False)}</li>" for norm in offer.norms)
    return f"<ul>{entries}</ul>" if entries else ""


def _own_modules(fees: Iterable[Fee], versions: dict[Language, Texts], around: Surroundings) -> Iterator[Element]:
    for field, name in OWN_MODULES.items():
        words = [said("beschreibung", _html(texts, field, around), language) for language, texts in versions.items()]
        module = filled(name, *(_fee(fee) for fee in fees if field == "costs"), *words)
        if module is not None:
            yield module


def _fee(fee: Fee) -> Element:
    return element(
        "kosten",
        said("bezeichnung", fee.label or ""),
        _amount("betrag", fee.amount),
        _amount("betragUntergrenze", fee.lower),
        _amount("betragObergrenze", fee.upper),
        said("beschreibung", fee.note or ""),
    )


def _amount(name: str, amount: Decimal | None) -> Element | None:
    return None if amount is None else element(name, text=f"{amount:.2f}", currencyID="EUR")


def _synonyms(versions: dict[Language, Texts]) -> Iterator[Element]:
    for language, texts in versions.items():
        for word in texts.synonyms:
            yield element("begriffImKontext", said("begriff", word, language))


def _categories(offer: Offer, agency: str) -> Iterator[Element]:
    """Topics in the order of the record, and who offers the service."""
    topics = {topic.slug: topic for topic in offer.topics}
    for topic in (topics[slug] for slug in offer.service.topics if slug in topics):
        kind = LIFE_EVENT if topic.kind is TopicKind.LIFE_EVENT else THEME
        yield _category(kind, topic.slug, topic.title, agency)
    level = offer.service.level
    yield _category(LEVEL, level, labels.LEVELS[level], agency)


def _category(kind: str, identifier: str, title: str, agency: str) -> Element:
    return element(
        "kategorie",
        element("klasse", element("id", text=kind, schemeAgencyID=agency)),
        element("id", text=identifier, schemeAgencyID=agency),
        said("bezeichnung", title),
    )


def _areas(offer: Offer, agency: str) -> list[str]:
    """Where it is valid: the towns that offer it, where a Kreis leads to them; else the place of the portal."""
    return [one.town.ars for one in offer.towns if one.is_offered] or [agency]


def _version(offer: Offer, publication: Publication) -> Element | None:
    changed_at = publication.changed_at(offer)
    return filled(
        "versionsinformation", element("geaendertDatumZeit", text=changed_at.isoformat()) if changed_at else None
    )


def language_version(language: Language) -> Element:
    """A language something is written in, with its names."""
    german, native = LANGUAGES[language]
    return element(
        "sprachversion",
        element("languageCode", text=language),
        element("sprachbezeichnungDeutsch", text=german),
        element("sprachbezeichnungNativ", text=native),
    )
