"""Statements as they come: a node is a JSON-LD object whose names are prefixed, and Turtle says just the same."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rdflib import Literal, URIRef

Node = Mapping[str, Any]
"""`@id`, `@type` (prefixed names) and properties: each a string, `link`, `said` or `typed`, or a list of them."""


def link(address: str) -> dict[str, str]:
    """A value that is another node."""
    return {"@id": address}


def said(words: str, language: str = "de") -> dict[str, str]:
    """Words in a language."""
    return {"@value": words, "@language": language}


def typed(value: str, datatype: str) -> dict[str, str]:
    """A value of a datatype, by its prefixed name: `xsd:double`."""
    return {"@value": value, "@type": datatype}


def node(address: str, kinds: Iterable[str], properties: Mapping[str, Any]) -> Node:
    """A node without the properties that are empty."""
    kept = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@id": address, "@type": list(kinds), **kept}


def as_json_ld(prefixes: Mapping[str, str], nodes: Iterable[Node]) -> Iterator[bytes]:
    """A JSON-LD document, one node a line."""
    yield f'{{"@context":{json.dumps(dict(prefixes))},"@graph":['.encode()
    separator = "\n"
    for one in nodes:
        yield (separator + json.dumps(one, ensure_ascii=False, separators=(",", ":"))).encode()
        separator = ",\n"
    yield b"\n]}\n"


def as_turtle(prefixes: Mapping[str, str], nodes: Iterable[Node]) -> Iterator[bytes]:
    """The same in Turtle, one node after the other; the words are written by rdflib, which knows how."""
    yield "".join(f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items()).encode()
    for one in nodes:
        kinds = f" a {', '.join(one['@type'])}"
        lines = (f"\n  {name} {', '.join(_terms(value, prefixes))}" for name, value in one.items() if name[0] != "@")
        yield f"\n{URIRef(one['@id']).n3()}{' ;'.join((kinds, *lines))} .\n".encode()


def _terms(value: Any, prefixes: Mapping[str, str]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        yield _term(one, prefixes)


def _term(value: Any, prefixes: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return Literal(value).n3()
    if "@id" in value:
        return URIRef(value["@id"]).n3()
    name, _, local = value.get("@type", "").partition(":")
    datatype = URIRef(prefixes[name] + local) if name else None
    return Literal(value["@value"], lang=value.get("@language"), datatype=datatype).n3()
