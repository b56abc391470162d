"""Links between the night's claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import known

SUITE = Suite(
    "links",
    "links",
    night_rows("links"),
    ("claim_id", "ordinal"),
    (known("kind", "link_kinds", "who asks what answers an act, or denies an accusation, asks by these words"),),
)
