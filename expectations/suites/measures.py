"""Measures of the night's sanction claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import known, once

SUITE = Suite(
    "measures",
    "measures",
    night_rows("measures"),
    ("claim_id", "measure"),
    (
        known("measure", "measures", "an unknown measure is in no count of asset freezes, embargoes or bans"),
        once(("claim_id", "measure"), "a measure that stands twice counts as two"),
    ),
)
