"""The policy codes of the EU's Single Digital Gateway (Regulation (EU) 2018/1724, Annex I and II)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_LIST = Path(__file__).with_name("data") / "sdg_policies.csv"


@dataclass(frozen=True, slots=True)
class Policy:
    """An information or a procedure that the EU wants to be found: in English for machines, in German for editors."""

    code: str
    policy: str
    name: str


@cache
def policies() -> Mapping[str, Policy]:
    """All of them by code, in the order of the annexes."""
    with _LIST.open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["code"]: Policy(**row) for row in csv.DictReader(lines)})
