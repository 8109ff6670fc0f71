"""Objects of HSDS: a UUID made of an address, and only what is known."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

Object = dict[str, Any]


def identifier(address: str) -> str:
    """The same address, the same UUID, in every build."""
    return str(uuid5(NAMESPACE_URL, address))


def known(address: str, **properties: Any) -> Object:
    """An object with the id of its address; what is empty or None is left out."""
    return {"id": identifier(address), **{name: one for name, one in properties.items() if one not in (None, "", [])}}
