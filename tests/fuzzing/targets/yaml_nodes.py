"""Any text of a file is a tree of strings, or one problem inside it; read without places, it says the same."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from plugins.catalog import facts, nodes
from plugins.catalog.encodings import INVISIBLE
from plugins.catalog.nodes import NodeError
from plugins.catalog.yaml_writing import as_yaml
from tests.fuzzing.placed import DEMO, small_files, well_said
from tests.fuzzing.targets import words

TOKENS = words(
    ":␣ -␣ ?␣ # ␣# | > |-\n >+\n &a␣ *a !!str␣ ! %YAML␣1.1\n ---\n ...\n [ ] { } , \" ' \\x41 \\u0308 \\ud800 \\N "
    "\\L \n␣␣ \t <<:␣ ~ no 05374 8:00 \xad \x85 \u2028 \ufeff a\u0308 \r a:␣b\n a:\n␣␣b:␣c\n -␣a\n-␣b\n"
)


def check(data: bytes) -> None:
    text = unicodedata.normalize("NFC", data.decode("utf-8", "replace"))
    if INVISIBLE.search(text) or "\r" in text:
        return
    at_once = facts.values(text)
    try:
        tree = nodes.parse(text, "x.yaml")
    except NodeError as error:
        assert at_once is None, text
        well_said([error.problem], "x.yaml", data)
        return
    assert at_once in (None, dict.fromkeys(tree.keys, "") | tree.plain()), text
    _only_texts(tree.plain())
    written = as_yaml(tree.plain())
    assert nodes.parse(written, "x.yaml").plain() == tree.plain(), written


def _only_texts(value: Any) -> None:
    if isinstance(value, dict):
        for key, child in value.items():
            assert isinstance(key, str)
            _only_texts(child)
    elif isinstance(value, list):
        for child in value:
            _only_texts(child)
    else:
        assert isinstance(value, str)
        assert not INVISIBLE.search(value)


def seeds() -> Iterator[bytes]:
    for _, data in small_files(DEMO, "**/*.yaml"):
        yield data
    for _, data in small_files(DEMO, "services/*.md"):
        yield data.split(b"---\n")[1]
