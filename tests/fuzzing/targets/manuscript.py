"""A file open for changes gives the same bytes again; a changed value is the only difference, or it is refused."""

from collections.abc import Iterator
from typing import Any

from plugins.catalog.manuscript import Manuscript, NotChangedError, Way
from plugins.catalog.nodes import Node, NodeError
from tests.fuzzing.placed import DEMO, small_files
from tests.fuzzing.targets import words, yaml_nodes

TOKENS = (*yaml_nodes.TOKENS, *words("---\r\n fees:\n␣␣-␣amount:␣26,50\n [a,␣b] {a:␣b} '' \\ \n  "))


def check(data: bytes) -> None:
    """The last line is the new value."""
    facts, _, value = data.rpartition(b"\n")
    try:
        manuscript = Manuscript.of("x.md", facts + b"\n")
        tree = manuscript.tree()
    except (NotChangedError, NodeError):
        return
    assert manuscript.data == facts + b"\n"
    for way in _ways(tree, ())[:3]:
        _changed(manuscript, way, value.decode("utf-8", "replace"))


def _changed(manuscript: Manuscript, way: Way, value: str) -> None:
    before = manuscript.tree().plain()
    try:
        after = manuscript.changed(way, value).tree().plain()
    except NotChangedError:
        return
    assert _taken(after, way) == value
    assert {**before, way[0]: None} == {**after, way[0]: None}


def _taken(plain: Any, way: Way) -> object:
    for step in way:
        plain = plain[step]
    return plain


def _ways(node: Node, way: Way) -> list[Way]:
    if isinstance(node.value, dict):
        return [inner for key, child in node.value.items() for inner in _ways(child, (*way, key))]
    if isinstance(node.value, list):
        return [inner for number, child in enumerate(node.value) for inner in _ways(child, (*way, number))]
    return [way]


def seeds() -> Iterator[bytes]:
    for number, (_, data) in enumerate(small_files(DEMO, "services/*.md")):
        yield b"---\n%b---\n%b" % (data.split(b"---\n")[1], ("Neu: 'x' # 5", "26,50", "", "&a")[number % 4].encode())
