"""Numbers and words → few bytes, and back. Twin of the way back: `theme/scripts/search/packing.mjs`.

A block is a row of columns, each behind its length; what is alike stands together, so that deflate finds it.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

_RAW = -zlib.MAX_WBITS
"""Deflate without a header, which would hold nothing that counts."""

_LONG = 1000
"""From so many bytes on, a code of its own saves more than it takes."""

_END_OF_CODE = 1
"""zlib's Z_PARTIAL_FLUSH: ten bits, after which deflate counts anew."""

_MORE = 0x80


def deflated(columns: Sequence[bytes]) -> bytes:
    """Columns as one block, as small as zlib makes it; no clock and no name in it: the same gives the same bytes.

    Numbers and letters are not equally frequent in all columns: a long one gets a code of its own.
    """
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW, zlib.DEF_MEM_LEVEL + 1, zlib.Z_FILTERED)
    packed = []
    for column in columns:
        packed.append(packer.compress(varints([len(column)]) + column))
        if len(column) > _LONG:
            packed.append(packer.flush(_END_OF_CODE))
    return b"".join([*packed, packer.flush()])


def framed(columns: Sequence[bytes]) -> bytes:
    """Columns as one block as they are."""
    return b"".join(varints([len(column)]) + column for column in columns)


def inflated(data: bytes) -> list[bytes]:
    """The columns again; raises `zlib.error` when it is no block."""
    return list(columns(zlib.decompress(data, _RAW)))


def varints(numbers: Iterable[int]) -> bytes:
    """Numbers from 0 on, seven bits a byte, the lowest first."""
    listed = list(numbers)
    if max(listed, default=0) < _MORE:
        return bytes(listed)
    return b"".join(map(_varint, listed))


@lru_cache(maxsize=100_000)
def _varint(number: int) -> bytes:
    packed = bytearray()
    while number >= _MORE:
        packed.append(number % _MORE | _MORE)
        number //= _MORE
    packed.append(number)
    return bytes(packed)


def numbers(packed: bytes) -> Iterator[int]:
    """The numbers of a column."""
    number = shift = 0
    for byte in packed:
        number |= (byte % _MORE) << shift
        shift += 7
        if byte < _MORE:
            yield number
            number = shift = 0


def columns(packed: bytes) -> Iterator[bytes]:
    """The columns of a block."""
    start = 0
    while start < len(packed):
        end = next(place for place in range(start, len(packed)) if packed[place] < _MORE) + 1
        (length,) = numbers(packed[start:end])
        yield packed[end : end + length]
        start = end + length


def ascending(places: Iterable[int]) -> list[int]:
    """Ascending numbers as the steps between them, which are small: 3, 4, 9 → 3, 0, 4."""
    return [after - before - 1 for before, after in pairwise([-1, *places])]


def from_steps(steps: Iterable[int]) -> list[int]:
    """The ascending numbers of these steps."""
    return list(accumulate(steps, lambda place, step: place + step + 1, initial=-1))[1:]


def front_coded(words: Sequence[str]) -> list[bytes]:
    """Sorted words as two columns: how many letters each shares with the one before, and the rest of it."""
    shared = [_shared(before, word) for before, word in pairwise(["", *words])]
    rests = (word[letters:] for letters, word in zip(shared, words, strict=True))
    return [varints(shared), "\n".join(rests).encode()]


def words(shared: bytes, rests: bytes) -> list[str]:
    """The words of two columns."""
    found = [""]
    for letters, rest in zip(numbers(shared), rests.decode().split("\n"), strict=False):
        found.append(found[-1][:letters] + rest)
    return found[1:]


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
