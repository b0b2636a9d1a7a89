"""How many pages of a site show a thing: a count-min sketch (Cormode and Muthukrishnan, 2005).

Counts may be too high, never too low, and by little: of a site whose pages show 300 things each, the share of pages is
over by more than 1 % with a chance of one in fifty at the usual width. Sketches of one width add up cell by cell, so
the order of the pages and the way they were split among machines change nothing.
"""

from __future__ import annotations

import base64
import binascii
import sys
import zlib
from array import array
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

ROWS: Final = 4
MOST: Final = 2**32 - 1  # a cell stays there


class Sketch:
    """Counts of strings in `ROWS * width` cells of four bytes.

    >>> sketch = Sketch(1 << 10)
    >>> sketch.add({"Home", "Sport"}); sketch.add({"Home"})
    >>> sketch.count("Home"), sketch.count("Weather")
    (2, 0)
    """

    __slots__ = ("_cells", "width")

    def __init__(self, width: int, cells: array[int] | None = None) -> None:
        self.width = width
        self._cells = cells if cells is not None else array("I", bytes(4 * ROWS * width))

    def add(self, keys: Iterable[str]) -> None:
        """Count each key once."""
        cells = self._cells
        for key in keys:
            for place in self._places(key):
                if cells[place] < MOST:
                    cells[place] += 1

    def count(self, key: str) -> int:
        """How often a key was counted, at the least of its cells."""
        cells = self._cells
        return min(cells[place] for place in self._places(key))

    def _places(self, key: str) -> list[int]:
        digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4 * ROWS).digest()
        width = self.width
        return [
            row * width + int.from_bytes(digest[4 * row : 4 * row + 4], "little") % width for row in range(ROWS)
        ]

    def __or__(self, other: Sketch) -> Sketch:
        pairs = zip(self._cells, other._cells, strict=True)
        return Sketch(self.width, array("I", (min(MOST, one + two) for one, two in pairs)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sketch) and self.width == other.width and self._cells == other._cells

    def __hash__(self) -> int:
        return hash((self.width, self._cells.tobytes()))

    def copy(self) -> Sketch:
        """Another sketch of the same counts."""
        return Sketch(self.width, self._cells[:])

    def dumped(self) -> str:
        """The cells as ASCII: little-endian, deflated, base64."""
        return base64.b64encode(zlib.compress(_little_endian(self._cells).tobytes(), 9)).decode()

    @classmethod
    def loaded(cls, width: int, dumped: str) -> Sketch:
        """The sketch that `dumped` wrote. Raises `ValueError` for anything else."""
        size = 4 * ROWS * width
        try:
            inflater = zlib.decompressobj()
            data = inflater.decompress(base64.b64decode(dumped, validate=True), size + 1)
        except (binascii.Error, zlib.error) as error:
            raise ValueError(str(error)) from None
        if len(data) != size:
            raise ValueError(f"{len(data)} bytes of cells, not {size}")
        return cls(width, _little_endian(array("I", data)))


def _little_endian(cells: array[int]) -> array[int]:
    if sys.byteorder == "little":
        return cells
    swapped = cells[:]
    swapped.byteswap()
    return swapped
