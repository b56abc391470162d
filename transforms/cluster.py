"""Claims of one real act brought together across articles: what comes out depends on the set of claims alone.

A cluster has a core, the claim that it began with, and every other report is like the core itself: so reports between
two acts never lead from one to the other. Dated claims come first, since they fix the day of an act; then the undated
ones from the earliest on, each to the likest core within `WINDOW`, of equals to the nearest day. A claim that is like
no core begins a cluster. A cluster is named for its member known first.

A sentence that a copy of a text prints again is one telling with the sentence it was copied from, however its day was
read there and whether or not its sides are named: it goes where the first goes. What people put together or apart
comes before any score.

Claims that are like each other, directly or through others, make a segment. What becomes of a claim depends on its
segment alone: so a night weighs anew only the segments that it touches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from transforms.cluster_claims import WINDOW, ClaimKey
from transforms.cluster_news import tell_something_new
from transforms.cluster_score import Score, weigh
from transforms.records import ClusterMember

__all__ = ["COPIED", "WINDOW", "ClaimKey", "cluster", "segments"]

COPIED = "same sentence in a copy"
CORE = "core"
ALONE = "alone"
UNNAMED = "unnamed side, alone"
TOGETHER = "put together by people"
Pairs = Collection[tuple[str, str]]


def cluster(claims: Iterable[ClaimKey], together: Pairs = (), apart: Pairs = ()) -> Iterator[tuple[str, ClusterMember]]:
    """Each claim's place in its cluster, with the segment of the cluster; every claim has exactly one.

    `together` and `apart` are pairs of claim ids that people decided on; ids that no claim has are passed over.
    """
    keys = {key.claim_id: key for key in claims}
    of_segment: defaultdict[str, list[ClaimKey]] = defaultdict(list)
    for claim_id, segment in segments(keys.values(), together).items():
        of_segment[segment].append(keys[claim_id])
    parted = _parted(apart)
    for segment, members in sorted(of_segment.items()):
        for made in _clusters(members, [pair for pair in together if pair[0] in keys and pair[1] in keys], parted):
            yield from ((segment, member) for member in _members(made))


def segments(claims: Collection[ClaimKey], together: Pairs = ()) -> dict[str, str]:
    """The segment of each claim, by the claim's id: the least id among the claims that it is like, on and on."""
    joined = _Sets(key.claim_id for key in claims)
    for one, other in _alike(claims):
        joined.join(one.claim_id, other.claim_id)
    printed: defaultdict[Hashable, list[str]] = defaultdict(list)
    for key in claims:
        printed[key.printed].append(key.claim_id)
    for same in printed.values():
        for claim, again in pairwise(same):
            joined.join(claim, again)
    for claim, mate in together:
        if claim in joined and mate in joined:
            joined.join(claim, mate)
    return {key.claim_id: joined.name(key.claim_id) for key in claims}


def _alike(claims: Iterable[ClaimKey]) -> Iterator[tuple[ClaimKey, ClaimKey]]:
    """Pairs that reach the threshold. They are sought among claims of a block that share somebody, by day."""
    blocks: defaultdict[Hashable, list[ClaimKey]] = defaultdict(list)
    for key in claims:
        for party in key.actors | key.targets | key.abouts:
            blocks[(*key.block, party)].append(key)
    for block in blocks.values():
        block.sort(key=lambda key: (key.anchor, key.claim_id))
        start = 0
        for place, key in enumerate(block):
            while key.anchor - block[start].anchor > WINDOW:
                start += 1
            for other in block[start:place]:
                if weigh(key, other):
                    yield key, other


class _Sets(dict[str, str]):
    """Disjoint sets of ids, each named for its least."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__((name, name) for name in names)

    def name(self, one: str) -> str:
        while self[one] != one:
            self[one] = self[self[one]]
            one = self[one]
        return one

    def join(self, one: str, other: str) -> None:
        least, more = sorted((self.name(one), self.name(other)))
        self[more] = least


@dataclass(slots=True)
class _Made:
    """A cluster in the making: its core, and how each claim came to it."""

    core: ClaimKey
    keys: list[ClaimKey] = field(default_factory=list)
    how: dict[str, tuple[str, Score]] = field(default_factory=dict)

    def take(self, key: ClaimKey, rule: str, score: Score) -> None:
        self.keys.append(key)
        self.how[key.claim_id] = (rule, score)


_SURE = Score(1.0, "{}")


def _clusters(keys: Sequence[ClaimKey], together: Pairs, parted: Mapping[str, set[str]]) -> Iterable[_Made]:
    firsts, printed_again = _tellings(keys, parted)
    units = _units(firsts, printed_again, together)
    made: list[_Made] = []
    for unit in sorted(units, key=lambda keys: _turn(keys[0])):
        bound = parted_from(unit, printed_again, parted)
        home, rule, score = _home(unit[0], [one for one in made if not bound & one.how.keys()])
        if home is None:
            home, rule, score = _Made(unit[0]), CORE, _SURE
            made.append(home)
        home.take(unit[0], rule, score)
        for key in unit[1:]:
            home.take(key, TOGETHER, _SURE)
        for key in unit:
            for again in printed_again[key.claim_id]:
                home.take(again, COPIED, _SURE)
    return made


def parted_from(
    unit: Iterable[ClaimKey], printed_again: Mapping[str, list[ClaimKey]], parted: Mapping[str, set[str]]
) -> set[str]:
    """The claims that people put apart from one of a unit or of its copies."""
    ids = {key.claim_id for first in unit for key in (first, *printed_again[first.claim_id])}
    return set().union(*(parted.get(claim, set()) for claim in ids))


def _turn(key: ClaimKey) -> tuple[Hashable, ...]:
    return (0, *key.age) if key.is_dated else (1, key.anchor, *key.age)


def _home(key: ClaimKey, made: Iterable[_Made]) -> tuple[_Made | None, str, Score]:
    best: tuple[float, float, tuple[Hashable, ...]] | None = None
    home, found = None, _SURE
    for one in made:
        score = weigh(key, one.core)
        if score is None:
            continue
        rank = (-score.value, abs((key.anchor - one.core.anchor).days), one.core.age)
        if best is None or rank < best:
            best, home, found = rank, one, score
    rule = "same act, same days" if home and key.is_dated and home.core.is_dated else "same act, told within days"
    return home, rule, found


def _units(
    firsts: Sequence[ClaimKey], printed_again: Mapping[str, list[ClaimKey]], together: Pairs
) -> list[list[ClaimKey]]:
    """The tellings, those that people put together in one list, the one that has its turn first at the front."""
    first_of = {key.claim_id: first for first in firsts for key in (first, *printed_again[first.claim_id])}
    joined = _Sets(first.claim_id for first in firsts)
    for one, other in together:
        if one in first_of and other in first_of:
            joined.join(first_of[one].claim_id, first_of[other].claim_id)
    units: defaultdict[str, list[ClaimKey]] = defaultdict(list)
    for first in sorted(firsts, key=_turn):
        units[joined.name(first.claim_id)].append(first)
    return list(units.values())


def _tellings(
    keys: Iterable[ClaimKey], parted: Mapping[str, set[str]]
) -> tuple[list[ClaimKey], dict[str, list[ClaimKey]]]:
    """The first claim of each telling, and by its id those of the copies.

    A text may tell two like acts in one sentence: the first of a copy goes with the first, the second with the second.
    A copy that people put apart from the first is a telling of its own.
    """
    told: defaultdict[Hashable, list[ClaimKey]] = defaultdict(list)
    turns: Counter[Hashable] = Counter()
    for key in sorted(keys, key=lambda one: one.order):
        turns[key.version_id, key.printed] += 1
        turn: tuple[Hashable, ...] = (turns[key.version_id, key.printed], key.printed)
        first = told[turn][0].claim_id if told[turn] else key.claim_id
        if first in parted.get(key.claim_id, ()):
            turn = (*turn, key.claim_id)
        told[turn].append(key)
    same = [group for group in told.values() if group]
    return [group[0] for group in same], {group[0].claim_id: group[1:] for group in same}


def _parted(apart: Pairs) -> dict[str, set[str]]:
    parted: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in apart:
        parted[one].add(other)
        parted[other].add(one)
    return parted


def _members(made: _Made) -> Iterator[ClusterMember]:
    name = min(made.keys, key=lambda key: key.age).claim_id
    copied = {claim for claim, (rule, _) in made.how.items() if rule == COPIED}
    new = tell_something_new(made.keys, copied)
    for key in made.keys:
        rule, score = made.how[key.claim_id]
        if len(made.keys) == 1:
            rule = UNNAMED if key.open_actors or key.open_targets else ALONE
        yield ClusterMember(name, key.claim_id, rule, score.value, score.parts, key.claim_id in new)
