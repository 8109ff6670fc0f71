"""The graphs of a built portal."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.metadata.schema_org.nodes import document
from tests.portals import Portal


def graph_of(portal: Portal, address: str) -> dict[str, Any]:
    """The graph of a page, which has exactly one."""
    [script] = portal.pages[address].find_all("script", type="application/ld+json")
    found: dict[str, Any] = json.loads(script.get_text())
    return found


def graphs(portal: Portal) -> dict[str, dict[str, Any]]:
    """Every graph by the address of its page; what only leads on, and what is not there, has none."""
    return {address: graph_of(portal, address) for address in portal.whole_pages}


def whole(every: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """One graph with every node of all pages once."""
    nodes = {json.dumps(node): node for graph in every.values() for node in graph["@graph"]}
    return document(nodes.values())


def parts(node: object) -> Iterator[Mapping[str, Any]]:
    """Every object of a graph, however deep."""
    if isinstance(node, Mapping):
        yield node
        node = [*node.values()]
    if isinstance(node, list):
        for part in node:
            yield from parts(part)
