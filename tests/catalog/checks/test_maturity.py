"""A level of maturity exists in its model."""

import pytest

from tests.conftest import Draft, said

PASSPORT = "services/personalausweis-beantragen.md"
MATURITY = "level: 2\n  model: 2.0"


@pytest.mark.parametrize("maturity", ["level: 0\n  model: 1.1", "level: 4\n  model: 1.1", "level: 7\n  model: 2.0"])
def test_the_levels_of_both_models_pass(write: Draft, maturity: str) -> None:
    assert write.change(PASSPORT, MATURITY, maturity) == []


@pytest.mark.parametrize("level", [5, 6, 7])
def test_a_level_beyond_the_last_of_the_old_model_is_an_error(write: Draft, level: int) -> None:
    assert said(write.change(PASSPORT, MATURITY, f"level: {level}\n  model: 1.1")) == [
        f"content/{PASSPORT}:37:10: Stufe {level} gibt es im Reifegradmodell 1.1 nicht  [maturity]"
        " → Stufen 0 bis 4; gilt das neuere Modell, dann model: 2.0"
    ]


def test_a_level_no_model_has_is_said_once(write: Draft) -> None:
    (found,) = write.change(PASSPORT, MATURITY, "level: 8\n  model: 1.1")
    assert found.rule != "maturity"


def test_a_model_that_could_not_be_read_is_said_once(write: Draft) -> None:
    (found,) = write.change(PASSPORT, MATURITY, "level: 6\n  model: 1.2")
    assert found.rule != "maturity"
