"""Evidence of the night. `truths/` hold its offsets and its number."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between

SUITE = Suite(
    "evidence",
    "evidence",
    night_rows("evidence"),
    ("claim_id", "kind", "field", "start_char"),
    (
        between(
            "quote_can_be_read_at_a_glance",
            "n_chars",
            "warning",
            "evidence of over 2,000 characters is a paragraph: a reader cannot see which words say so",
            max_value=2_000,
        ),
    ),
)
