"""A whole crawl as a delivery: drafts of services, and an account of every page."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.exchange.delivery import Delivery
from plugins.exchange.drafts import Confidence, Draft, Found, counted, doubts, draft_file, valid
from plugins.exchange.findings import Findings, Matter
from plugins.exchange.former import former_url, redirect
from plugins.exchange.html import contacts
from plugins.exchange.html.crawl import Address, SavedPage, UnreadPageError, saved_pages, text_of_page
from plugins.exchange.html.frame import Frame, frame_of, joined
from plugins.exchange.html.pieces import Page, Piece, page_of
from plugins.exchange.html.reading import Origins, cut, found_in, is_service
from plugins.exchange.html.sections import Section
from plugins.exchange.html.titles import Title, title_of
from plugins.exchange.ledger import Ledger
from plugins.exchange.naming import slugs
from plugins.exchange.own_links import with_own_links
from plugins.exchange.progress import watched

_SERVICE_PATH = r"services/(?P<slug>[^/]+)\.md"

Saved = tuple[tuple[Address, ...], Page]
"""A page with every address at which it stood, its own first."""


@dataclass(frozen=True, slots=True)
class Read:
    """The page of a service, cut at its headings, and every address at which it stood, its own first."""

    page: Page
    addresses: tuple[Address, ...]
    title: Title
    parts: Sequence[Section]

    @property
    def source_id(self) -> str:
        """Its address: it stays the same from crawl to crawl."""
        return str(self.addresses[0])

    @property
    def name(self) -> str:
        """Its title, for people."""
        return str(self.title.found.value)


def deliver(folder: Path, before: Ledger) -> Delivery:
    """Read every page, compare them, and make a draft of each service."""
    findings = Findings()
    saved = saved_pages(folder)
    pages = _different(_read(saved, findings))
    frames = _frames(pages)
    found = _services(pages, frames, findings)
    lines = sum(len(frame.lines) for frame in frames.values())
    named = slugs(((one.source_id, one.name) for one in found), before.names(_SERVICE_PATH))
    drafts = tuple(_draft(one, named[one.source_id], findings) for one in watched(found, "Dienstleistungen"))
    contacts.note_all(((one.name, one.parts) for one in found), findings)
    slugs_by_address = {f"https://{place}": named[one.source_id] for one in found for place in one.addresses}
    return Delivery(
        source=f"Quelle: gespeicherte Seiten in {folder.name}",
        attribution=f"Texte der gespeicherten Seiten in {folder.name}. Ob sie weiter genutzt werden dürfen, ist "
        "mit ihrem Betreiber zu klären.\n",
        files=tuple(with_own_links(draft_file(draft), slugs_by_address) for draft in drafts),
        numbers=(("Seiten", len(saved)), ("Dienstleistungen", len(drafts)), *counted(drafts)),
        findings=findings.counted(),
        fields=(),
        hosts=(),
        remarks=(*_REMARKS, f"Zeilen, die auf den meisten Seiten stehen und darum wegfallen: {lines}."),
        redirects=tuple(_redirects(found, named)),
    )


def _read(saved: Sequence[SavedPage], findings: Findings) -> Iterator[Saved]:
    """Every readable page with its addresses; equal lines are kept once, so a frame costs its size once."""
    lines: dict[Piece, Piece] = {}
    for one in watched(saved, "Seiten"):
        try:
            page = page_of(text_of_page(one))
        except UnreadPageError as reason:
            findings.about(str(one.address))(Matter.UNREAD, str(reason))
            continue
        page = replace(page, pieces=tuple(lines.setdefault(piece, piece) for piece in page.pieces))
        yield tuple(dict.fromkeys((_own_address(one.address, page), one.address))), page


def _different(read: Iterable[Saved]) -> list[Saved]:
    """Each page once, with all its addresses: a copy, saved with a session or for printing, must not count as frame."""
    found: dict[object, Saved] = {}
    for places, page in read:
        same = (page.title, tuple(piece.text for piece in page.pieces))
        before, first = found.get(same, ((), page))
        found[same] = tuple(dict.fromkeys((*before, *places))), first
    return list(found.values())


def _frames(pages: Iterable[Saved]) -> dict[str, Frame]:
    """The frame of each server by its name."""
    by_host: dict[str, list[Page]] = {}
    for places, page in pages:
        for host in {place.host for place in places}:
            by_host.setdefault(host, []).append(page)
    return {host: frame_of(some) for host, some in by_host.items()}


def _own_address(address: Address, page: Page) -> Address:
    """What the page itself says of its address, when that is on the same server: saving may have changed the name."""
    said = re.match(r"https?://([^/]+)(/[^#]*)", page.meta.get("canonical", ""))
    return Address(said[1], said[2]) if said and said[1] == address.host else address


def _services(pages: Iterable[Saved], frames: Mapping[str, Frame], findings: Findings) -> list[Read]:
    """The pages of services; one that was saved twice is one, with both addresses."""
    found: dict[object, Read] = {}
    for addresses, whole in pages:
        frame = joined(frames[place.host] for place in addresses)
        page = frame.without(whole)
        title = title_of(page, frame.names)
        parts = cut(page, title)
        if title is None or not is_service(parts, " ".join(place.path for place in addresses)):
            for place in addresses:
                findings.about(str(place))(Matter.NOT_IMPORTED, "keine Seite einer Dienstleistung")
            continue
        same = (title.found.value, *(section.text for section in parts))
        first = found.get(same)
        places = tuple(dict.fromkeys((*first.addresses, *addresses))) if first else addresses
        found[same] = replace(first, addresses=places) if first else Read(page, places, title, parts)
    return list(found.values())


def _draft(one: Read, slug: str, findings: Findings) -> Draft:
    note = findings.about(one.name)
    host = one.addresses[0].host
    origins = Origins(f"https://{one.source_id}" if host else "", host)
    found = valid(found_in(one.page, one.parts, one.title, origins, note), note)
    former = [url for place in one.addresses if (url := former_url(place.path))]
    if former:
        found["former_urls"] = Found(list(dict.fromkeys(former)), Confidence.HIGH, "Adresse der Seite")
    draft = Draft(slug, one.source_id, one.source_id, found)
    for line in doubts(draft):
        note(Matter.DOUBT, line)
    return draft


def _redirects(found: Sequence[Read], named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in found:
        for place in one.addresses:
            if former_url(place.path) is None:
                yield redirect(place.path, named[one.source_id])


_REMARKS = (
    "Jeder Entwurf ist unfertig: Ebene, Zielgruppe, Themen, Fachamt, Prüfdaten, Wege und meist die Gebühren stehen in "
    "keiner alten Seite. Die Prüfung nennt, was fehlt.",
    "Über jedem Entwurf steht, wie sicher jede Angabe ist und woran sie erkannt wurde. „Sicher“ heißt: richtig "
    "eingeordnet, nicht: richtig.",
    "Verschieben Sie einen fertigen Entwurf in Ihre Inhalte; ein neuer Import legt ihn nicht wieder an.",
)
