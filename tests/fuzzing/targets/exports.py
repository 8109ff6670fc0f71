"""Whatever an accepted service says, every export is whole: JSON, XML, and tables none of whose cells is a formula."""

import csv
import io
import json
from collections.abc import Callable, Iterator

from defusedxml.ElementTree import fromstring

from plugins.catalog import checks
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.published import Published
from plugins.catalog.validation import has_errors
from plugins.exchange.findings import Findings
from plugins.exchange.xzufi import read
from plugins.exports.registry import EXPORTS
from tests.fuzzing.placed import WORLD, scratch, world_with
from tests.fuzzing.targets import reading

PATH, SLUG, TOWN = "services/hund-anmelden.md", "hund-anmelden", "kleinstadt"
TOKENS = reading.TOKENS


def check(data: bytes) -> None:
    catalog, problems = world_with(PATH, data)
    if has_errors([*problems, *checks.run(catalog)]):
        return
    here = catalog.municipalities[TOWN]
    portal = Published(catalog, directory(catalog, here), here.portal_url.rstrip("/"), History())
    files = {file.path: b"".join(file.pieces) for export in EXPORTS.values() for file in export.files(portal)}
    for path, written in files.items():
        _KINDS.get(path.rpartition(".")[2], bytes.decode)(written)
    _comes_back(portal, files[EXPORTS["xzufi"].path])


def _is_no_formula(written: bytes) -> None:
    for row in csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";", strict=True):
        assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row), row


def _comes_back(portal: Published, message: bytes) -> None:
    offer = portal.directory.by_slug.get(SLUG)
    if offer is None:
        return
    file = scratch() / "xzufi.xml"
    file.write_bytes(message)
    [draft] = [one for one in read(file, Findings(), own=portal.url).services if one.id == SLUG]
    for field in ("title", "synonyms", "leika", "audience", "reviewed_on", "official_name"):
        assert draft.values.get(field) == (getattr(offer.service, field) or None), field


_KINDS: dict[str, Callable[[bytes], object]] = {"json": json.loads, "xml": fromstring, "csv": _is_no_formula}


def seeds() -> Iterator[bytes]:
    for name in ("hund-anmelden", "kiosk-anmelden", "gruenschnitt-abgeben"):
        yield (WORLD / "services" / f"{name}.md").read_bytes()
