"""Nodes of a graph: plain dictionaries, in which nothing stands that is not known."""

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]

CONTEXT = "https://schema.org"

REMEMBERED = 2048
"""So many texts, fees and lists of questions are remembered as nodes: other portals show the same services."""

_UNKNOWN: tuple[object, ...] = (None, "", [], ())


def node(kind: str, address: str = "", /, **properties: Any) -> Node:
    """A node of this type; its address is its `@id`, and what is empty is left out. A price of 0 is not empty."""
    known = {name: value for name, value in properties.items() if value or value not in _UNKNOWN}
    return {"@type": kind, **({"@id": address} if address else {}), **known}


def reference(described: Node) -> Node:
    """A node that is described elsewhere."""
    return {"@id": described["@id"]}


def document(nodes: Iterable[Node]) -> Node:
    """One graph, as it stands in a page."""
    return {"@context": CONTEXT, "@graph": list(nodes)}
