"""Records of which no more than a few values are known."""

from functools import cache
from typing import Any, TypeVar, cast

from plugins.catalog.records.base import Record

Sketch = TypeVar("Sketch", bound=Record)


def sketched(model: type[Sketch], **values: Any) -> Sketch:
    """A record with these values, as they are; all others are the usual ones, or are not there."""
    return cast(Sketch, _blank(model).model_copy(update=values))


@cache
def _blank(model: type[Record]) -> Record:
    return model.model_construct()
