"""A list of digests is refused, or written as it was read; every name of a file is a line of its own."""

from collections.abc import Iterator

from plugins.catalog import manifest
from tests.fuzzing.targets import words

TOKENS = words("\n ␣␣ \r \x85 \u2028 \x00 \\ ../ / .manifest a ä " + "a" * 64)


def check(data: bytes) -> None:
    try:
        read = manifest.parsed(data)
    except ValueError:
        pass
    else:
        assert manifest.parsed(manifest.written(read)) == read
    names = data.decode("utf-8", "replace").split("\n")
    digests = {name: manifest.digest(name.encode()) for name in names if name}
    assert manifest.parsed(manifest.written(digests)) == digests


def seeds() -> Iterator[bytes]:
    yield manifest.written({"index.html": "a" * 64, "leistungen/hund-anmelden/index.html": "b" * 64})
    yield "leistungen/straße/index.html\na b.txt".encode()
