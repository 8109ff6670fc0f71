"""An XZuFi message, read element by element: entities are refused, what we do not know is reported."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from plugins.exchange.findings import Findings, Matter, Note
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.xzufi import reading_others, reading_services
from plugins.exchange.xzufi.drafts import DraftOffice, DraftOnline, DraftService, Message
from plugins.exchange.xzufi.elements import local, parts, text
from plugins.exchange.xzufi.vocabulary import ELEMENTS, READ, REPEATED

_Competences = dict[str, list[str]]
"""Who answers for a service, by its id: ids of offices and online services in their order."""


def read(path: Path, findings: Findings, own: str = "") -> Message:
    """All drafts of a message; links below the address `own` lead to own pages. Raises `ImportRefusedError`."""
    services: list[DraftService] = []
    offices: list[DraftOffice] = []
    online: list[DraftOnline] = []
    competences: _Competences = {}
    for found in objects(path):
        note = findings.about(_record(found))
        report_unknown(found, local(found), note)
        take_competences(found, competences)
        match local(found):
            case "leistung":
                services.append(reading_services.draft(found, own, note))
            case "organisationseinheit":
                offices.append(reading_others.office(found, note))
            case "onlinedienst":
                online.append(reading_others.online(found, note))
    joined = _Joining(frozenset(one.id for one in offices), frozenset(one.id for one in online), competences)
    return Message(tuple(map(joined.service, services)), tuple(offices), tuple(online))


def objects(path: Path) -> Iterator[Element]:
    """What a message writes, one object at a time; the file is never held as a whole."""
    try:
        with path.open("rb") as file:
            yield from _objects(file, path)
    except ParseError as error:
        raise ImportRefusedError(f"{path} ist kein lesbares XML: Zeile {error.position[0]}.") from None
    except DefusedXmlException:
        raise ImportRefusedError(
            f"{path} enthält eine DTD oder eigene Entitäten. Das kommt in XZuFi nicht vor; lassen Sie die Datei prüfen."
        ) from None
    except OSError as error:
        raise ImportRefusedError(f"{path} lässt sich nicht öffnen ({error.strerror}).") from None


def _objects(file: BinaryIO, path: Path) -> Iterator[Element]:
    """The children of `schreibe`, and everything else beside the head of the message."""
    depth, root = 0, None
    for event, found in iterparse(file, ("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if root is None:
            root = _checked(found, path)
        elif event == "end" and depth == 1:
            if local(found) != "nachrichtenkopf":
                yield from found if local(found) == "schreibe" else (found,)
            root.clear()


def _checked(root: Element, path: Path) -> Element:
    if root.tag[1:].partition("}")[0] not in READ:
        raise ImportRefusedError(f"{path} ist keine XZuFi-Nachricht der Versionen 2.1 bis 2.3.")
    return root


def report_unknown(found: Element, path: str, note: Note) -> None:
    """Say which elements nobody takes, with their path; what is inside of them is not looked at."""
    if path.partition("/")[0] not in ELEMENTS["schreibe"]:
        note(Matter.UNKNOWN, path)
        return
    seen: set[str] = set()
    for child in found:
        below = f"{path}/{local(child)}"
        if local(child) not in ELEMENTS.get(path, ()):
            note(Matter.UNKNOWN, below)
        elif below in seen - REPEATED:
            note(Matter.UNKNOWN, f"{below}, ein weiteres Mal")
        elif len(child):
            report_unknown(child, below, note)
        seen.add(below)


def _record(found: Element) -> str:
    return f"{local(found)} {text(found, 'id') or text(found, 'zustaendigkeit', 'id') or 'ohne Nummer'}"


def take_competences(found: Element, competences: _Competences) -> None:
    """Remember who answers for which services, said by an object of its own or by who answers."""
    holder = text(found, "uebergeordnetesObjektID") or text(found, "id")
    for competence in parts(found, "zustaendigkeit"):
        for service in parts(competence, "leistungID"):
            competences.setdefault((service.text or "").strip(), []).append(holder)


class _Joining:
    """Gives services the offices and online services that answer for them."""

    def __init__(self, offices: frozenset[str], online: frozenset[str], competences: _Competences) -> None:
        self.offices, self.online, self.competences = offices, online, competences

    def service(self, draft: DraftService) -> DraftService:
        """The draft with both, each once, in the order of the message."""
        holders = dict.fromkeys(self.competences.get(draft.id, ()))
        return replace(
            draft,
            offices=tuple(one for one in holders if one in self.offices),
            online=tuple(one for one in holders if one in self.online),
        )
