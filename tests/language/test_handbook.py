"""Every hint is explained to editors."""

import re

from plugins.language.hinting import rules
from tests.portals import PROJECT


def test_the_handbook_explains_every_hint_and_no_other() -> None:
    page = (PROJECT / "docs/redaktion/sprache.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == sorted([*rules(), "spelling"])
