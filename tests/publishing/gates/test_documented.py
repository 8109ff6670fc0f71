"""Every gate has its row for operators, in the words it says itself."""

import re

from plugins.publishing.gates import gates
from tests.portals import PROJECT

ROW = re.compile(r"^\| `([a-z-]+)` \| ([^|]+) \| [^|]{10,} \| [^|]{5,} \|$", re.MULTILINE)


def test_the_list_of_gates_is_complete() -> None:
    page = (PROJECT / "docs/publishing-gates.md").read_text("utf-8")
    assert ROW.findall(page) == [(gate.name, gate.title) for gate in gates()]
