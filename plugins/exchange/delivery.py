"""What an importer hands over: files to write and an account of everything in the source."""

from dataclasses import dataclass

from plugins.exchange.files import ContentFile
from plugins.exchange.findings import Finding


@dataclass(frozen=True, slots=True)
class FieldUse:
    """What became of one field of the source; `filled` counts the values that are not empty."""

    file: str
    path: str
    seen: int
    filled: int
    fate: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """The result of reading a source, not yet written."""

    source: str
    attribution: str
    files: tuple[ContentFile, ...]
    numbers: tuple[tuple[str, int], ...]
    findings: dict[Finding, int]
    fields: tuple[FieldUse, ...]
    hosts: tuple[tuple[str, int], ...]
    remarks: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    """Old addresses that no content file can take, with the page that each belongs to."""
