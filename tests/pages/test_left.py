"""What a build leaves is remembered as it was, whatever its files are called."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalog.kept import Kept
from plugins.catalog.places import Place, Problem
from plugins.pages.incremental.ingredients import Ingredients
from plugins.pages.incremental.left import Left, keep, remembered

MADE = Ingredients({"SITEURL": "", "PORTALS": False}, "code", "2026-11-01", "history", {}, {}, 7)
LEFT = Left(MADE, (Problem(Place("a.md"), "Das fehlt", rule="file"),), "Stadt", {}, "known", "searched")
STAMP = (2**40, 1_790_000_000_123_456_789, -1)


@pytest.mark.parametrize("names", [[], ["a.md"], ["a.md", "ä\nb.md", "kaputt-\udcff.md"]])
def test_what_was_left_is_remembered(names: list[str], tmp_path: Path) -> None:
    stamps = dict.fromkeys(names, STAMP)
    made = replace(MADE, files=dict.fromkeys(names, "0" * 64), stamps=stamps)
    left = replace(LEFT, ingredients=made, files={**stamps, ".manifest": STAMP})
    keep(left, Kept(tmp_path), tmp_path)
    found = remembered(Kept(tmp_path), tmp_path)
    assert found == left
    assert found
    assert (found.ingredients.stamps, found.ingredients.seen) == (stamps, 7)


def test_of_another_folder_nothing_is_remembered(tmp_path: Path) -> None:
    keep(LEFT, Kept(tmp_path), tmp_path)
    assert remembered(Kept(tmp_path), tmp_path / "other") is None
