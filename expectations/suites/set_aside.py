"""What the night could not use: every row says why and what to do."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import known, written

SUITE = Suite(
    "set_aside",
    "set_aside",
    night_rows("set_aside"),
    ("source_id", "locator", "stage", "reason"),
    (
        known("reason", "set_aside_reasons", "a reason outside the reference table comes with no remedy", "warning"),
        written("detail", "a reason without the value and the remedy sends a person searching", "warning"),
    ),
)
