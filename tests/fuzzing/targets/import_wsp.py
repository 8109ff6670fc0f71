"""A list of online services is refused, or becomes landing pages one can read."""

from collections.abc import Iterator

from tests.exchange.test_wsp import COLUMNS, ROWS
from tests.fuzzing.imported import well_imported
from tests.fuzzing.placed import scratch
from tests.fuzzing.targets import words

TOKENS = words(
    ', " "" \n \r\n \r \x00 ÿ Ja Nein /antrag/ /antrag/a/ ../ 99050036005000 IHK HWK § \xa0 \u202e \xad -␣ :␣ '
    "␣# &a Vorgesehen␣zum␣Löschen ACHTUNG <b> https:// \u2028"
)


def check(data: bytes) -> None:
    file = scratch() / "list.csv"
    file.write_bytes(data)
    well_imported("wsp", file)


def seeds() -> Iterator[bytes]:
    yield (COLUMNS + ROWS).encode()
    yield from ((COLUMNS + row).encode() for row in ROWS.splitlines(keepends=True))
