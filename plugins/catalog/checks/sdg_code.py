"""Ein SDG-Code steht in der Liste der EU-Verordnung."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem
from plugins.catalog.policies import policies


def check(catalog: Catalog) -> Iterator[Problem]:
    """Codes that no annex of Regulation (EU) 2018/1724 has."""
    for service in catalog.written:
        for code in service.sdg if service.is_read("sdg") else ():
            if code not in policies():
                yield problem(service, f"Den SDG-Code „{code}“ gibt es nicht", hint=_remedy(code), field="sdg")


def _remedy(code: str) -> str:
    """The nearest code of the same letter, with what it stands for."""
    alike = [policy for policy in policies().values() if policy.code[0] == code[0]]
    if not alike:
        return "Die Codes beginnen mit A bis X, zum Beispiel R1 für Geburtsurkunde."
    nearest = min(alike, key=lambda policy: abs(int(policy.code[1:]) - int(code[1:])))
    return f"Meinten Sie „{nearest.code}“ ({nearest.name})? Mit {code[0]} gibt es {len(alike)}."
