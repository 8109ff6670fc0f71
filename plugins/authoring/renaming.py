"""`make rename-service`: another file name, the old address as a redirect, and everything that named it follows."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.authoring.asking import RefusedError
from plugins.catalog import urls
from plugins.catalog.catalog import Catalog
from plugins.catalog.changes import Change
from plugins.catalog.files import content_files
from plugins.catalog.german import did_you_mean, slug
from plugins.catalog.kinds import Kind, kind_of
from plugins.catalog.manuscript import Manuscript, NotChangedError
from plugins.catalog.nodes import NodeError
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import RefersTo
from plugins.catalog.written import WrittenValue, written_values

_FILES_OF_A_SERVICE = ("service", "translation", "local")
_FORMER = "former_urls"


def renamed(catalog: Catalog, folder: Path, old: str, new: str) -> list[Change]:
    """Every file that moves or changes. Raises `RefusedError`."""
    _possible(catalog, old, new)
    changes: list[Change] = []
    for file in content_files(folder):
        path = file.relative_to(folder).as_posix()
        kind = kind_of(path)
        if kind and kind[0].is_text and not file.is_symlink():
            changes += _of_file(path, file.read_bytes(), kind, old, new)
    return changes


def _possible(catalog: Catalog, old: str, new: str) -> None:
    services = {name for kind, name in catalog.names if kind == "service"}
    if old not in services:
        hint = did_you_mean(old, services) or "Die Namen stehen in content/services/."
        raise RefusedError(f"Die Dienstleistung „{old}“ gibt es nicht. {hint}")
    if new in services:
        raise RefusedError(f"Die Dienstleistung „{new}“ gibt es schon. Wählen Sie einen anderen Namen.")
    if not new or slug(new) != new:
        raise RefusedError(f"„{new}“ taugt nicht als Adresse. Schreiben Sie: TO={slug(new) or 'hund-anmelden'}")
    unclear = sorted(broken.slug for broken in catalog.broken if old in broken.text or broken.slug == old)
    if unclear:
        raise RefusedError(f"Zuerst müssen die Fehler weg in: {', '.join(unclear)}. Was falsch ist, sagt: make check")


def _of_file(path: str, data: bytes, kind: tuple[Kind, dict[str, str]], old: str, new: str) -> Iterator[Change]:
    moves = kind[0].name in _FILES_OF_A_SERVICE and kind[1]["slug"] == old
    if not moves and old.encode() not in data:
        return
    try:
        manuscript = _with_former(Manuscript.of(path, data), kind[0].name, moves, old, new)
        after = _following(manuscript, kind[0], old, new).data
    except (NotChangedError, NodeError) as error:
        raise RefusedError(f"{path}: {error}") from None
    if moves:
        folder, _, name = path.rpartition("/")
        yield Change(f"{folder}/{new}{name.removeprefix(old)}", data, after, moved_from=path)
    elif after != data:
        yield Change(path, data, after)


def _with_former(manuscript: Manuscript, kind: str, moves: bool, old: str, new: str) -> Manuscript:
    """The old address among the former ones; when a service goes back to one of them, in its place."""
    if not (moves and kind == "service"):
        return manuscript
    node = manuscript.tree().child(_FORMER)
    written = node.plain() if node else []
    if urls.service(new) in written:
        return manuscript.changed((_FORMER, written.index(urls.service(new))), urls.service(old))
    return manuscript.with_item(_FORMER, urls.service(old))


def _following(manuscript: Manuscript, kind: Kind, old: str, new: str) -> Manuscript:
    """References and links lead to the new name."""
    for written in written_values(manuscript.tree(), kind.model):
        if written.value == old and _names_services(written):
            manuscript = manuscript.changed(written.way, new)
        elif written.name == "successor" and written.value == urls.service(old):
            manuscript = manuscript.changed(written.way, urls.service(new))
    link = re.compile(
        rf"(\]\(\s*<?|^ {{0,3}}\[[^\]]+\]:\s*<?){re.escape(urls.SERVICES + old)}(?=[/#?)>\s])", re.MULTILINE
    )
    text = link.sub(rf"\g<1>{urls.SERVICES}{new}", manuscript.text)
    return Manuscript(manuscript.path, text, manuscript.line_end)


def _names_services(written: WrittenValue) -> bool:
    mark = marked_fields(written.model, RefersTo).get(written.name)
    return mark is not None and mark.kind == "service"
