"""What the documentation says of XZuFi is what the code does."""

import re

from plugins.exchange.xzufi.vocabulary import ASSUMED
from tests.exports.test_xzufi import NOT_CARRIED, NOT_CARRIED_BY_FEES
from tests.portals import PROJECT

DOCUMENT = (PROJECT / "docs" / "exports-formats.md").read_text(encoding="utf-8")
CARRIED_ELSEWHERE = {"forms", "level", "offices", "owner", "slug", "source_url", "topics"}
"""What comes back beside the values of a draft."""


def section(title: str) -> str:
    """The text under a heading, up to the next one."""
    return re.split(r"^#+ ", DOCUMENT.partition(f" {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_every_name_without_a_source_is_listed() -> None:
    assert set(re.findall(r"^- `([^`]+)`(?: \(only read\))?$", section("XZuFi: experimental"), re.MULTILINE)) == ASSUMED


def test_every_field_that_is_lost_is_listed() -> None:
    named = set(
        re.findall(
            r"`([a-z_\[\].]+)`", "\n".join(re.findall(r"^\| (`.*?) \|", section("What XZuFi cannot carry"), re.M))
        )
    )
    norms = {f"legal_basis[].{name}" for name in ("law", "section", "title")}
    assert named == NOT_CARRIED - CARRIED_ELSEWHERE | {f"fees[].{name}" for name in NOT_CARRIED_BY_FEES} | norms
