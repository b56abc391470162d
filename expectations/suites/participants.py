"""Who takes part in the night's claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import filled, known, once, written

SUITE = Suite(
    "participants",
    "participants",
    night_rows("participants"),
    ("claim_id", "role", "ordinal"),
    (
        known("role", "roles", "an unknown role puts a party on neither side"),
        written("name", "a participant without the words that name it cannot be shown"),
        once(("claim_id", "role", "ordinal"), "who takes part once is counted once"),
        filled("actor_id", "a party who is nobody is in no count by country"),
    ),
)
