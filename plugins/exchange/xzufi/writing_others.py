"""An office as an `organisationseinheit`; a form and a page of another portal as an `onlinedienst`."""

from html import escape
from xml.etree.ElementTree import Element

from plugins.catalog.offer import FormLink
from plugins.catalog.records import Office, Portal, PostalAddress
from plugins.exchange.xzufi.elements import coded, element, filled, said
from plugins.exchange.xzufi.publication import Publication
from plugins.exchange.xzufi.vocabulary import FORM, LINK_TYPES, MAIL, ONLINE_LINK, PHONE
from plugins.exchange.xzufi.writing_services import language_version


def office(record: Office, publication: Publication) -> Element:
    """An office with how it is reached."""
    return element(
        "organisationseinheit",
        element("id", text=record.slug, schemeAgencyID=publication.agency, schemeDataURI=publication.url),
        element("name", said("name", record.name)),
        said("beschreibung", escape(record.description or "", quote=False)),
        _uri("internetadresse", record.website),
        _address(record.address) if record.address else None,
        _channel(PHONE, record.phone),
        _channel(MAIL, record.email),
        said("infoOeffnungszeitenText", publication.hours(record)),
        said("infoBarrierefreiheit", record.accessibility or ""),
        _uri("terminvereinbarung", record.appointment_url),
    )


def _uri(name: str, address: str | None) -> Element | None:
    return element(name, element("uri", text=address)) if address else None


def _address(written: PostalAddress) -> Element:
    """Street and number apart, where the last word is a number."""
    street, _, number = written.street.rpartition(" ")
    has_number = bool(street) and number[:1].isdigit()
    return element(
        "anschrift",
        element("strasse", text=street if has_number else written.street),
        element("hausnummer", text=number) if has_number else None,
        element("postleitzahl", text=written.postal_code),
        element("ort", text=written.city),
    )


def _channel(kind: str, value: str | None) -> Element | None:
    return element("kommunikationssystem", coded("kanal", kind), element("kennung", text=value)) if value else None


def form(link: FormLink, agency: str) -> Element:
    """An online form at its address here."""
    versions = [language_version(language) for language in link.form.languages]
    return _online(f"{FORM}{link.form.slug}", link.form.title, link.url, versions, agency)


def page_of_portal(identifier: str, portal: Portal, address: str, agency: str) -> Element:
    """The page of another portal on which a service goes on."""
    return _online(identifier, portal.title, address, [], agency)


def _online(identifier: str, title: str, address: str, versions: list[Element], agency: str) -> Element:
    return element(
        "onlinedienst",
        element("id", text=identifier, schemeAgencyID=agency),
        said("bezeichnung", title),
        filled("link", coded("typ", ONLINE_LINK, listURI=LINK_TYPES), element("link", text=address)),
        *versions,
    )
