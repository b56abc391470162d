"""Clusters that hold a claim of the night, and the places of those claims."""

from __future__ import annotations

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between, filled, once, written

CLUSTERS = Suite(
    "clusters",
    "clusters",
    night_rows("clusters"),
    ("cluster_id",),
    (
        between(
            "cluster_is_no_heap",
            "claims",
            "warning",
            "over 500 claims in one cluster are usually many events that a loose rule ran together",
            max_value=500,
        ),
    ),
)
MEMBERS = Suite(
    "cluster_members",
    "cluster_members",
    night_rows("cluster_members"),
    ("cluster_id", "claim_id"),
    (
        once(("claim_id",), "a claim in two places of one event counts twice"),
        filled("rule", "whoever doubts that two claims tell one event needs the rule that joined them"),
        filled("score", "how sure it is that two claims tell one event must be known"),
        filled("is_new_information", "what a report adds to earlier ones must be known"),
        written("rule", "whoever doubts that two claims tell one event needs the rule that joined them"),
        between(
            "score_reaches_the_threshold",
            "score",
            "critical",
            "a claim below the score at which claims join (transforms/cluster_score.py) tells another event",
            min_value=0.75,
            max_value=1,
        ),
    ),
)
