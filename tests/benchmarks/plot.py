"""Quality against speed, drawn as SVG text: no library, readable on light and on dark pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 40, 56
OURS = "newsclean"
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f; } .title { font-size: 15px; font-weight: 600; }
  .paper { fill: #ffffff; } .grid { stroke: #d0d7de; } .peer { fill: #6e7781; } .ours { fill: #1a7f37; }
  text.ours { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .paper { fill: #161b22; } .grid { stroke: #30363d; } .peer { fill: #9198a1; }
    .ours, text.ours { fill: #3fb950; }
  }
"""


class Point(NamedTuple):
    """A system: pages a second of one core, and F1 in percent."""

    name: str
    speed: float
    quality: float


def svg(points: Sequence[Point]) -> str:
    """Draw the systems; speed runs to the right in powers of ten, quality upwards.

    >>> drawn = svg([Point("newsclean", 20, 96), Point("<peer>", 200, 80)])
    >>> drawn.count("<circle"), "&lt;peer&gt;" in drawn
    (2, True)
    """
    axes = _Axes(points)
    said = "; ".join(f"{p.name} {p.quality:.1f} at {p.speed:.0f} pages a second" for p in points)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        '<title id="t">Quality against speed</title>', f'<desc id="d">{escape(said)}</desc>',
        f"<style>{_STYLE}</style>", f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
        f'<text class="title" x="{LEFT}" y="24">Quality of the story against speed; best is top right</text>',
        *axes.grid(), *axes.marks(points), "</svg>", "",
    ])  # fmt: skip


class _Axes:
    """Where a value stands on the picture."""

    def __init__(self, points: Sequence[Point]) -> None:
        speeds = [point.speed for point in points]
        self.first, self.last = math.log10(min(speeds) / 1.6), math.log10(max(speeds) * 1.6)
        qualities = [point.quality for point in points]
        self.low, self.high = 5 * math.floor((min(qualities) - 1) / 5), 5 * math.ceil((max(qualities) + 1) / 5)

    def x(self, speed: float) -> float:
        share = (math.log10(speed) - self.first) / (self.last - self.first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, quality: float) -> float:
        return HEIGHT - BOTTOM - (quality - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)

    def grid(self) -> list[str]:
        """Lines with their numbers, and what the axes are."""
        drawn = []
        for power in range(math.floor(self.first), math.ceil(self.last) + 1):
            for speed in (10**power, 2 * 10**power, 5 * 10**power):
                if self.first <= math.log10(speed) <= self.last:
                    x = self.x(speed)
                    drawn.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
                    drawn.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{speed:g}</text>')
        for quality in range(self.low, self.high + 1, 5):
            y = self.y(quality)
            drawn.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
            drawn.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{quality}</text>')
        across, middle = (LEFT + WIDTH - RIGHT) / 2, (TOP + HEIGHT - BOTTOM) / 2
        return [
            *drawn,
            f'<text x="{across}" y="{HEIGHT - 14}" text-anchor="middle">pages a second and core</text>',
            f'<text transform="translate(18 {middle}) rotate(-90)" text-anchor="middle">word F1, percent</text>',
        ]

    def marks(self, points: Sequence[Point]) -> list[str]:
        """A dot with its name for each system; a name goes to the left where it would leave the picture."""
        drawn, taken = [], list[tuple[float, float]]()
        for point in sorted(points, key=lambda point: point.name != OURS):
            x, y = self.x(point.speed), self.y(point.quality)
            kind = "ours" if point.name == OURS else "peer"
            at_end = x > WIDTH - RIGHT - 9 * len(point.name)
            below = y + 4
            while any(abs(below - other) < 14 and abs(x - place) < 130 for place, other in taken):
                below += 14
            taken.append((x, below))
            drawn.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{7 if kind == "ours" else 5}"/>')
            drawn.append(
                f'<text class="{kind}" x="{x - 11 if at_end else x + 11:.1f}" y="{below:.1f}" '
                f'text-anchor="{"end" if at_end else "start"}">{escape(point.name)}</text>'
            )
        return drawn
