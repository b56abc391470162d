"""Evidence of the night. `truths/` hold its offsets and its number."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, once, one_of

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
        one_of("kind", ("sentence", "trigger"), "evidence of an unknown kind is shown nowhere"),
        one_of("field", ("text", "title"), "its offsets count from the start of one of the two"),
        once(("claim_id", "kind", "field", "start_char", "end_char"), "one piece of evidence is shown once"),
    ),
)
