"""What became harder to read."""

import pytest

from plugins.catalog.catalog import load
from plugins.language import Readability, compare
from plugins.language.ratchet import Change
from tests.conftest import TODAY, Draft
from tests.language.conftest import DOG, TEXT

PLAIN = Readability(words=100, sentences=10, lix=30.0, wiener=5.0, flesch=70.0)
HARD = "Steuerermäßigungsberechtigungsnachweise beantragen Hundehalterinnen ausschließlich schriftlich."


@pytest.mark.parametrize(
    ("lix", "wiener", "flesch", "is_worse"),
    [
        (30.0, 5.0, 70.0, False),
        (31.0, 5.3, 68.5, False),
        (25.0, 4.0, 80.0, False),
        (31.1, 5.0, 70.0, True),
        (30.0, 5.4, 70.0, True),
        (30.0, 5.0, 68.4, True),
    ],
)
def test_beyond_its_tolerance_each_measure_counts(lix: float, wiener: float, flesch: float, is_worse: bool) -> None:
    assert Change(DOG, PLAIN, Readability(101, 10, lix, wiener, flesch)).is_worse is is_worse


def test_only_what_reads_otherwise_is_a_change(write: Draft) -> None:
    before = load(write.folder, TODAY)[0]
    write.change(DOG, TEXT, f"{TEXT} {HARD}")
    changes = compare(before, load(write.folder, TODAY)[0])
    assert [(change.path, change.is_worse) for change in changes] == [(DOG, True)]


def test_a_new_service_has_no_before_and_is_never_worse(write: Draft) -> None:
    after = load(write.folder, TODAY)[0]
    (write.folder / DOG).unlink()
    changes = compare(load(write.folder, TODAY)[0], after)
    assert [(change.path, change.before, change.is_worse) for change in changes] == [(DOG, None, False)]
