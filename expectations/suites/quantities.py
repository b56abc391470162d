"""What the night's claims count."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, known, once, written

SUITE = Suite(
    "quantities",
    "quantities",
    night_rows("quantities"),
    ("claim_id", "ordinal"),
    (
        between(
            "value_is_a_count", "value", "critical", "nobody sanctions fewer than no persons or firms", min_value=0
        ),
        known("comparator", "comparators", "more than 18 is not 18"),
        written("unit", "a number of nothing in particular cannot be added up", "warning"),
        once(("claim_id", "ordinal"), "what is counted twice adds up to more than the text says"),
    ),
)
