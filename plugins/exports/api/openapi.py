"""The description of the JSON API and the schemas of its documents, from their declarations."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import models_json_schema

from plugins.catalog.published import Published
from plugins.exports.api import addresses, documents

KINDS: Mapping[str, type[documents.Document]] = MappingProxyType(
    {
        "index": documents.Index,
        "services": documents.Services,
        "service": documents.Service,
        "offices": documents.Offices,
        "office": documents.Office,
        "topics": documents.Topics,
    }
)
"""Every kind of document by the name of its schema."""

_PATHS = {
    addresses.INDEX: "index",
    addresses.SERVICES: "services",
    addresses.service("{slug}"): "service",
    addresses.OFFICES: "offices",
    addresses.office("{slug}"): "office",
    addresses.TOPICS: "topics",
}
_SLUG = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"}}


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of document."""
    found = KINDS[name].model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def description(published: Published) -> dict[str, Any]:
    """The OpenAPI 3.1 description of a portal's API."""
    here = published.directory.municipality
    about = "Static files, made from the content of the portal; they change when it does. No key, no limit."
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Serviceportal {here.name}", "version": addresses.VERSION, "description": about},
        "servers": [{"url": published.url}],
        "paths": {f"/{path}": _path(name) for path, name in _PATHS.items()},
        "components": {"schemas": _schemas()},
    }


@cache
def _schemas() -> dict[str, Any]:
    _, found = models_json_schema(
        [(kind, "serialization") for kind in KINDS.values()], ref_template="#/components/schemas/{model}"
    )
    schemas: dict[str, Any] = found["$defs"]
    return schemas


def _path(name: str) -> dict[str, Any]:
    kind = KINDS[name]
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}}}
    answers: dict[str, Any] = {"200": {"description": kind.__doc__, "content": content}}
    asked = {"summary": kind.__doc__, "operationId": name, "responses": answers}
    if name not in {"service", "office"}:
        return {"get": asked}
    answers["404"] = {"description": "There is no such document."}
    return {"parameters": [_SLUG], "get": asked}
