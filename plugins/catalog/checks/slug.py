"""Ein Dateiname besteht aus Kleinbuchstaben, Ziffern und Bindestrichen."""

import re
from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import slug as slug_of
from plugins.catalog.places import Place, Problem

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ON_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def check(catalog: Catalog) -> Iterator[Problem]:
    """File and folder names that cannot be addresses."""
    for outline in catalog.outlines:
        *folders, file = outline.path.split("/")
        name = file.split(".")[0]
        for part in [*folders, name]:
            if not _NAME.fullmatch(part) or len(part) > 80:
                yield Problem(Place(outline.path), f"„{part}“ taugt nicht als Adresse", _remedy(part))
            elif part in _ON_WINDOWS:
                yield Problem(
                    Place(outline.path), f"„{part}“ ist unter Windows kein Dateiname", "Nennen Sie sie anders."
                )


def _remedy(part: str) -> str:
    better = slug_of(part)[:80].strip("-")
    return f"Benennen Sie um: {better}" if better else "Benennen Sie um, zum Beispiel: hund-anmelden"
