"""Conditions and deadlines of the night's claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, once, written

SUITE = Suite(
    "conditions",
    "conditions",
    night_rows("conditions"),
    ("claim_id", "start_char"),
    (
        written("text", "a condition of no words binds nobody"),
        between(
            "deadline_is_near_publication",
            "days_to_deadline",
            "warning",
            "a deadline over a year before, or over twenty after, the text that sets it was resolved wrongly",
            min_value=-366,
            max_value=7_305,
        ),
        once(("claim_id", "start_char", "end_char"), "a condition that stands twice looks like two deadlines"),
    ),
)
