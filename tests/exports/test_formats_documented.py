"""What the documentation says of the formats is what the code does."""

import re

from plugins.exchange.xzufi.vocabulary import ASSUMED
from plugins.exports.registry import EXPORTS
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


def test_every_format_is_named_in_both_tables_and_in_the_help() -> None:
    document = (PROJECT / "docs" / "exports.md").read_text(encoding="utf-8")
    follows, _, carries = document.partition("## What cannot be carried")
    for table in (follows, carries):
        assert set(EXPORTS) <= set(re.findall(r"^\| `([a-z0-9-]+)` \|", table, re.MULTILINE))
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert f"[FORMAT={'|'.join(EXPORTS)}]" in makefile


def test_every_file_that_people_may_want_is_named() -> None:
    document = (PROJECT / "docs" / "exports.md").read_text(encoding="utf-8")
    names = {one.path.rpartition("/")[2] for export in EXPORTS.values() for one in export.distributions}
    assert [name for name in sorted(names) if name not in document] == []
