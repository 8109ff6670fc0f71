"""WSP: the operator's list of online services in the Wirtschafts-Service-Portal.NRW, a CSV file."""

from pathlib import Path

from plugins.exchange.delivery import Delivery
from plugins.exchange.ledger import Ledger
from plugins.exchange.wsp import rows
from plugins.exchange.wsp.mapping import deliver


def read(path: Path, _locations: Path | None, before: Ledger) -> Delivery:
    """Everything in a list: one file per landing page. Raises `ImportRefusedError`."""
    return deliver(path.name, rows.read(path), before)


__all__ = ["read"]
