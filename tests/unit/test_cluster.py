"""Claims of one act across articles: three reports are one cluster, a week apart are two, in any order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from transforms.cluster import WINDOW, cluster

DAY = date(2019, 1, 28)
COLUMNS = [
    "claim_id",
    "version_id",
    "type",
    "action",
    "status",
    "date_start",
    "date_end",
    "date_precision",
    "published_date",
    "known_on",
    "actors",
    "targets",
    "telling",
    "ordinal",
]


def claim(claim_id: str, published: date = DAY, **other: Any) -> dict[str, Any]:
    """One undated claim of the US imposing sanctions on PDVSA; `other` overrides its columns."""
    return {
        "claim_id": claim_id,
        "version_id": f"v{claim_id}",
        "type": "sanction",
        "action": "impose",
        "status": "occurred",
        "date_start": None,
        "date_end": None,
        "date_precision": "before",
        "published_date": published,
        "known_on": published,
        "actors": "USA",
        "targets": "NAME:PDVSA",
        "telling": None,
        "ordinal": 0,
        **other,
    }


def dated(claim_id: str, day: date, published: date, **other: Any) -> dict[str, Any]:
    return claim(claim_id, published, date_start=day, date_end=day, date_precision="day", **other)


def groups(*rows: dict[str, Any]) -> set[tuple[str, frozenset[str]]]:
    """(cluster, its claims) of every cluster; each claim must be in exactly one."""
    clusters, members = cluster(pd.DataFrame(list(rows), columns=COLUMNS))
    assert sorted(m.claim_id for m in members) == sorted(r["claim_id"] for r in rows)
    assert {m.cluster_id for m in members} == {c.cluster_id for c in clusters}
    return {(c.cluster_id, frozenset(m.claim_id for m in members if m.cluster_id == c.cluster_id)) for c in clusters}


def sizes(*rows: dict[str, Any]) -> list[int]:
    return sorted(len(claims) for _, claims in groups(*rows))


def test_three_reports_within_days_are_one_cluster_named_for_the_first() -> None:
    rows = [claim("c", DAY + timedelta(days=2)), claim("b", DAY), claim("a", DAY + timedelta(days=1))]
    assert groups(*rows) == {("b", frozenset("abc"))}


def test_the_earliest_known_names_it_before_the_earliest_published() -> None:
    late = claim("a", DAY, known_on=DAY + timedelta(days=9))
    early = claim("b", DAY + timedelta(days=1), known_on=DAY + timedelta(days=1))
    assert groups(late, early) == {("b", frozenset("ab"))}


def test_a_week_apart_are_two() -> None:
    assert sizes(claim("a"), claim("b", DAY + timedelta(days=7))) == [1, 1]
    assert sizes(claim("a"), claim("b", DAY + WINDOW)) == [2]
    assert sizes(claim("a"), claim("b", DAY + WINDOW + timedelta(days=1))) == [1, 1]


def test_the_same_day_joins_however_late_it_is_told() -> None:
    assert sizes(dated("a", DAY, DAY), dated("b", DAY, DAY + timedelta(days=200))) == [2]
    assert sizes(dated("a", DAY, DAY), dated("b", DAY + timedelta(days=1), DAY)) == [1, 1]


def test_another_type_action_status_actor_or_target_is_another_act() -> None:
    others = [
        {"action": "lift"},
        {"status": "threatened"},
        {"actors": "CAN"},
        {"actors": "CAN|USA"},
        {"targets": "VEN"},
        {"type": "recognition"},
    ]
    rows = [claim("a"), *(claim(f"b{n}", **other) for n, other in enumerate(others))]
    assert sizes(*rows) == [1] * len(rows)


def test_unnamed_groups_never_join() -> None:
    assert sizes(claim("a", actors="OPEN:several countries"), claim("b", actors="OPEN:several countries")) == [1, 1]
    assert sizes(claim("a", targets="OPEN:key figures"), claim("b", targets="OPEN:key figures")) == [1, 1]
    assert sizes(claim("a", actors="", targets=""), claim("b", actors="", targets="")) == [1, 1]


def test_no_claims_no_clusters() -> None:
    assert cluster(pd.DataFrame([], columns=COLUMNS)) == ([], [])


_ROWS = st.lists(
    st.builds(
        lambda published, day, actors, status: (published, day, actors, status),
        st.integers(0, 20),
        st.none() | st.integers(0, 3),
        st.sampled_from(["USA", "CAN", "OPEN:several", ""]),
        st.sampled_from(["occurred", "threatened"]),
    ),
    min_size=1,
    max_size=12,
)


@given(_ROWS, st.randoms(use_true_random=False))
def test_the_order_has_no_part_in_it(drawn: list[tuple[int, int | None, str, str]], random: Any) -> None:
    rows = []
    for number, (published, day, actors, status) in enumerate(drawn):
        on = DAY + timedelta(days=published)
        other = {"actors": actors, "status": status}
        key = f"{number:02}"
        rows.append(claim(key, on, **other) if day is None else dated(key, DAY + timedelta(days=day), on, **other))
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert groups(*shuffled) == groups(*rows)
    frame = pd.DataFrame(rows, columns=COLUMNS)
    assert cluster(frame) == cluster(pd.DataFrame(shuffled, columns=COLUMNS))
