"""The official list of towns and Kreise in Nordrhein-Westfalen: which name belongs to which Regionalschlüssel."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_LIST = Path(__file__).with_name("data") / "gemeinden_nrw.csv"

NRW = "05"
"""How every Regionalschlüssel in Nordrhein-Westfalen begins."""


@cache
def towns() -> Mapping[str, str]:
    """Names of towns and Gemeinden by ARS: `053700016016` → „Heinsberg“."""
    return MappingProxyType({row["ars"]: row["name"] for row in _rows()})


@cache
def districts() -> Mapping[str, str]:
    """Names of Kreise by ARS: `053700000000` → „Kreis Heinsberg“; a town that is its own Kreis is no Kreis."""
    names = {f"{row['ars'][:5]}0000000": row["kreis"] for row in _rows()}
    return MappingProxyType({ars: name for ars, name in names.items() if ars not in towns()})


def _rows() -> list[dict[str, str]]:
    with _LIST.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
