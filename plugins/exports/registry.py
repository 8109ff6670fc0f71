"""The data sets of a portal by the names that `make export FORMAT=…` knows."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plugins.catalog.published import Published
from plugins.exports import api, cpsv_ap, dcat, for_115, hsds, llms_txt, schema_org, xzufi
from plugins.exports.export import Export, File

_DATA_SETS = {
    "api": api.EXPORT,
    "115": for_115.EXPORT,
    "llms": llms_txt.EXPORT,
    "schema-org": schema_org.EXPORT,
    "xzufi": xzufi.EXPORT,
    "cpsv-ap": cpsv_ap.EXPORT,
    "hsds": hsds.EXPORT,
}
EXPORTS: Mapping[str, Export] = MappingProxyType({**_DATA_SETS, "dcat": dcat.describing(_DATA_SETS)})


def files(published: Published) -> Iterator[File]:
    """Every file of every data set."""
    for export in EXPORTS.values():
        yield from export.files(published)


def words_of_exports(*_: object, **__: object) -> Iterator[tuple[int, str, str, list[str]]]:
    """What Babel extracts beside the sentences in the code: titles and descriptions of data sets."""
    for export in EXPORTS.values():
        titles = (one.title for one in export.others if one.title)
        yield from ((1, "_", words, []) for words in (export.title, export.description, *titles))
