"""The page of all messages: current, complete, and its remedies mend."""

import os
import re
from pathlib import Path

import pytest

from plugins.catalog import checks
from tests.handbook.mistakes import LANGUAGE, Mistake, mistakes
from tests.handbook.page import messages_page
from tests.handbook.sentences import modules, sentences
from tests.portals import PROJECT

PAGE = PROJECT / "docs/redaktion/meldungen.md"
PARTS = ("catalog", "language", "media", "review")
OF_READING = {"encoding", "file", "medium-file", "missing", "secret", "unknown-key", "value", "yaml"}
EVERY = [mistake for listed in mistakes().values() for mistake in listed]


def test_the_page_says_what_the_check_says_today() -> None:
    page = messages_page()
    if os.environ.get("MESSAGES") == "write":
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page, "`make docs` writes it anew"


def test_every_rule_has_its_mistakes() -> None:
    assert set(mistakes()) == {rule.replace("_", "-") for rule in checks.rules()} | LANGUAGE | OF_READING


def test_every_code_in_brackets_leads_to_its_place_in_the_page() -> None:
    code = "".join(file.read_text("utf-8") for part in PARTS for file in PROJECT.glob(f"plugins/{part}/**/*.py"))
    named = set(re.findall(r'\brule="([a-z-]+)"', code)) | set(mistakes())
    assert sorted(re.findall(r"^## ([a-z-]+)$", PAGE.read_text("utf-8"), re.MULTILINE)) == sorted(named)


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_sentence_to_editors_stands_in_the_page(module: Path) -> None:
    page = PAGE.read_text("utf-8")
    assert [sentence for sentence in sentences(module) if sentence not in page] == []


@pytest.mark.parametrize(
    "mistake", [one for one in EVERY if one.right], ids=lambda one: f"{one.rule}: {one.wrong[:30]}"
)
def test_what_the_page_calls_right_is_right(mistake: Mistake) -> None:
    assert mistake.is_mended()
