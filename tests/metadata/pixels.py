"""The pixels of a PNG as resvg writes it: eight bits of red, green, blue and transparency."""

import struct
import zlib
from collections.abc import Iterator

Colour = tuple[int, int, int, int]


class Pixels:
    """A picture, row by row."""

    def __init__(self, data: bytes) -> None:
        self.width, _height, depth, kind = struct.unpack(">2I2B", data[16:26])
        assert (depth, kind) == (8, 6)
        self.rows = list(_rows(zlib.decompress(b"".join(_parts(data))), self.width * 4))

    def at(self, x: int, y: int) -> Colour:
        red, green, blue, alpha = self.rows[y][x * 4 : x * 4 + 4]
        return red, green, blue, alpha

    def count(self, colour: Colour) -> int:
        return sum(1 for _ in self._places(colour))

    def extent(self, colour: Colour) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of all that has this colour."""
        places = list(self._places(colour))
        across, down = [x for x, _ in places], [y for _, y in places]
        return min(across), min(down), max(across), max(down)

    def _places(self, colour: Colour) -> Iterator[tuple[int, int]]:
        wanted = bytes(colour)
        for y, row in enumerate(self.rows):
            yield from ((x, y) for x in range(self.width) if row[x * 4 : x * 4 + 4] == wanted)


def _parts(data: bytes) -> Iterator[bytes]:
    start = 8
    while start < len(data):
        (length,) = struct.unpack(">I", data[start : start + 4])
        if data[start + 4 : start + 8] == b"IDAT":
            yield data[start + 8 : start + 8 + length]
        start += length + 12


def _rows(raw: bytes, length: int) -> Iterator[bytes]:
    """Undo the filters of PNG: each byte is told by its neighbours to the left, above and above left."""
    above = bytearray(length)
    for start in range(0, len(raw), length + 1):
        row = bytearray(raw[start + 1 : start + 1 + length])
        for place in range(length):
            left = row[place - 4] if place >= 4 else 0
            corner = above[place - 4] if place >= 4 else 0
            row[place] = (row[place] + _guess(raw[start], left, above[place], corner)) % 256
        yield bytes(row)
        above = row


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        nearest = left + above - corner
        return min((left, above, corner), key=lambda one: abs(nearest - one))
    return (0, left, above, (left + above) // 2)[kind]
