"""The words of a record are all its texts, however deep they lie in it."""

from collections.abc import Iterator
from enum import Enum

from plugins.catalog.catalog import load
from plugins.catalog.records.base import Record
from plugins.catalog.wording import words_of
from tests.conftest import TODAY
from tests.portals import PROJECT

SILENT = {"represented_by", "editors", "kind"}


def every_text(value: object) -> Iterator[str]:
    """Every text in a value, found by looking at everything; what is empty or one of a few given words is none."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from () if name in value.computed | SILENT else every_text(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from every_text(part)
    elif isinstance(value, str) and value and not isinstance(value, Enum):
        yield value


def test_no_text_of_the_demo_is_left_out() -> None:
    catalog, _ = load(PROJECT / "content", TODAY)
    for record in catalog.records:
        assert [text for _, _, text in words_of(record)] == list(every_text(record))
