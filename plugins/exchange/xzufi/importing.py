"""An XZuFi message as a delivery: drafts of services with their translations, online forms, an account of offices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plugins.catalog import urls
from plugins.catalog.german import slug
from plugins.catalog.records import Form
from plugins.exchange.delivery import Delivery
from plugins.exchange.drafts import Confidence, Draft, Found, counted, doubts, draft_file, translation_file, valid
from plugins.exchange.files import ContentFile, as_written, content_file
from plugins.exchange.findings import Findings, Matter, Note
from plugins.exchange.ledger import ImportRefusedError, Ledger
from plugins.exchange.naming import readable, slugs
from plugins.exchange.own_links import with_own_links
from plugins.exchange.plaintext import shortened
from plugins.exchange.progress import watched
from plugins.exchange.unopened import reason
from plugins.exchange.xzufi.drafts import DraftOffice, DraftOnline, DraftService, Message
from plugins.exchange.xzufi.reading import read

MAX_BYTES = 200 * 1024 * 1024
_SERVICE_PATH = r"services/(?P<slug>[^/]+)\.md"
_FORM_PATH = r"forms/(?P<slug>[^/]+)\.yaml"
_FORM_ID = "onlinedienst:"
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Around:
    """What a service needs beside itself: the names of services and forms, the offices by id."""

    names: Mapping[str, str]
    forms: Mapping[str, Form]
    offices: Mapping[str, DraftOffice]
    online: Mapping[str, DraftOnline]


def deliver(path: Path, _locations: Path | None, before: Ledger) -> Delivery:
    """Everything in a message. Raises `ImportRefusedError`."""
    findings = Findings()
    message = read(_small_enough(path), findings)
    services = tuple(_named(message.services, findings))
    around = _around(message, services, before, findings)
    drafts = [(one, _draft(one, around, findings)) for one in watched(services, "Dienstleistungen")]
    _note_offices(message.offices, services, findings)
    return Delivery(
        source=f"Quelle: {path.name}",
        attribution=f"Texte und Angaben aus {path.name}. Ob sie genutzt werden dürfen, sagt ihr Herausgeber.\n",
        files=(*_files(drafts), *_form_files(around.forms)),
        numbers=(
            ("Dienstleistungen in der Nachricht", len(message.services)),
            ("Dienstleistungen", len(drafts)),
            ("Stellen in der Nachricht", len(message.offices)),
            ("Formulare", len(around.forms)),
            *counted(tuple(draft for _, draft in drafts)),
        ),
        findings=findings.counted(),
        fields=(),
        hosts=(),
        remarks=_REMARKS,
    )


def _small_enough(path: Path) -> Path:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ImportRefusedError(reason(path, error)) from None
    if size > MAX_BYTES:
        raise ImportRefusedError(f"{path} ist größer als {MAX_BYTES // 1024 // 1024} MiB und wird nicht gelesen.")
    return path


def _named(services: Sequence[DraftService], findings: Findings) -> Iterator[DraftService]:
    """The services with an id of their own and a title."""
    seen: set[str] = set()
    for one in services:
        note = findings.about(f"leistung {one.id or 'ohne Nummer'}")
        if not one.id or not slug(str(one.values.get("title", ""))):
            note(Matter.NOT_IMPORTED, "ohne Nummer oder Titel")
        elif one.id in seen:
            note(Matter.NOT_IMPORTED, f"die Kennung {one.id} gibt es schon")
        else:
            yield one
        seen.add(one.id)


def _around(message: Message, services: Sequence[DraftService], before: Ledger, findings: Findings) -> Around:
    titles = ((one.id, str(one.values["title"])) for one in services)
    known = before.names(_SERVICE_PATH)
    wanted = {found for one in services for found in one.online}
    online = {one.id: one for one in message.online}
    return Around(
        names=slugs(titles, readable((one.id for one in services), known) | known),
        forms=_forms([one for one in message.online if one.id in wanted and not one.portal], before, findings),
        offices={one.id: one for one in message.offices},
        online=online,
    )


def _forms(online: Sequence[DraftOnline], before: Ledger, findings: Findings) -> dict[str, Form]:
    """Forms by the id of their online service; one without a title or an address that we accept is noted."""
    known = {source_id.removeprefix(_FORM_ID): name for source_id, name in before.names(_FORM_PATH).items()}
    named = slugs(((one.id, one.form or str(one.values.get("title", ""))) for one in online), known)
    forms: dict[str, Form] = {}
    for one in online:
        try:
            form = Form.model_validate({"slug": named[one.id], **one.values})
        except ValidationError:
            form = None
        if form and form.url:
            forms[one.id] = form
        else:
            findings.about(f"onlinedienst {one.id}")(Matter.NOT_IMPORTED, "ohne Titel oder zulässige Adresse")
    return forms


def _draft(one: DraftService, around: Around, findings: Findings) -> Draft:
    note = findings.about(f"leistung {one.id}")
    name, values = around.names[one.id], {**one.values, **_order(one)}
    found = {field: _sure(value) for field, value in values.items() if not _is_own_page(field, value, name)}
    if len(str(values["title"])) > _TITLE:
        note(Matter.TITLE, f"gekürzt: „{values['title']}“")
        found["title"] = Found(shortened(str(values["title"]), _TITLE), Confidence.LOW, "gekürzt")
    found |= _offices(one, around) | _ways(one, around)
    draft = Draft(name, one.id, str(values.get("source_url", f"XZuFi, Leistung {one.id}")), valid(found, note))
    for line in doubts(draft):
        note(Matter.DOUBT, line)
    return draft


def _is_own_page(field: str, value: Any, name: str) -> bool:
    """True for an origin that has the address of the page here: a portal's own text does not come from elsewhere."""
    return field == "source_url" and str(value).endswith(urls.service(name))


def _order(one: DraftService) -> dict[str, Any]:
    """Level and topics, where the message has classes of ours for them."""
    said = {"level": one.level, "topics": one.topics}
    return {name: value for name, value in said.items() if value}


def _sure(value: Any) -> Found:
    return Found(as_written(value), Confidence.HIGH, "so in der Nachricht")


def _offices(one: DraftService, around: Around) -> dict[str, Found]:
    """Roles from names: „Steueramt“ → steueramt; whether such files exist is for the check to say."""
    names = [str(around.offices[found].values.get("name", "")) for found in one.offices]
    roles = list(dict.fromkeys(slug(name) for name in names if slug(name)))
    owner = slug(one.owner)
    return {
        **({"owner": Found(owner, Confidence.MEDIUM, f"freigegeben durch „{one.owner}“")} if owner else {}),
        **({"offices": Found(roles, Confidence.MEDIUM, "Namen der zuständigen Stellen")} if roles else {}),
    }


def _ways(one: DraftService, around: Around) -> dict[str, Found]:
    """Its forms and the ways in that follow from its online services."""
    forms = [around.forms[found].slug for found in one.online if found in around.forms]
    ways = [*({"kind": "online", "form": name} for name in forms), *_portals(one, around)]
    return {
        **({"forms": _sure(tuple(forms))} if forms else {}),
        **(
            {"channels": Found(ways, Confidence.MEDIUM, "Onlinedienste der Nachricht; andere Wege fehlen")}
            if ways
            else {}
        ),
    }


def _portals(one: DraftService, around: Around) -> Iterator[dict[str, str]]:
    for found in (around.online[one_id] for one_id in one.online):
        if found.portal:
            address = found.values.get("url")
            yield {"kind": "portal", "portal": found.portal} | ({"url": str(address)} if address else {})


def _files(drafts: Sequence[tuple[DraftService, Draft]]) -> Iterator[ContentFile]:
    pages = {one.values["source_url"]: draft.slug for one, draft in drafts if "source_url" in one.values}
    for one, draft in drafts:
        yield with_own_links(draft_file(draft), pages)
        for language, values in one.translations.items():
            plain = {name: as_written(value) for name, value in values.items()}
            yield with_own_links(translation_file(draft, language, plain), pages)


def _form_files(forms: Mapping[str, Form]) -> Iterator[ContentFile]:
    for identifier, form in forms.items():
        yield content_file(form, f"{_FORM_ID}{identifier}")


def _note_offices(offices: Sequence[DraftOffice], services: Sequence[DraftService], findings: Findings) -> None:
    """Offices are not made, because a message does not say of which town they are; all that is said is reported."""
    named = [found for one in services for found in one.offices]
    for one in offices:
        note: Note = findings.about(str(one.values.get("name", one.id)))
        said = "; ".join(_said(value) for name, value in one.values.items() if name != "name")
        times = named.count(one.id)
        note(Matter.OFFICE, f"für {times} {'Dienstleistung' if times == 1 else 'Dienstleistungen'}; {said}")


def _said(value: Any) -> str:
    return ", ".join(value.values()) if isinstance(value, dict) else shortened(str(value), 120)


_REMARKS = (
    "Was die Nachricht nicht sagt, ist leer; die Prüfung nennt es. Meist fehlen Themen, Ebene, Wege und der Stand der "
    "Gebühren.",
    "Fachamt und Stellen sind als Namen von Dateien übernommen („Steueramt“ → steueramt). Dateien für Stellen werden "
    "nicht angelegt; ihre Angaben stehen unten.",
    "Verschieben Sie einen fertigen Entwurf in Ihre Inhalte; ein neuer Import legt ihn nicht wieder an.",
)
