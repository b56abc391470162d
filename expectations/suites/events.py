"""Claims of the night: vocabulary, and the rules that made them."""

from __future__ import annotations

from expectations.suites.check import Check, Suite, night_rows
from expectations.suites.shapes import between, filled, known, once, written

SUITE = Suite(
    "events",
    "events",
    night_rows("events"),
    ("claim_id",),
    (
        known("type", "types", "an event of an unknown type is in no view and no count"),
        known("action", "actions", "an unknown action has no meaning, no group and no PLOVER or CAMEO code"),
        known("status", "statuses", "an unknown status is neither actual nor not: no view can place it"),
        known("scope", "scopes", "domestic measures would count as international ones"),
        known("date_precision", "precisions", "without a known precision a date says more or less than the text"),
        known("attribution_mode", "attribution_modes", "a reader must be able to leave out what is only alleged"),
        known("office", "offices", "what is recognised decides which stances contradict each other"),
        known("mode", "meet_modes", "the PLOVER and CAMEO codes of a meeting depend on how the sides met"),
        written("status_rule", "whoever doubts a status needs the rule that gave it"),
        written("date_rule", "whoever doubts a date needs the rule that gave it"),
        Check(
            "one_extractor_made_the_night",
            "expect_column_unique_value_count_to_be_between",
            "warning",
            "two extractor versions in one night make its counts incomparable: extract the night again",
            "extractor_version",
            {"min_value": 0, "max_value": 1},
        ),
        once(("claim_id",), "a claim that stands twice counts as two"),
        filled("type", "a claim of no type is in no view and no count"),
        filled("action", "a claim of no action says that somebody did something"),
        filled("status", "a claim of no status may be an act or its denial"),
        filled("date_precision", "a date without its precision says more than the text"),
        filled("attribution_mode", "whether somebody alleges it must be known"),
        filled("confidence", "who leaves out what is unsure would leave it in"),
        between(
            "confidence_is_a_probability",
            "confidence",
            "critical",
            "a number beyond 0 and 1 sorts the surest claims wrongly",
            min_value=0,
            max_value=1,
        ),
        written("extractor_version", "without it nobody knows which extractor told it"),
        filled("extractor_version", "without it nobody knows which extractor told it"),
    ),
)
