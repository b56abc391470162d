"""Claims of one act across articles: reports meet, a new act does not, and neither order nor parts have a say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.cluster import COPIED, TOGETHER, WINDOW, cluster
from transforms.cluster_claims import ClaimKey
from transforms.cluster_nights import recluster
from transforms.cluster_score import THRESHOLD, WEIGHTS, weigh

DAY = date(2019, 1, 28)
SETS = ("actors", "targets", "abouts", "measures", "quantities", "deadlines")


def claim(name: str, published: date = DAY, **other: Any) -> ClaimKey:
    """One undated claim of the US imposing sanctions on PDVSA; `other` overrides its fields."""
    key = ClaimKey(
        name, f"v{name}", 0, "sanction", "impose", "occurred", "actual", False, None, None, None, None, None, published,
        "before", published, published, published, frozenset({"USA"}), frozenset({"NAME:PDVSA"}), frozenset({"VEN"}),
        False, False, frozenset(), frozenset(), frozenset(), "", None,
    )  # fmt: skip
    return replace(key, **{field: frozenset(value) if field in SETS else value for field, value in other.items()})


def dated(name: str, day: date, published: date, **other: Any) -> ClaimKey:
    return claim(name, published, date_start=day, date_end=day, date_precision="day", anchor=day, **other)


def groups(*keys: ClaimKey, **pairs: Any) -> set[tuple[str, frozenset[str]]]:
    members = [member for _, member in cluster(keys, **pairs)]
    assert sorted(member.claim_id for member in members) == sorted(key.claim_id for key in keys)
    names = {member.cluster_id for member in members}
    return {(name, frozenset(m.claim_id for m in members if m.cluster_id == name)) for name in names}


def sizes(*keys: ClaimKey, **pairs: Any) -> list[int]:
    return sorted(len(claims) for _, claims in groups(*keys, **pairs))


def days(number: int) -> date:
    return DAY + timedelta(days=number)


def test_three_reports_within_days_are_one_cluster_named_for_the_first_and_two_tell_nothing_new() -> None:
    keys = [claim("c", days(2)), claim("b", DAY), claim("a", days(1))]
    assert groups(*keys) == {("b", frozenset("abc"))}
    assert {m.claim_id for _, m in cluster(keys) if m.is_new_information} == {"b"}


def test_the_earliest_known_names_it_before_the_earliest_published() -> None:
    assert groups(claim("a", DAY, known_on=days(9)), claim("b", days(1))) == {("b", frozenset("ab"))}


def test_a_week_apart_are_two_even_with_reports_on_each_day_between() -> None:
    assert sizes(claim("a"), claim("b", days(WINDOW.days))) == [2]
    assert sizes(claim("a"), claim("b", days(WINDOW.days + 1))) == [1, 1]
    acts = [dated("a", DAY, DAY), dated("b", days(7), days(7))]
    between = [claim(f"c{number}", days(number)) for number in range(8)]
    found = groups(*acts, *between)
    assert not any({"a", "b"} <= claims for _, claims in found)
    assert any({"a", "c0", "c1", "c2", "c3"} <= claims for _, claims in found)


def test_an_undated_report_joins_the_nearest_act_before_it() -> None:
    acts = [dated("a", DAY, DAY), dated("b", days(3), days(3))]
    assert sizes(*acts, claim("c", days(3))) == [1, 2]
    assert ("b", frozenset("bc")) in groups(*acts, claim("c", days(3)))
    assert ("a", frozenset("ac")) in groups(*acts, claim("c", days(2)))


def test_the_same_day_joins_however_late_it_is_told_and_another_day_does_not() -> None:
    assert sizes(dated("a", DAY, DAY), dated("b", DAY, days(200))) == [2]
    assert sizes(dated("a", DAY, DAY), dated("b", days(1), DAY)) == [1, 1]


def test_a_month_that_is_over_is_no_report_of_today() -> None:
    december = {"date_start": date(2018, 12, 1), "date_end": date(2018, 12, 31), "date_precision": "month"}
    assert sizes(claim("a"), claim("b", anchor=date(2018, 12, 31), **december)) == [1, 1]


def test_another_type_action_status_or_side_is_another_act() -> None:
    others: list[dict[str, Any]] = [
        {"action": "lift"},
        {"status": "threatened", "group": "threatened"},
        {"status": "denied", "group": "denied"},
        {"actors": {"CAN"}},
        {"targets": {"NAME:A Bank"}, "abouts": {"RUS"}},
        {"type": "recognition"},
    ]
    keys = [claim("a"), *(claim(f"b{n}", **other) for n, other in enumerate(others))]
    assert sizes(*keys) == [1] * len(keys)


def test_the_same_act_told_less_fully_joins() -> None:
    for fewer in (
        {"actors": set()},
        {"actors": {"USA", "CAN"}},
        {"targets": {"VEN"}, "abouts": set()},
        {"status": "announced"},
        {"status": "in_force"},
        {"action": "tighten"},
    ):
        assert sizes(claim("a"), claim("b", **fewer)) == [2], fewer
    assert sizes(claim("a", actors=()), claim("b", targets={"VEN"}, abouts=())) == [1, 1]


def test_unnamed_groups_never_join_unless_the_state_is_named() -> None:
    assert sizes(*(claim(name, actors=(), open_actors=True) for name in "ab")) == [1, 1]
    assert sizes(*(claim(name, targets=(), abouts=(), open_targets=True) for name in "ab")) == [1, 1]
    assert sizes(*(claim(name, targets=(), open_targets=True) for name in "ab")) == [2]


def test_who_meets_is_one_side_and_two_must_be_shared() -> None:
    def meeting(name: str, *sides: str, **other: Any) -> ClaimKey:
        other = {"targets": (), "abouts": (), "actors": sides, **other}
        return claim(name, type="diplomatic_action", action="meet", is_symmetric=True, **other)

    assert sizes(meeting("a", "IRN", "SAU"), meeting("b", "IRN", "SAU", "CHN")) == [2]
    assert sizes(meeting("a", "IRN", "SAU"), meeting("b", "IRN", "CHN")) == [1, 1]
    assert sizes(meeting("a", "IRN", "SAU", venue="Beijing"), meeting("b", "IRN", "SAU", venue="Baghdad")) == [1, 1]


def test_what_is_recognised_and_where_measures_bind_must_agree() -> None:
    assert sizes(claim("a", office="state"), claim("b", office="government")) == [1, 1]
    assert sizes(claim("a", scope="international"), claim("b", scope="domestic")) == [1, 1]


def test_a_score_is_the_weighed_sum_of_its_parts() -> None:
    score = weigh(claim("a"), claim("b", days(1), measures={"asset_freeze"}))
    assert score is not None
    parts = json.loads(score.parts)
    assert score.value == round(sum(WEIGHTS[name] * part for name, part in parts.items()), 4) >= THRESHOLD
    assert round(sum(WEIGHTS.values()), 9) == 1


def test_a_later_report_is_new_where_it_tells_more() -> None:
    more: list[dict[str, Any]] = [
        {"measures": {"asset_freeze"}},
        {"quantities": {"eq 5 person"}},
        {"deadlines": {"2019-02-05"}},
        {"actors": {"USA", "CAN"}},
    ]
    for other in more:
        new = {m.claim_id: m.is_new_information for _, m in cluster([claim("a"), claim("b", days(1), **other)])}
        assert new == {"a": True, "b": True}, other
    new = {m.claim_id: m.is_new_information for _, m in cluster([claim("a"), dated("b", DAY, days(1))])}
    assert new == {"a": True, "b": True}


def test_a_copy_goes_with_its_first_and_is_never_new() -> None:
    first = claim("a", telling="t", named="x")
    again = claim("b", days(40), telling="t", named="x", measures={"asset_freeze"}, actors=())
    copied = {m.claim_id: m for _, m in cluster([first, again])}["b"]
    assert (copied.cluster_id, copied.rule, copied.is_new_information) == ("a", COPIED, False)


def test_people_come_before_the_score() -> None:
    far = [claim("a"), claim("b", days(90), actors={"CAN"})]
    assert sizes(*far, together=[("a", "b")]) == [2]
    assert {m.rule for _, m in cluster(far, together=[("a", "b")])} == {"core", TOGETHER}
    assert sizes(claim("a"), claim("b"), apart=[("a", "b")]) == [1, 1]
    copies = [claim(name, telling="t", named="x") for name in "ab"]
    assert sizes(*copies, apart=[("a", "b")]) == [1, 1]
    assert sizes(claim("a"), together=[("a", "gone")], apart=[("gone", "a")]) == [1]


def test_no_claims_no_clusters() -> None:
    assert list(cluster([])) == []


class Shelf:
    """A warehouse of claims in memory, which clusters as nights do."""

    def __init__(self) -> None:
        self.keys: dict[str, ClaimKey] = {}
        self.pending: set[str] = set()
        self.members: dict[str, Any] = {}
        self.segments: dict[str, str] = {}

    def night(self, keys: Iterable[ClaimKey], gone: Iterable[str] = ()) -> None:
        for name in gone:
            segment = self.segments[self.members.pop(name).cluster_id]
            del self.keys[name]
            self.pending |= {c for c, m in self.members.items() if self.segments[m.cluster_id] == segment}
        self.pending &= self.keys.keys()
        self.keys |= {key.claim_id: key for key in keys}
        self.pending |= {key.claim_id for key in keys}
        clusters, members = recluster(self)
        self.members |= {member.claim_id: member for member in members}
        self.segments |= {made.cluster_id: segment for segment, made in clusters}
        self.pending.clear()

    def waiting(self) -> list[tuple[Any, ...]]:
        return self._rows(self.pending)

    def near(self, around: Iterable[tuple[str, date, str]], days: int) -> list[tuple[Any, ...]]:
        anchors = [anchor for _, anchor, _ in around]
        texts = {text for _, _, text in around}
        tellings = {key.telling for key in self.keys.values() if key.version_id in texts and key.telling}
        return self._rows(
            name
            for name, key in self.keys.items()
            if name not in self.pending
            and (key.telling in tellings or any(abs((key.anchor - a).days) <= days for a in anchors))
        )

    def weighed_with(self, claims: Iterable[str], known: Iterable[str]) -> tuple[set[str], list[tuple[Any, ...]]]:
        reached = {self.segments[self.members[name].cluster_id] for name in claims if name in self.members}
        whole = set(claims) | {c for c, m in self.members.items() if self.segments[m.cluster_id] in reached}
        return whole, self._rows(whole - set(known))

    def _rows(self, names: Iterable[str]) -> list[tuple[Any, ...]]:
        rows = [astuple(self.keys[name]) for name in sorted(names)]
        return [tuple(list(value) if isinstance(value, frozenset) else value for value in row) for row in rows]


def _drawn(number: int, row: tuple[int, int | None, str, str, str, str | None]) -> ClaimKey:
    published, day, actors, targets, status, telling = row
    other = {
        "actors": set(actors.split()), "targets": set(targets.split()), "status": status,
        "named": f"{actors}>{targets}",
        "group": "threatened" if status == "threatened" else "actual", "telling": telling, "abouts": (),
    }  # fmt: skip
    name, on = f"{number:02}", days(published)
    return claim(name, on, **other) if day is None else dated(name, days(day), on, **other)


_KEYS = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.none() | st.integers(0, 12),
        st.sampled_from(["USA", "CAN", "USA CAN", ""]),
        st.sampled_from(["VEN", "VEN IRN", ""]),
        st.sampled_from(["occurred", "announced", "threatened"]),
        st.none() | st.sampled_from(["one", "other"]),
    ),
    min_size=1,
    max_size=16,
).map(lambda rows: [_drawn(number, row) for number, row in enumerate(rows)])


@settings(max_examples=300)
@given(_KEYS, st.randoms(use_true_random=False))
def test_order_and_nights_have_no_part_in_it(keys: list[ClaimKey], random: Random) -> None:
    whole = {member.claim_id: member for _, member in cluster(keys)}
    shuffled = random.sample(keys, len(keys))
    assert {member.claim_id: member for _, member in cluster(shuffled)} == whole
    shelf = Shelf()
    while shuffled:
        count = random.randint(1, len(shuffled))
        shelf.night(shuffled[:count])
        shuffled = shuffled[count:]
    assert shelf.members == whole


@settings(max_examples=200)
@given(_KEYS, st.randoms(use_true_random=False))
def test_what_is_taken_back_leaves_what_the_rest_alone_would_give(keys: list[ClaimKey], random: Random) -> None:
    shelf = Shelf()
    shelf.night(keys)
    gone = random.sample(keys, random.randint(0, len(keys)))
    shelf.night([], [key.claim_id for key in gone])
    rest = [key for key in keys if key not in gone]
    assert shelf.members == {member.claim_id: member for _, member in cluster(rest)}
