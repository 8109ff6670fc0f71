"""HTML: the saved pages of an old Bürgerinformationssystem become drafts of services."""

from pathlib import Path

from plugins.exchange.delivery import Delivery
from plugins.exchange.html.mapping import deliver
from plugins.exchange.ledger import Ledger


def read(path: Path, _locations: Path | None, before: Ledger) -> Delivery:
    """Everything in the folder of a crawl. Raises `ImportRefusedError`."""
    return deliver(path, before)


__all__ = ["read"]
