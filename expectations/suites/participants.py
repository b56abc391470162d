"""Who takes part in the night's claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import known, written

SUITE = Suite(
    "participants",
    "participants",
    night_rows("participants"),
    ("claim_id", "role", "ordinal"),
    (
        known("role", "roles", "an unknown role puts a party on neither side"),
        written("name", "a participant without the words that name it cannot be shown"),
    ),
)
