"""Writing a delivery into a content folder without losing what editors did there."""

import shutil
from pathlib import Path

from plugins.exchange import ledger, report
from plugins.exchange.account import WRITTEN, Account
from plugins.exchange.delivery import Delivery
from plugins.exchange.ledger import Ledger

ATTRIBUTION = "SOURCE.txt"


def write(delivery: Delivery, decided: Account, folder: Path, before: Ledger, addition: str = "") -> None:
    """Write what is new, and leave ledger, report, attribution and the source's side of every conflict behind."""
    for decision in decided.decisions:
        if decision.fate in WRITTEN:
            _write_text(folder / decision.file.path, decision.file.text)
    entries = dict(before.entries) | {one.entry.path: one.entry for one in decided.decisions if one.entry}
    hidden = ledger.home(folder, addition)
    _write_news(decided, hidden / report.NEWS)
    _write_text(hidden / ledger.FILE, Ledger(entries).as_json())
    _write_text(hidden / report.FILE, report.as_markdown(delivery, decided))
    _write_text(hidden / ATTRIBUTION, delivery.attribution)


def _write_news(decided: Account, folder: Path) -> None:
    """What the source says now where an editor's text stays; nothing of an earlier run remains."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    for file in decided.news:
        _write_text(folder / file.path, file.text)


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
