"""CSV: a table of services from another system, columns known by their headings, becomes drafts."""

from pathlib import Path

from plugins.exchange.delivery import Delivery
from plugins.exchange.ledger import ImportRefusedError, Ledger
from plugins.exchange.spreadsheet.mapping import deliver
from plugins.exchange.table.columns import CHECK
from plugins.exchange.table.sheet import lines
from plugins.exchange.unopened import reason


def read(path: Path, _locations: Path | None, before: Ledger) -> Delivery:
    """Everything in a table. Raises `ImportRefusedError`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError(reason(path, error)) from None
    columns, found = lines(data)
    if CHECK in columns:
        raise ImportRefusedError(
            f"{path} ist die Tabelle eines Fachamts. Zurück geht sie so: make import-csv FILE={path}"
        )
    return deliver(path.name, columns, found, before)


__all__ = ["read"]
