"""Mentions in the night's texts. That they stand where they say is `truths/surfaces_match_text.sql`."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, once, one_of, written

SUITE = Suite(
    "mentions",
    "mentions",
    night_rows("mentions"),
    ("version_id", "field", "start_char", "actor_id"),
    (
        written("surface", "a mention of no words names nobody"),
        written("method", "whoever doubts a link needs the rule that made it"),
        between(
            "surface_is_a_name",
            "n_chars",
            "warning",
            "a name of over 150 characters is a clause that was taken for a name",
            max_value=150,
        ),
        one_of("field", ("text", "title"), "its offsets count from the start of one of the two"),
        once(("version_id", "field", "start_char", "end_char", "actor_id"), "who is named once is counted once"),
    ),
)
