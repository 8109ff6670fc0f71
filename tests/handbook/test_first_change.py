"""The first change, done in the file exactly as the handbook says, on the demo content."""

import re
import shutil
from pathlib import Path

from plugins.catalog.validation import validated
from tests.conftest import said
from tests.portals import PROJECT

PAGE = (PROJECT / "docs/redaktion/erste-aenderung.md").read_text("utf-8")
COMMENTS = PROJECT / "tests/review/golden"


def test_the_line_to_change_is_there_and_changed_it_passes_the_check(tmp_path: Path) -> None:
    path, old, new = re.findall(r"`(content/[^`]+\.md|amount: [^`]+)`", PAGE)
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    text = (tmp_path / path).read_text("utf-8")
    assert text.count(old) == 1
    (tmp_path / path).write_text(text.replace(old, new), "utf-8")
    assert said(validated(tmp_path / "content")[1]) == []


def test_either_way_takes_five_steps() -> None:
    form, file = (re.findall(r"^(\d)\. ", part, re.MULTILINE) for part in PAGE.split("\n## ")[1:3])
    assert form == file == ["1", "2", "3", "4", "5"]


def test_the_words_to_look_for_are_those_of_the_comment() -> None:
    (refused,) = re.findall(r"\*\*„(.+)“\*\*", PAGE)
    assert f"## {refused}\n" in (COMMENTS / "typo-in-a-field/comment.md").read_text("utf-8")
