"""Ten requests and the whole report of each, word for word. `make golden` rewrites them; git shows the difference."""

import os
from pathlib import Path

import pytest

from plugins.review.__main__ import main
from tests.review.conftest import Workshop
from tests.review.requests import GOLDEN, REPORT, TEN


def reported(shop: Workshop, name: str, output: Path, style: str) -> int:
    asked = TEN[name]
    asked.write(shop)
    shop.commit("request")
    people = ["--author", asked.author, "--approved-by", asked.approved_by]
    places = ["--content", str(shop.root / "content"), "--output", str(output)]
    return main(["request", "main", "--head", "request", "--format", style, *people, *places])


@pytest.mark.parametrize("name", TEN)
def test_a_request_is_told_as_it_was_agreed(
    name: str, workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = reported(workshop, name, tmp_path / "report", "github")
    told = {file: (tmp_path / "report" / file).read_text("utf-8") for file in REPORT}
    told["github.txt"] = capsys.readouterr().out
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).mkdir(parents=True, exist_ok=True)
        for file, text in told.items():
            (GOLDEN / name / file).write_text(text, "utf-8")
    assert told == {file: (GOLDEN / name / file).read_text("utf-8") for file in told}
    assert code == TEN[name].fails


def test_no_golden_report_is_left_over() -> None:
    assert {folder.name for folder in GOLDEN.iterdir()} == set(TEN)
