"""A portal as an XZuFi message, object by object: offices, online services, services and who answers for them."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from plugins.catalog.offer import Offer
from plugins.exchange.xzufi.elements import PREFIX, as_bytes, coded, element
from plugins.exchange.xzufi.publication import Publication, at_portals
from plugins.exchange.xzufi.vocabulary import COMPETENT, FORM, MESSAGE, NAMESPACE, REGIONAL_KEYS, VERSION
from plugins.exchange.xzufi.writing_others import form, office, page_of_portal
from plugins.exchange.xzufi.writing_services import service

PRODUCT = "Fundstelle"


def message(publication: Publication) -> Iterator[bytes]:
    """The message piece by piece; the same publication, the same bytes."""
    yield _start().encode()
    yield as_bytes(_head(publication))
    for made in _objects(publication):
        yield as_bytes(element("schreibe", made))
    yield f"</{PREFIX}:{MESSAGE}>\n".encode()


def _start() -> str:
    """The declaration of the prefix, and what this is, in words for whoever opens the file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- Experimentell: nach bekannten Namen von XZuFi 2.2.0 geschrieben, nicht gegen das XSD geprüft. -->\n"
        f'<{PREFIX}:{MESSAGE} xmlns:{PREFIX}="{NAMESPACE}" produktbezeichnung="{PRODUCT}" xzufiVersion="{VERSION}">\n'
    )


def _head(publication: Publication) -> Element:
    written_at = publication.written_at.isoformat()
    return element(
        "nachrichtenkopf",
        element("nachrichtUUID", text=str(uuid5(NAMESPACE_URL, f"{publication.url}#{written_at}"))),
        element("erstelltDatumZeit", text=written_at),
        element("sender", text=publication.directory.municipality.name),
    )


def _objects(publication: Publication) -> Iterator[Element]:
    directory = publication.directory
    for one in directory.offices:
        yield office(one, publication)
    for link, _ in directory.forms:
        yield form(link, publication.agency)
    owners = {one.slug: one.name for one in directory.offices}
    for offer in publication.offers:
        yield service(offer, publication, owners.get(offer.service.owner, ""))
        yield from (page_of_portal(*page, publication.agency) for page in at_portals(offer))
        yield from _competences(offer, publication.agency)


def _competences(offer: Offer, agency: str) -> Iterator[Element]:
    """Who answers for a service: offices, then forms and pages of other portals; only an office is competent."""
    offices = [one.slug for one in offer.offices]
    online = [f"{FORM}{link.form.slug}" for link in offer.forms]
    elsewhere = [identifier for identifier, _, _ in at_portals(offer)]
    yield from (_competence(offer.slug, holder, agency, coded("rolle", COMPETENT)) for holder in offices)
    yield from (_competence(offer.slug, holder, agency) for holder in (*online, *elsewhere))


def _competence(service_id: str, holder: str, agency: str, role: Element | None = None) -> Element:
    return element(
        "zustaendigkeitTransferObjekt",
        element("uebergeordnetesObjektID", text=holder, schemeAgencyID=agency),
        element(
            "zustaendigkeit",
            element("id", text=f"{service_id}/{holder}", schemeAgencyID=agency),
            element("leistungID", text=service_id, schemeAgencyID=agency),
            element("gebietID", text=agency, schemeID=REGIONAL_KEYS),
            role,
        ),
    )
