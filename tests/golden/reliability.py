"""Whether stated probabilities come true: shares by bin, Brier score, expected calibration error, and a drawing.

The Brier score is the mean squared distance of probability and outcome (0 is perfect). The calibration error is the
mean distance between a bin's expected and found share, bins weighed by their claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.scoring.intervals import wilson

BINS = 10
_SIZE, _MARGIN = 320, 46


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims whose probability lies in one tenth: how many, the mean probability, the share that is right."""

    claims: int
    expected: float
    found: float


def bins(likely: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The bins that hold a claim, lowest first."""
    made = []
    for number in range(BINS):
        inside = [(p, ok) for p, ok in zip(likely, right, strict=True) if min(int(p * BINS), BINS - 1) == number]
        if inside:
            n = len(inside)
            made.append(Bin(n, sum(p for p, _ in inside) / n, sum(ok for _, ok in inside) / n))
    return made


def brier(likely: Sequence[float], right: Sequence[bool]) -> float:
    """The mean squared distance of probability and outcome."""
    return sum((p - ok) ** 2 for p, ok in zip(likely, right, strict=True)) / len(right)


def calibration_error(likely: Sequence[float], right: Sequence[bool]) -> float:
    """The mean distance of expected and found share, over claims."""
    return sum(b.claims * abs(b.expected - b.found) for b in bins(likely, right)) / len(right)


def ranking(likely: Sequence[float], right: Sequence[bool]) -> float:
    """How often a right claim is given a higher probability than a wrong one (0.5: by chance; ties count half)."""
    good = [p for p, ok in zip(likely, right, strict=True) if ok]
    bad = [p for p, ok in zip(likely, right, strict=True) if not ok]
    above = sum((p > q) + 0.5 * (p == q) for p in good for q in bad)
    return above / max(len(good) * len(bad), 1)


def interval(share: float, n: int) -> tuple[float, float]:
    """Wilson's 90 % interval of a share of `n`."""
    return wilson(share, n, 0.9)


def table(likely: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    """The reliability table as lines, with the summary below."""
    yield "confidence   claims  expected  right  90 % interval"
    for b in bins(likely, right):
        low = min(int(b.expected * BINS), BINS - 1) / BINS
        least, most = interval(b.found, b.claims)
        span = f"{low:.1f} to {low + 1 / BINS:.1f}"
        yield f"{span:12} {b.claims:6}  {b.expected:8.2f}  {b.found:5.2f}  {least:.2f} to {most:.2f}"
    share = sum(right) / len(right)
    flat = brier([share] * len(right), right)
    yield (
        f"{len(right)} claims, {share:.2f} right; Brier {brier(likely, right):.3f} (one figure for all: {flat:.3f}); "
        f"calibration error {calibration_error(likely, right):.3f}; "
        f"right ranked above wrong {ranking(likely, right):.2f}"
    )


def drawing(likely: Sequence[float], right: Sequence[bool]) -> str:
    """An SVG: found share over expected share, a dot a bin (its area is its number of claims), 90 % intervals."""
    whole = _SIZE + 2 * _MARGIN
    first, last = _place(0, 0), _place(1, 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" '
        f'font-size="12" role="img">',
        "<title>Share of right claims by stated confidence; the dashed line is perfect</title>",
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#999"/>',
        f'<line x1="{first[0]}" y1="{first[1]}" x2="{last[0]}" y2="{last[1]}" stroke="#999" stroke-dasharray="4"/>',
        f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">confidence</text>',
        f'<text x="14" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 14 {whole / 2})">share right</text>',
        *_ticks(),
    ]
    for b in bins(likely, right):
        (x, y), (least, most) = _place(b.expected, b.found), interval(b.found, b.claims)
        low, high = _place(b.expected, least)[1], _place(b.expected, most)[1]
        radius = round(2 + 18 * (b.claims / len(right)) ** 0.5, 1)
        parts.append(f'<line x1="{x}" y1="{low}" x2="{x}" y2="{high}" stroke="#1f5a8c"/>')
        parts.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#1f5a8c" fill-opacity="0.55"/>')
    return "\n".join((*parts, "</svg>", ""))


def _place(expected: float, found: float) -> tuple[float, float]:
    return round(_MARGIN + _SIZE * expected, 1), round(_MARGIN + _SIZE * (1 - found), 1)


def _ticks() -> Iterator[str]:
    for tenths in range(0, BINS + 1, 2):
        x, y = _place(tenths / BINS, 0)
        yield f'<text x="{x}" y="{y + 16}" text-anchor="middle">{tenths / BINS}</text>'
        x, y = _place(0, tenths / BINS)
        yield f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{tenths / BINS}</text>'
