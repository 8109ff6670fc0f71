"""`make former`: a list of old addresses with what they lead to now becomes `former_urls`, all or nothing."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from plugins.authoring.asking import RefusedError
from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.changes import Change
from plugins.catalog.encodings import text_of
from plugins.catalog.german import did_you_mean
from plugins.catalog.manuscript import Manuscript, NotChangedError
from plugins.catalog.nodes import NodeError
from plugins.exchange.former import objection

MAX_BYTES = 16 * 1024 * 1024
_MOST = 20
"""So many mistakes are named."""

Entry = tuple[int, str, str]
"""The number of a line, an old address without its server, the name of a service."""


def taken(catalog: Catalog, folder: Path, data: bytes) -> list[Change]:
    """The files that change. Raises `RefusedError` with all that is wrong with the list."""
    entries = list(_entries(data))
    claimed = {urls.key_of(url): one.slug for one in catalog.services for url in one.former_urls}
    mistakes = [mistake for entry in entries if (mistake := _mistake(catalog, entry, claimed))]
    if mistakes:
        more = [f"und {len(mistakes) - _MOST} weitere"] if len(mistakes) > _MOST else []
        raise RefusedError("\n".join([*mistakes[:_MOST], *more, "Geschrieben ist nichts."]))
    known = {one.slug: set(one.former_urls) for one in catalog.services}
    wanted: dict[str, dict[str, None]] = {}
    for _, address, service in entries:
        if address not in known[service]:
            wanted.setdefault(service, {})[address] = None
    return [_changed(folder, service, new) for service, new in sorted(wanted.items())]


def _entries(data: bytes) -> Iterator[Entry]:
    """The lines of a table with two columns, with or without headings."""
    text = text_of(data) if len(data) <= MAX_BYTES else None
    if text is None:
        raise RefusedError("Die Liste ist kein Text. Speichern Sie sie als „CSV UTF-8“.")
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    try:
        table = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error:
        raise RefusedError("Die Liste ist nicht lesbar: Ein Anführungszeichen ist nicht geschlossen.") from None
    for number, cells in enumerate(table, 1):
        old, new, *_ = (*(cell.strip() for cell in cells), "", "")
        if (old or new) and not (number == 1 and "/" not in old):
            yield number, _without_server(old), _without_server(new).removeprefix(urls.SERVICES).strip("/")


def _without_server(address: str) -> str:
    """`https://www.stadt.example/a?b=1#c` → `/a?b=1`."""
    if not address.startswith(("http://", "https://")):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _mistake(catalog: Catalog, entry: Entry, claimed: dict[str, str]) -> str:
    """What is wrong with a line, or nothing; `claimed` learns what it claims."""
    number, address, service = entry
    services = {one.slug for one in catalog.services}
    if service not in services:
        hint = did_you_mean(service, services) or "Die Namen stehen in content/services/."
        return f"Zeile {number}: Die Dienstleistung „{service}“ gibt es nicht. {hint}"
    if hint := objection(address):
        return f"Zeile {number}: „{address}“ kann keine frühere Adresse sein. {hint}"
    other = claimed.setdefault(urls.key_of(address), service)
    return "" if other == service else f"Zeile {number}: {address} führt schon zu {other}."


def _changed(folder: Path, service: str, addresses: Iterable[str]) -> Change:
    path = f"services/{service}.md"
    before = (folder / path).read_bytes()
    try:
        manuscript = Manuscript.of(path, before)
        for address in addresses:
            manuscript = manuscript.with_item("former_urls", address)
    except (NotChangedError, NodeError) as error:
        raise RefusedError(f"{path}: {error} Geschrieben ist nichts.") from None
    return Change(path, before, manuscript.data)
