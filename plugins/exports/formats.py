"""Media types of exports: what people call them, and their codes in the EU's list of file types."""

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "application/json": "JSON",
        "application/ld+json": "JSON-LD",
        "application/xml": "XML",
        "application/zip": "ZIP",
        "text/csv": "CSV",
        "text/markdown": "Markdown",
        "text/turtle": "Turtle",
    }
)
FILE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "application/json": "JSON",
        "application/ld+json": "JSON_LD",
        "application/xml": "XML",
        "application/zip": "ZIP",
        "text/csv": "CSV",
        "text/turtle": "RDF_TURTLE",
    }
)
"""http://publications.europa.eu/resource/authority/file-type/; Markdown is not in it."""
