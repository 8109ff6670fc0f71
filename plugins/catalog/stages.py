"""Where the time of a build goes: by stage, in seconds of processor and of wall clock."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

LABELS = {
    "read": "lesen",
    "check": "prüfen",
    "resolve": "zuordnen",
    "render": "Seiten",
    "index": "Suche",
    "export": "offene Daten",
    "write": "schreiben",
}
"""The stages in their order, and how they are called in what a build prints."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor time and of wall clock."""

    cpu: float = 0.0
    wall: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.cpu + other.cpu, self.wall + other.wall)

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(self.cpu - other.cpu, self.wall - other.wall)


class Stages:
    """A clock for one process. A stage inside another one counts for itself only, never twice."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(LABELS, Spent())
        self._running: list[str] = []
        self._since = _now()

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """What runs inside belongs to this stage."""
        self._turn()
        self._running.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def add(self, spent: Mapping[str, Spent]) -> None:
        """Count what another clock has measured, in another process perhaps."""
        for stage, more in spent.items():
            self.spent[stage] += more

    def __str__(self) -> str:
        """One line: „lesen 1,2 s · prüfen 0,8 s …“, in seconds of processor time."""
        known = ((label, self.spent[stage].cpu) for stage, label in LABELS.items())
        return " · ".join(f"{label} {seconds:.1f} s".replace(".", ",") for label, seconds in known)

    def as_json(self) -> str:
        """The same for programs: `{"read": {"cpu": 1.2, "wall": 1.3}, …}`."""
        return json.dumps({stage: asdict(spent) for stage, spent in self.spent.items()})

    def _turn(self) -> None:
        """Count what was spent since the last turn for the stage that ran."""
        now = _now()
        if self._running:
            self.spent[self._running[-1]] += now - self._since
        self._since = now


def _now() -> Spent:
    return Spent(time.process_time(), time.perf_counter())
