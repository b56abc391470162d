"""Sources that gave a text this night."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import written

SUITE = Suite(
    "sources",
    "sources",
    night_rows("sources"),
    ("source_id",),
    (written("name", "a reader who cannot name the source cannot weigh it", "warning"),),
)
