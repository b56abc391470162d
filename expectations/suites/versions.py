"""Texts of the night. That they are English is a truth of the whole warehouse (`truths/texts_in_english.sql`)."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, filled, matches, once, written

SUITE = Suite(
    "versions",
    "versions",
    night_rows("versions"),
    ("version_id",),
    (
        written("title", "an empty title hides a page whose heading was not found", "warning"),
        between(
            "text_is_long_enough",
            "n_chars",
            "warning",
            "texts of under 80 characters are cookie notices and teasers; one in twenty may be a short notice",
            min_value=80,
            mostly=0.95,
        ),
        between(
            "text_is_one_article",
            "n_chars",
            "warning",
            "300,000 characters are a book or a whole archive page: its claims would share one date",
            max_value=300_000,
        ),
        between(
            "not_from_the_future",
            "days_after_night",
            "warning",
            "a text dated after the night it was read in has a wrong date; one day is allowed for time zones",
            max_value=1,
        ),
        once(("version_id",), "a text that stands twice tells everything twice"),
        filled("published_date", "days in the text are reckoned from the day of publication"),
        filled("known_on", "what was known when is reckoned from it"),
        matches(
            "raw_bytes_are_named",
            "raw_sha256",
            "critical",
            "without the SHA-256 of the bytes it was read from, a text cannot be read again",
            r"^[0-9a-f]{64}$",
        ),
        filled("raw_sha256", "without the name of its bytes a text cannot be read again"),
    ),
)
