"""Geometry of the report's drawings: bars, lines and bars over nights, dots with whiskers. Templates make it SVG.

All drawings over nights give a night one slot, oldest first. Days without a night between two nights leave an empty
slot, at most `WIDEST_GAP`, and break the line: nothing is drawn where nothing was counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

#: Units of the drawings over nights; the template gives an SVG this `viewBox`.
WIDTH, HEIGHT = 320.0, 104.0
LEFT, RIGHT, TOP, BOTTOM = 4.0, 46.0, 18.0, 20.0
WIDEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Dot:
    """One night's place in a drawing and what it says; `y` is None where the night has no value."""

    x: float
    y: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """Values over nights. `pieces` are the points of each unbroken stretch of at least two nights; `last` its end."""

    pieces: tuple[str, ...]
    dots: tuple[Dot, ...]
    last: Dot | None
    top: float


@dataclass(frozen=True, slots=True)
class Stack:
    """Two counts of one night as bars on each other: `(y, height)` of the lower and of the upper one."""

    x: float
    width: float
    lower: tuple[float, float]
    upper: tuple[float, float]
    label: str


def share(value: float, largest: float) -> float:
    """The length of a bar in per cent of the longest one; a bar of something is never invisible."""
    return 0.0 if largest <= 0 or value <= 0 else max(1.0, round(100 * value / largest, 2))


def slots(nights: Sequence[date]) -> list[int]:
    """The slot of each night, from 0; days without a night between two nights leave up to `WIDEST_GAP` slots empty."""
    places: list[int] = []
    for before, night in zip([None, *nights], nights, strict=False):
        missing = 0 if before is None else (night - before).days - 1
        places.append(places[-1] + 1 + min(missing, WIDEST_GAP) if places else 0)
    return places


def line(places: Sequence[int], values: Sequence[float | None], labels: Sequence[str], top: float) -> Line:
    """Values at slots, scaled from zero to `top`; a slot skipped or a value missing breaks the line."""
    step = _step(places)
    dots = [
        Dot(_x(place, step), None if value is None else _y(value, top), label)
        for place, value, label in zip(places, values, labels, strict=True)
    ]
    pieces: list[list[Dot]] = []
    for index, dot in enumerate(dots):
        if dot.y is None:
            continue
        follows = index > 0 and places[index] == places[index - 1] + 1 and dots[index - 1].y is not None
        if follows:
            pieces[-1].append(dot)
        else:
            pieces.append([dot])
    drawn = tuple(" ".join(f"{dot.x},{dot.y}" for dot in piece) for piece in pieces if len(piece) > 1)
    return Line(drawn, tuple(dots), next((dot for dot in reversed(dots) if dot.y is not None), None), top)


def stacks(
    places: Sequence[int], counts: Sequence[tuple[int, int]], labels: Sequence[str], top: float
) -> tuple[Stack, ...]:
    """Two counts at slots as bars on each other, scaled from zero to `top`; a bar of something is never invisible."""
    step = _step(places)
    width = round(min(12.0, max(2.0, step * 0.7)), 1)
    made = []
    for place, (low, high), label in zip(places, counts, labels, strict=True):
        first, second = (max(2.0, HEIGHT - BOTTOM - _y(n, top)) if n else 0.0 for n in (low, high))
        ground = HEIGHT - BOTTOM
        lower = (round(ground - first, 1), round(first, 1))
        upper = (round(ground - first - second, 1), round(second, 1))
        made.append(Stack(round(_x(place, step) - width / 2, 1), width, lower, upper, label))
    return tuple(made)


def round_top(highest: float) -> float:
    """The least of 1, 2, 5, 10, 20, 50 … that is no smaller: where an axis of counts ends."""
    size = 1.0
    while True:
        for factor in (1, 2, 5):
            if factor * size >= highest:
                return factor * size
        size *= 10


def _step(places: Sequence[int]) -> float:
    return (WIDTH - LEFT - RIGHT - 8) / max(1, places[-1] - places[0])


def _x(place: int, step: float) -> float:
    return round(LEFT + 4 + place * step, 1)


def _y(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(value, top) / top, 1)
