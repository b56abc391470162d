"""Geometry of the report's two drawings: bars and sparklines. The templates turn it into SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, MARGIN = 240.0, 44.0, 4.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line through `WIDTH` by `HEIGHT` units; `last` is its last point, `words` says the same to a listener."""

    name: str
    points: str
    last: tuple[float, float]
    latest: int
    lowest: int
    highest: int
    words: str


def share(value: float, largest: float) -> float:
    """The length of a bar in per cent of the longest one; a bar of something is never invisible."""
    return 0.0 if largest <= 0 or value <= 0 else max(1.0, round(100 * value / largest, 2))


def sparkline(name: str, values: Sequence[int]) -> Sparkline:
    """The line of at least two values, oldest first, scaled from zero to the highest."""
    top = max(values) or 1
    step = (WIDTH - 2 * MARGIN) / (len(values) - 1)
    places = [
        (round(MARGIN + step * i, 1), round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * v / top, 1))
        for i, v in enumerate(values)
    ]
    words = f"{name} of the last {len(values)} nights, oldest first: {', '.join(map(str, values))}"
    line = " ".join(f"{x},{y}" for x, y in places)
    return Sparkline(name, line, places[-1], values[-1], min(values), max(values), words)
