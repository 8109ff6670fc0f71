"""The old or the new portal, whole, however often it changes and whenever a publisher dies.

The full numbers are run by hand: `python -m tests.publishing.endurance`.
"""

from pathlib import Path

from tests.publishing.endurance import kills, swaps


def test_two_thousand_swaps_miss_no_read(tmp_path: Path) -> None:
    tally = swaps(2000, tmp_path)
    assert tally.faults == []
    assert tally.pages > 100


def test_killed_at_random_moments_every_tree_that_was_read_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    tally, _ = kills(6, 2026, tmp_path)
    assert tally.faults == []
    assert tally.trees > 6
