"""What every import keeps: it refuses with a sentence, or every file that it makes is a content file one can read."""

from pathlib import Path

from plugins.catalog import source
from plugins.catalog.kinds import kind_of
from plugins.catalog.source import Source
from plugins.exchange import report
from plugins.exchange.__main__ import READERS
from plugins.exchange.account import account
from plugins.exchange.ledger import ImportRefusedError, Ledger
from tests.fuzzing.placed import folder_with, scratch


def well_imported(format_: str, file: Path) -> None:
    try:
        delivery = READERS[format_](file, None, Ledger())
    except ImportRefusedError:
        return
    report.as_markdown(delivery, account(delivery, scratch() / "empty", Ledger())).encode()
    for made in delivery.files:
        kind = kind_of(made.path)
        assert kind, made.path
        with folder_with(made.path, made.text.encode()) as folder:
            found = source.read(made.path, folder, kind[0].headings, max_bytes=2**30)
        assert isinstance(found, Source), (found, made.text)
        unknown = {section.heading for section in found.sections} - {"", *kind[0].headings}
        assert "" in kind[0].headings or not unknown, made.text
