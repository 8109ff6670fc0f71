"""The smallest input that still fails: pieces are taken out, ever smaller ones, as long as it does."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.fuzzing import targets
from tests.fuzzing.measured import measured


def shrunk(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """`data` without every piece that does not matter."""
    size = len(data) // 2
    while size:
        smaller = _without_pieces(data, size, fails)
        size = size if len(smaller) < len(data) else size // 2
        data = smaller
    return data


def _without_pieces(data: bytes, size: int, fails: Callable[[bytes], bool]) -> bytes:
    start = 0
    while start < len(data):
        candidate = data[:start] + data[start + size :]
        if fails(candidate):
            data = candidate
        else:
            start += size
    return data


def same_failure(check: Callable[[bytes], None], data: bytes) -> Callable[[bytes], bool]:
    """Whether an input fails with the same kind of error at the same line as `data`."""
    wanted = failure(check, data)
    return lambda candidate: wanted is not None and failure(check, candidate) == wanted


def failure(check: Callable[[bytes], None], data: bytes) -> tuple[str, str, int] | None:
    """The kind of error, the file and the line that raise it; None when the statement is true."""
    try:
        check(data)
    except Exception as error:
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        assert place
        return type(error).__name__, place.tb_frame.f_code.co_filename, place.tb_lineno
    return None


def main(name: str, found: str, smaller: str) -> None:
    """Write the smallest input so far whenever there is one; whoever waits may stop waiting."""
    data = Path(found).read_bytes()
    check = measured(targets.target(name))
    fails = same_failure(check, data)

    def kept(candidate: bytes) -> bool:
        found = fails(candidate)
        if found:
            Path(smaller).write_bytes(candidate)
        return found

    shrunk(data, kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
