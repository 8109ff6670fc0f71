"""Which files there are and what is in them: SHA-256 and path, line by line, in the format of `sha256sum -c`."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

NAME = ".manifest"
"""The file that says so of the folder it lies in."""

_AT_ONCE = 2**16
_DIGITS = hashlib.sha256().digest_size * 2
_START = _DIGITS + 2
"""Where in a line the path begins."""


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read(folder: Path) -> dict[str, str]:
    """The digest of each file by its path. Raises `OSError` when there is no list, `ValueError` when it is damaged."""
    return parsed((folder / NAME).read_bytes())


def parsed(data: bytes) -> dict[str, str]:
    """The digest of each path of a list. Raises `ValueError` when that is not what it is."""
    lines = [line for line in data.decode("utf-8").split("\n") if line]
    if any(line.find("  ") != _DIGITS or len(line) == _START for line in lines):
        raise ValueError("no list of SHA-256 digests")
    return {line[_START:]: line[:_DIGITS] for line in lines}


def written(digests: Mapping[str, str]) -> bytes:
    """The list as a file, in the order of the paths."""
    return "".join(f"{sum_}  {name}\n" for name, sum_ in sorted(digests.items())).encode()


def measured(folder: Path) -> dict[str, str]:
    """What is really there: the digest of every file below a folder, but for the list itself."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: file_digest(path) for name, path in found.items() if name != NAME}


def file_digest(path: Path | str) -> str:
    """The SHA-256 of a file, read piece by piece."""
    found = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of names, none of them needs to be a `Path`
        while piece := file.read(_AT_ONCE):
            found.update(piece)
    return found.hexdigest()
