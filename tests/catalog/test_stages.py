import json
from contextlib import suppress

import pytest

from plugins.catalog import stages
from plugins.catalog.stages import Spent, Stages


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves; the processor works half of the time."""
    now = [0.0]
    monkeypatch.setattr(stages, "_now", lambda: Spent(now[0] / 2, now[0]))
    return now


def test_a_stage_counts_what_runs_inside_every_time(clock: list[float]) -> None:
    spent = Stages()
    for _ in range(2):
        with spent("read"):
            clock[0] += 4
        clock[0] += 10
    assert spent.spent["read"] == Spent(4, 8)


def test_a_stage_inside_another_one_counts_for_itself_only(clock: list[float]) -> None:
    spent = Stages()
    with spent("resolve"):
        clock[0] += 2
        with spent("index"):
            clock[0] += 6
        clock[0] += 2
    assert spent.spent["resolve"] == Spent(2, 4)
    assert spent.spent["index"] == Spent(3, 6)


def test_a_stage_that_fails_counts_too(clock: list[float]) -> None:
    spent = Stages()
    with suppress(ValueError), spent("render"):
        clock[0] += 2
        raise ValueError("broken")
    assert spent.spent["render"] == Spent(1, 2)


def test_the_line_names_every_stage_in_its_order(clock: list[float]) -> None:
    spent = Stages()
    with spent("read"):
        clock[0] += 2.5
    assert str(spent) == (
        "lesen 1,2 s · prüfen 0,0 s · zuordnen 0,0 s · Seiten 0,0 s · Suche 0,0 s · offene Daten 0,0 s · "
        "schreiben 0,0 s"
    )


def test_what_other_processes_spent_is_added() -> None:
    spent = Stages()
    for seconds in (1.0, 2.5):
        spent.add({"render": Spent(seconds, seconds), "write": Spent(0.25, 1)})
    assert spent.spent["render"] == Spent(3.5, 3.5)
    assert spent.spent["write"] == Spent(0.5, 2)
    assert "Seiten 3,5 s" in str(spent)


def test_programs_get_processor_and_wall_time_of_every_stage(clock: list[float]) -> None:
    spent = Stages()
    with spent("read"):
        clock[0] += 2.5
    told = json.loads(spent.as_json())
    assert told["read"] == {"cpu": 1.25, "wall": 2.5}
    assert list(told) == list(stages.LABELS)
