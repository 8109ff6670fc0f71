"""The whole export as a delivery: offices, services, topics, the municipality, and the account of all of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.catalog import addresses
from plugins.catalog.links import links_of
from plugins.catalog.records import Form, Office, Service
from plugins.catalog.records.base import Record
from plugins.exchange.delivery import Delivery
from plugins.exchange.dldb import reading
from plugins.exchange.dldb.accounting import fields_of
from plugins.exchange.dldb.offices import offices_of
from plugins.exchange.dldb.publisher import publisher
from plugins.exchange.dldb.reading import Export, SourceLocation, SourceService
from plugins.exchange.dldb.services import Surroundings, record_name, service_of
from plugins.exchange.dldb.topics import topic_files
from plugins.exchange.files import ContentFile, content_file
from plugins.exchange.findings import Finding, Findings, Matter
from plugins.exchange.ledger import Ledger
from plugins.exchange.naming import distinct, slugs
from plugins.exchange.plaintext import shortened
from plugins.exchange.progress import watched

_TITLE = 80
_SERVICE_PATH = r"services/(?P<slug>[^/]+)\.md"
_OFFICE_PATH = r"municipalities/[^/]+/offices/(?P<slug>[^/]+)\.yaml"
_LOCATION_ID = "standort:"


def deliver(services_file: Path, locations_file: Path, before: Ledger) -> Delivery:
    """Read both files and map every record; names given by an earlier import stay."""
    findings = Findings()
    exports = reading.read_export(services_file), reading.read_export(locations_file)
    services = reading.services(exports[0], findings)
    locations = reading.locations(exports[1], findings)
    offices = _offices(services, locations, before, findings)
    around = _surroundings(exports[0], services, locations, offices, before, findings)
    mapped = [
        (source.id, made)
        for source in watched(services, "Dienstleistungen")
        if (made := service_of(source, around, findings.about(record_name(source))))
    ]
    return _delivery(exports, mapped, offices, findings)


def _offices(
    services: tuple[SourceService, ...], locations: tuple[SourceLocation, ...], before: Ledger, findings: Findings
) -> dict[str, Office]:
    known = {
        source_id.removeprefix(_LOCATION_ID): slug
        for source_id, slug in before.names(_OFFICE_PATH).items()
        if source_id.startswith(_LOCATION_ID)
    }
    bookable = {place.location for service in services for place in service.places if place.bookable}
    return offices_of(locations, known, bookable, findings)


def _surroundings(
    export: Export,
    services: tuple[SourceService, ...],
    locations: tuple[SourceLocation, ...],
    offices: dict[str, Office],
    before: Ledger,
    findings: Findings,
) -> Surroundings:
    titles = distinct(((service.id, shortened(service.name, _TITLE)) for service in services), _TITLE)
    named = slugs(((service.id, service.name) for service in services), before.names(_SERVICE_PATH))
    for service in services:
        if titles[service.id] != service.name:
            findings.about(record_name(service))(Matter.TITLE, f"→ „{titles[service.id]}“")
        if named[service.id].endswith(f"-{service.id}"):
            findings.about(record_name(service))(Matter.ADDRESS, f"{named[service.id]}.md")
    return Surroundings(reading.exported_on(export), titles, named, offices, _online(locations))


def _online(locations: Iterable[SourceLocation]) -> dict[str, str]:
    """The first online procedure that any location names for a service."""
    found: dict[str, str] = {}
    for location in locations:
        for service, address in location.online:
            if address:
                found.setdefault(service, address.replace("{serviceId}", service))
    return found


def _delivery(
    exports: tuple[Export, Export],
    mapped: list[tuple[str, tuple[Service, Form | None]]],
    offices: dict[str, Office],
    findings: Findings,
) -> Delivery:
    services = [service for _, (service, _) in mapped]
    forms = [form for _, (_, form) in mapped if form]
    records = [*services, *forms, *offices.values()]
    hosts = Counter(host for record in records for host in _hosts(record))
    files = (
        *(content_file(service, source_id) for source_id, (service, _) in mapped),
        *(content_file(form) for form in forms),
        *(content_file(office, f"{_LOCATION_ID}{location}") for location, office in offices.items()),
        *topic_files(topic for service in services for topic in service.topics),
        *_publisher_files(hosts, _query_hosts(records)),
    )
    return Delivery(
        source=f"Quelle: {exports[0].file} und {exports[1].file}, Stand {reading.exported_on(exports[0]):%d.%m.%Y}",
        attribution=publisher().attribution,
        files=files,
        numbers=_numbers(exports, services, offices, findings),
        findings=findings.counted(),
        fields=(*fields_of(exports[0], "services"), *fields_of(exports[1], "locations")),
        hosts=tuple(sorted(hosts.items(), key=lambda entry: (-entry[1], entry[0]))),
        remarks=_REMARKS,
    )


def _publisher_files(hosts: Iterable[str], query_hosts: Iterable[str]) -> Iterator[ContentFile]:
    who = publisher()
    linked = {"hosts": tuple(sorted(hosts)), "query_hosts": tuple(sorted(query_hosts))}
    yield content_file(who.municipality.model_copy(update=linked))
    yield content_file(who.switchboard)
    yield content_file(who.page)


def _hosts(record: Record) -> set[str]:
    """The servers that a record leads to, in its texts and in its fields."""
    in_texts = {found.address for found in links_of(record)}
    in_fields = {value for name in type(record).model_fields if isinstance(value := getattr(record, name), str)}
    return {host for address in in_texts | in_fields if (host := addresses.host_of(address))}


def _query_hosts(records: Iterable[Record]) -> set[str]:
    """The servers that texts lead to with parameters in the address."""
    written = [link.address for record in records for link in links_of(record) if "?" in link.address]
    return {host for address in written if (host := addresses.host_of(address))}


def _numbers(
    exports: tuple[Export, Export], services: list[Service], offices: dict[str, Office], findings: Findings
) -> tuple[tuple[str, int], ...]:
    about = [
        (f"Datensätze in {export.file} (angekündigt: {export.announced or 'keine Angabe'})", len(export.records))
        for export in exports
    ]
    counted = findings.counted()
    return (
        *about,
        ("Dienstleistungen", len(services)),
        ("davon mit Beschreibung", sum(bool(service.full_text) for service in services)),
        ("Stellen", len(offices)),
        ("Gebühren mit Betrag", sum(_has_amount(service) for service in services)),
        ("Links zu Text gemacht", _times(counted, Matter.LINK_DROPPED)),
        ("Links auf https:// umgestellt", _times(counted, Matter.LINK_UPGRADED)),
    )


def _has_amount(service: Service) -> bool:
    return any(fee.amount is not None or fee.lower is not None or fee.upper is not None for fee in service.fees)


def _times(counted: dict[Finding, int], matter: Matter) -> int:
    return sum(times for finding, times in counted.items() if finding.matter is matter)


_REMARKS = (
    "Öffnungszeiten stehen nicht in der Quelle und fehlen darum bei allen Stellen.",
    "Anschrift, Telefon, Mail und Vertretung der Stadt und die Stelle „Stadtverwaltung München“ stehen nicht in der "
    "Quelle, sondern beim Importer; bitte prüfen.",
    "„In der Quelle nicht öffentlich“ betrifft dort die Terminbuchung. Übernommen ist alles, auch Vorgänge, die nur "
    "der Verwaltung dienen. Löschen Sie, was nicht ins Portal gehört; ein neuer Import legt es nicht wieder an.",
    "Formulare und Links sind in der Quelle dieselbe Liste. Dokumente (PDF und dergleichen) und Formulare stehen unter "
    "„Formulare“, alles andere unter „Weiterführende Informationen“.",
    "Online-Verfahren, deren Adresse die Terminseite ist, sind als Termin übernommen, nicht als Formular.",
    "Zielgruppe sind Bürgerinnen und Bürger, außer ein Wort im Titel (words.csv) oder die Schlüsselgruppe (topics.csv) "
    "sagt etwas anderes.",
    "Kurztexte sind die ersten Sätze der Beschreibung, Prüfdaten der Tag der letzten Änderung in der Quelle.",
    "Termin-Links führen dorthin, wohin die Quelle sie führt, auch wenn das die englische Fassung der Seite ist.",
    "Alle verlinkten Server sind beim Ort als eigene Server eingetragen; bitte prüfen.",
)
