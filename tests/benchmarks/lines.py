"""Curves over a number of pages, drawn as SVG text: no library, readable on light and on dark pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 130, 40, 56
_STEPS = (1, 2, 2.5, 5, 10)
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f; } .title { font-size: 15px; font-weight: 600; }
  .paper { fill: #ffffff; } .grid { stroke: #d0d7de; } .line { fill: none; stroke-width: 2; }
  .c0 { stroke: #1a7f37; } .c1 { stroke: #6e7781; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .paper { fill: #161b22; } .grid { stroke: #30363d; }
    .c0 { stroke: #3fb950; } .c1 { stroke: #9198a1; }
  }
"""


class Curve(NamedTuple):
    """What was measured: megabytes after so many pages."""

    name: str
    points: Sequence[tuple[float, float]]


def svg(title: str, curves: Sequence[Curve]) -> str:
    """Draw megabytes against pages; both axes start at zero.

    >>> drawn = svg("Memory", [Curve("runner", [(0, 80), (1000, 90)]), Curve("<worker>", [(0, 70), (1000, 70)])])
    >>> drawn.count("<polyline"), "&lt;worker&gt;" in drawn, ">1,000<" in drawn
    (2, True, True)
    """
    axes = _Axes(curves)
    said = "; ".join(f"{c.name} {c.points[0][1]:.0f} MB at first, {c.points[-1][1]:.0f} at last" for c in curves)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>', f'<desc id="d">{escape(said)}</desc>',
        f"<style>{_STYLE}</style>", f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>',
        *axes.grid(), *axes.marks(curves), "</svg>", "",
    ])  # fmt: skip


def _ticks(most: float) -> list[float]:
    """Round numbers from zero to the first one that is not below the largest value."""
    power = 10 ** math.floor(math.log10(most / 4))
    step = next(step * power for step in _STEPS if step * power >= most / 5)
    return [number * step for number in range(math.ceil(most / step) + 1)]


class _Axes:
    """Where a value stands on the picture."""

    def __init__(self, curves: Sequence[Curve]) -> None:
        self.across = max(x for curve in curves for x, _ in curve.points)
        self.up = _ticks(max(y for curve in curves for _, y in curve.points))

    def x(self, pages: float) -> float:
        return LEFT + pages / self.across * (WIDTH - LEFT - RIGHT)

    def y(self, megabytes: float) -> float:
        return HEIGHT - BOTTOM - megabytes / self.up[-1] * (HEIGHT - TOP - BOTTOM)

    def grid(self) -> list[str]:
        """Lines with their numbers, and what the axes are."""
        drawn = []
        for pages in [each for each in _ticks(self.across) if each <= self.across]:
            x, label = self.x(pages), f"{pages:,.0f}"
            drawn.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
            drawn.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label}</text>')
        for megabytes in self.up:
            y = self.y(megabytes)
            drawn.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
            drawn.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{megabytes:g}</text>')
        middle = (TOP + HEIGHT - BOTTOM) / 2
        across = (LEFT + WIDTH - RIGHT) / 2
        return [
            *drawn,
            f'<text x="{across}" y="{HEIGHT - 14}" text-anchor="middle">pages</text>',
            f'<text transform="translate(18 {middle}) rotate(-90)" text-anchor="middle">RSS, MB</text>',
        ]

    def marks(self, curves: Sequence[Curve]) -> list[str]:
        """A line for each curve, its name at its end, names a line apart."""
        drawn, below = [], -math.inf
        for number, curve in sorted(enumerate(curves), key=lambda pair: -pair[1].points[-1][1]):
            points = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in curve.points)
            below = max(below + 16, self.y(curve.points[-1][1]) + 4)
            drawn.append(f'<polyline class="line c{min(number, 1)}" points="{points}"/>')
            drawn.append(f'<text x="{WIDTH - RIGHT + 8}" y="{below:.1f}">{escape(curve.name)}</text>')
        return drawn
