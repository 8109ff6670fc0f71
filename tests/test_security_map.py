"""docs/security.md says of every threat what is done about it and which test holds the result; the tests are there."""

import ast
import re
from functools import cache

from tests.portals import PROJECT

THREATS = 43
_ROW = re.compile(r"^\| (\d+) \|.*\|(.*)\|$", re.MULTILINE)
_NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def rows() -> dict[int, list[tuple[str, str]]]:
    """The number of each threat, and the files and tests that its last column names."""
    text = (PROJECT / "docs" / "security.md").read_text("utf-8")
    return {int(number): _NAMED.findall(last) for number, last in _ROW.findall(text)}


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((PROJECT / file).read_text("utf-8"))
    found = (node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in found if name.startswith("test_"))


def test_every_threat_has_its_row() -> None:
    assert list(rows()) == list(range(1, THREATS + 1))


def test_every_row_names_a_test_that_is_there() -> None:
    assert [number for number, named in rows().items() if not any(names_in(file) for file, _ in named)] == []
    missing = [
        f"{file}::{test}" for named in rows().values() for file, test in named if test and test not in names_in(file)
    ]
    assert missing == []
