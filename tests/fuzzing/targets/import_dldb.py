"""An export of a service database is refused, or becomes files one can read."""

import json
from collections.abc import Iterator

from tests.fuzzing.imported import well_imported
from tests.fuzzing.placed import ROOT, scratch
from tests.fuzzing.targets import words

TOKENS = words(
    '{ } [ ] : , " null true 1e999 NaN -1 \\u0000 \\ud800 \\u202e \\n [[[[ {"a": "id" "name" "data" '
    '"description" "fees" "requirements" "locations" "appointment" "keywords" "leika" <ul><li> '
    '<script> <a␣href=\\"javascript: ##␣ --- https:// ../x'
)


def check(data: bytes) -> None:
    folder = scratch() / "dldb"
    folder.mkdir(exist_ok=True)
    services, _, locations = data.partition(b"\n\n")
    (folder / "services_de.json").write_bytes(services)
    (folder / "locations_de.json").write_bytes(locations)
    well_imported("dldb", folder)


def seeds() -> Iterator[bytes]:
    files = (ROOT / "tests/exchange/dldb" / name for name in ("services_de.json", "locations_de.json"))
    services, locations = (json.loads(file.read_bytes()) for file in files)
    for one in services["data"]:
        parts = ({**services, "data": [one]}, {**locations, "data": locations["data"][:1]})
        yield b"\n\n".join(json.dumps(part, ensure_ascii=False).encode() for part in parts)
