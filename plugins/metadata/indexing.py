"""Whether search engines may list a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indexing:
    """The decision and why, in German."""

    is_indexable: bool
    reason: str
