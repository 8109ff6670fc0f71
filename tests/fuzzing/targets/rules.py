"""Whatever stands in a file of the tiny country, every rule looks at it and says what is wrong inside some file."""

from collections.abc import Iterator
from functools import cache

from plugins.catalog import checks
from tests.fuzzing.placed import WORLD, small_files, well_said, world_with
from tests.fuzzing.targets import reading

TOKENS = reading.TOKENS


@cache
def _paths() -> tuple[str, ...]:
    return tuple(path for path, _ in small_files(WORLD, "**/*"))


def check(data: bytes) -> None:
    path, written = _paths()[data[0] % len(_paths())] if data else _paths()[0], data[1:]
    catalog, problems = world_with(path, written)
    well_said([*problems, *checks.run(catalog)], path, written)


def seeds() -> Iterator[bytes]:
    for number, (_, data) in enumerate(small_files(WORLD, "**/*")):
        yield bytes([number]) + data
