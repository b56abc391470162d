"""The colours of a stylesheet, and how well one can be read on another."""

from __future__ import annotations

import re


def colours(css: str, scheme: int) -> dict[str, str]:
    """The colours that a stylesheet names in its first (light) or second (dark) `:root`, as #rrggbb."""
    block = re.findall(r":root \{(.*?)\}", css, re.S)[scheme]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
