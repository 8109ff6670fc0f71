"""The data sets of a portal by the names that `make export FORMAT=…` knows."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plugins.exports import api, for_115, llms_txt
from plugins.exports.published import Export, File, Published

EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "api": api.EXPORT,
        "115": for_115.EXPORT,
        "llms": llms_txt.EXPORT,
    }
)


def files(published: Published) -> Iterator[File]:
    """Every file of every data set."""
    for export in EXPORTS.values():
        yield from export.files(published)
