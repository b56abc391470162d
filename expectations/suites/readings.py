"""Words of the night's claims that may be read two ways."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import known

SUITE = Suite(
    "readings",
    "readings",
    night_rows("readings"),
    ("claim_id", "ordinal"),
    (
        known("field", "reading_fields", "who looks for open actors, actions or days looks by these words"),
        known("rule", "reading_rules", "a reading without a rule cannot be judged"),
    ),
)
