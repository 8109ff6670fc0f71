"""DLDB: the JSON export of a service database (services and locations), as the City of Munich publishes it."""

from pathlib import Path

from plugins.exchange.delivery import Delivery
from plugins.exchange.dldb.mapping import deliver
from plugins.exchange.ledger import ImportRefusedError, Ledger

SERVICES = "services_de.json"
LOCATIONS = "locations_de.json"


def read(path: Path, locations: Path | None, before: Ledger) -> Delivery:
    """Everything in an export; `path` is the services file or its folder. Raises `ImportRefusedError`."""
    services = path / SERVICES if path.is_dir() else path
    beside = locations or services.with_name(LOCATIONS)
    for wanted, option in ((services, "FILE=…"), (beside, "LOCATIONS=…")):
        if not wanted.is_file():
            raise ImportRefusedError(f"Die Datei {wanted} gibt es nicht. Geben Sie sie an: {option}")
    return deliver(services, beside, before)


__all__ = ["read"]
