"""Articles whose text came or came again this night."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import matches

SUITE = Suite(
    "articles",
    "articles",
    night_rows("articles"),
    ("article_id",),
    (
        matches(
            "url_can_be_opened",
            "canonical_url",
            "warning",
            "the report and the tables link to it; another scheme is a path or a parsing error",
            r"^https?://[^\s/]+",
        ),
    ),
)
