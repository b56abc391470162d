"""The verdict as a badge: a small SVG that needs nothing else, in the form of the badges that readers know."""

from __future__ import annotations

from html import escape

from expectations.night_report import NightReport
from expectations.verdict import count

SUBJECT = "data quality"
#: Grounds on which white words can be read (WCAG 2.2: a contrast of at least 4.5 to 1).
GROUNDS = {"good": "#1b6b4a", "warned": "#1b6b4a", "overruled": "#8a5a00", "stopped": "#a3282b"}
SUBJECT_GROUND = "#4a4f57"
HEIGHT, PAD = 20, 8
#: Widths of Verdana's characters at 11 pixels: narrow ones, wide ones, and the mean of the rest. The SVG sets the
#: words to the width reckoned here, so a face that differs is squeezed or stretched, never cut.
_NARROW, _WIDE = frozenset("fijlrtI.,: "), frozenset("mwMW%")


def badge(report: NightReport) -> str:
    """`data quality | fit to use`, as SVG with a title for listeners."""
    return draw(SUBJECT, told(report), GROUNDS[report.standing])


def told(report: NightReport) -> str:
    """The verdict in at most a few words, with the night."""
    words = {
        "good": "fit to use",
        "warned": f"fit to use, {count(len(report.warnings), 'warning')}",
        "overruled": "published by hand",
        "stopped": f"not fit, {len(report.failures)} failed" if report.verdict.results else "not checked",
    }
    return f"{words[report.standing]} · {report.night}"


def draw(subject: str, words: str, ground: str) -> str:
    """Two fields side by side; both are escaped."""
    left, right = _width(subject) + 2 * PAD, _width(words) + 2 * PAD
    name = escape(f"{subject}: {words}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{HEIGHT}" '
        f'viewBox="0 0 {left + right} {HEIGHT}" role="img" aria-label="{name}">\n'
        f"  <title>{name}</title>\n"
        f'  <clipPath id="r"><rect width="{left + right}" height="{HEIGHT}" rx="3"/></clipPath>\n'
        f'  <g clip-path="url(#r)"><rect width="{left}" height="{HEIGHT}" fill="{SUBJECT_GROUND}"/>'
        f'<rect x="{left}" width="{right}" height="{HEIGHT}" fill="{ground}"/></g>\n'
        f'  <g fill="#ffffff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">\n'
        f'    <text x="{PAD}" y="14" textLength="{left - 2 * PAD}">{escape(subject)}</text>\n'
        f'    <text x="{left + PAD}" y="14" textLength="{right - 2 * PAD}">{escape(words)}</text>\n'
        f"  </g>\n</svg>\n"
    )


def _width(text: str) -> int:
    return round(sum(4.2 if c in _NARROW else 10.0 if c in _WIDE else 7.0 for c in text))
