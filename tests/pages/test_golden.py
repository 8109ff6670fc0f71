"""One page of each kind of the tiny country, word for word. `make golden` rewrites them; git shows the difference."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.metadata.schema_org.pages import graph_of
from tests.portals import TINY_KINDS, Portal

GOLDEN = Path(__file__).parents[1] / "golden"
GRAPHS = ("home", "office", "service")
_DIGEST = re.compile(r"((?:assets|media)/[a-z-]+-)[0-9a-f]{8}(\.\w+)")
_FEED = re.compile(r' *<link rel="alternate" type="application/atom\+xml".*\n')
_GRAPH = re.compile(r"(<script type=\"application/ld\+json\">).*(</script>)")


def agreed(name: str, text: str) -> str:
    """What was agreed on; `make golden` agrees to the text."""
    file = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, "utf-8")
    return file.read_text("utf-8")


@pytest.mark.parametrize("kind", TINY_KINDS)
def test_a_page_is_as_it_was_agreed(kind: str, tiny: Portal) -> None:
    page = _DIGEST.sub(r"\1digest\2", _GRAPH.sub(r"\1…\2", tiny.html(TINY_KINDS[kind])))
    page = _FEED.sub("", page)  # a clone without our commits has no feeds
    assert page == agreed(f"{kind}.html", page)


@pytest.mark.parametrize("kind", GRAPHS)
def test_a_graph_is_as_it_was_agreed(kind: str, tiny: Portal) -> None:
    graph = graph_of(tiny, TINY_KINDS[kind])
    for node in graph["@graph"]:
        node.pop("dateModified", None)  # the day of a commit of ours
    text = json.dumps(graph, ensure_ascii=False, indent=1) + "\n"
    assert text == agreed(f"{kind}.jsonld", text)


def test_no_golden_file_is_left_over() -> None:
    expected = {*(f"{kind}.html" for kind in TINY_KINDS), *(f"{kind}.jsonld" for kind in GRAPHS)}
    assert {file.name for file in GOLDEN.iterdir()} == expected
