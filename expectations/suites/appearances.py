"""Places where texts were seen this night."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import once, written

SUITE = Suite(
    "appearances",
    "appearances",
    night_rows("appearances"),
    ("article_id", "version_id", "source_id", "locator"),
    (
        written("locator", "without the place nobody can go back to the text"),
        once(("article_id", "version_id", "locator"), "a place that stands twice makes an echo of nothing"),
    ),
)
