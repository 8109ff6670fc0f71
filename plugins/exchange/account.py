"""What becomes of every file of a delivery, decided before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plugins.exchange import ledger
from plugins.exchange.delivery import Delivery
from plugins.exchange.files import ContentFile
from plugins.exchange.ledger import Entry, Ledger


class Fate(StrEnum):
    """The value is its heading in the report, the order is the order there."""

    CREATED = "Neu"
    CHANGED = "Geändert"
    UNCHANGED = "Unverändert"
    EDITED = "Von der Redaktion geändert, nicht überschrieben"
    DELETED = "Von der Redaktion gelöscht oder verschoben, nicht wieder angelegt"
    FOREIGN = "Von der Redaktion angelegt, nicht überschrieben"
    VANISHED = "Nicht mehr in der Quelle, Datei behalten"


WRITTEN = frozenset({Fate.CREATED, Fate.CHANGED})


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with one file, and the ledger's entry afterwards.

    `is_news`: the source says what neither the file nor any earlier import says.
    """

    file: ContentFile
    fate: Fate
    entry: Entry | None
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """All decisions in the order of their paths, and the files whose records left the source."""

    decisions: tuple[Decision, ...]
    vanished: tuple[str, ...]

    @property
    def paths(self) -> Mapping[Fate, tuple[str, ...]]:
        """The paths of every fate."""
        found = {fate: tuple(one.file.path for one in self.decisions if one.fate is fate) for fate in Fate}
        return {**found, Fate.VANISHED: self.vanished}

    @property
    def news(self) -> tuple[ContentFile, ...]:
        """What the source would have written where an editor's text stays."""
        return tuple(one.file for one in self.decisions if one.is_news)


def account(delivery: Delivery, folder: Path, before: Ledger) -> Account:
    """Look at every file of a delivery and at the folder; nothing is written."""
    delivered = {file.path for file in delivery.files}
    left = sorted(path for path in before.entries if path not in delivered and (folder / path).is_file())
    return Account(tuple(_decision(file, folder, before) for file in sorted(delivery.files)), tuple(left))


def _decision(file: ContentFile, folder: Path, before: Ledger) -> Decision:
    """An editor's change, deletion or own file wins over the source."""
    path, known = folder / file.path, before.entries.get(file.path)
    fresh = Entry(file.path, ledger.digest(file.text.encode()), file.source_id)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return Decision(file, Fate.FOREIGN, known, is_news=True)
    if not path.exists():
        return Decision(file, Fate.DELETED if known else Fate.CREATED, known or fresh)
    found = ledger.digest(path.read_bytes())
    if found == fresh.digest:
        return Decision(file, Fate.UNCHANGED, fresh)
    if known is None:
        return Decision(file, Fate.FOREIGN, None, is_news=True)
    if found == known.digest:
        return Decision(file, Fate.CHANGED, fresh)
    return Decision(file, Fate.EDITED, known, is_news=fresh.digest != known.digest)
