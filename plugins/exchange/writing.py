"""Writing a delivery into a content folder without losing what editors did there."""

from dataclasses import dataclass
from pathlib import Path

from plugins.exchange import ledger, report
from plugins.exchange.delivery import Delivery
from plugins.exchange.files import ContentFile
from plugins.exchange.ledger import Entry, Ledger
from plugins.exchange.report import Kept

ATTRIBUTION = "SOURCE.txt"


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of a run: how many files were written or already as they should be, and what was left alone."""

    changed: int
    unchanged: int
    kept: Kept


@dataclass(frozen=True, slots=True)
class _Decision:
    """What to do with one file: `write` it or not, and the ledger's entry afterwards."""

    file: ContentFile
    fate: str
    entry: Entry | None


def write(delivery: Delivery, folder: Path, before: Ledger, addition: str = "") -> Written:
    """Write what is new, keep what editors changed or deleted, and leave ledger, report and attribution behind."""
    decisions = [_decide(file, folder, before) for file in sorted(delivery.files)]
    for decision in decisions:
        if decision.fate == "write":
            _write_text(folder / decision.file.path, decision.file.text)
    kept = _kept(decisions, before)
    entries = dict(before.entries) | {one.entry.path: one.entry for one in decisions if one.entry}
    hidden = ledger.home(folder, addition)
    _write_text(hidden / ledger.FILE, Ledger(entries).as_json())
    _write_text(hidden / report.FILE, report.as_markdown(delivery, kept))
    _write_text(hidden / ATTRIBUTION, delivery.attribution)
    fates = [decision.fate for decision in decisions]
    return Written(fates.count("write"), fates.count("same"), kept)


def _decide(file: ContentFile, folder: Path, before: Ledger) -> _Decision:
    """An editor's change, deletion or own file wins over the source."""
    path, known = folder / file.path, before.entries.get(file.path)
    fresh = Entry(file.path, ledger.digest(file.text.encode()), file.source_id)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return _Decision(file, "foreign", known)
    if not path.exists():
        return _Decision(file, "deleted" if known else "write", known or fresh)
    found = ledger.digest(path.read_bytes())
    if found == fresh.digest:
        return _Decision(file, "same", fresh)
    if known is None:
        return _Decision(file, "foreign", None)
    return _Decision(file, "write", fresh) if found == known.digest else _Decision(file, "edited", known)


def _kept(decisions: list[_Decision], before: Ledger) -> Kept:
    delivered = {decision.file.path for decision in decisions}

    def paths(fate: str) -> tuple[str, ...]:
        return tuple(decision.file.path for decision in decisions if decision.fate == fate)

    gone = tuple(sorted(path for path in before.entries if path not in delivered))
    return Kept(edited=paths("edited"), deleted=paths("deleted"), foreign=paths("foreign"), gone=gone)


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
