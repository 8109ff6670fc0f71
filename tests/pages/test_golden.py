"""One page of each kind of the tiny country, word for word. `make golden` rewrites them; git shows the difference."""

import os
import re
from pathlib import Path

import pytest

from tests.portals import TINY_KINDS, Portal

GOLDEN = Path(__file__).parents[1] / "golden"
_DIGEST = re.compile(r"(assets/\w+-)[0-9a-f]{8}(\.\w+)")


@pytest.mark.parametrize("kind", TINY_KINDS)
def test_a_page_is_as_it_was_agreed(kind: str, tiny: Portal) -> None:
    page = _DIGEST.sub(r"\1digest\2", tiny.html(TINY_KINDS[kind]))
    file = GOLDEN / f"{kind}.html"
    if os.environ.get("GOLDEN") == "write":
        file.write_text(page, "utf-8")
    assert page == file.read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"{kind}.html" for kind in TINY_KINDS}
