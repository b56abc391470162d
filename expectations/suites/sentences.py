"""Sentences of the night's texts. That they lie within their text is `truths/sentences_within_text.sql`."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, once, one_of

SUITE = Suite(
    "sentences",
    "sentences",
    night_rows("sentences"),
    ("version_id", "field", "sentence_no"),
    (
        between(
            "sentence_is_one_sentence",
            "n_chars",
            "warning",
            "over 2,000 characters are a list or a table that was not split: roles found in it are doubtful",
            max_value=2_000,
            mostly=0.999,
        ),
        one_of("field", ("text", "title"), "its offsets count from the start of one of the two"),
        once(("version_id", "field", "sentence_no"), "a sentence that stands twice is read twice"),
    ),
)
