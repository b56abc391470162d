"""Claims of one real act brought together across articles: deterministic, conservative, whatever the order.

Two claims are one act when they agree in type, action and status, name the same actors and targets (an unnamed group
joins nothing) and their dates meet: the same resolved days, or, where the text gives none, publication within
`WINDOW` days. A cluster keeps its first member's identifier: the earliest known, then the earliest published.

A sentence that a copy of a text prints again is one telling with the sentence it was copied from, however its day was
read there and whether or not its sides are named: it joins the cluster of the first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import pandas as pd

from transforms.records import Cluster, ClusterMember

# An act is told again for a few days; a new act of the same kind between the same two usually comes later.
WINDOW = timedelta(days=3)
COPIED = "same sentence in a copy"
_OPEN = "OPEN:"


@dataclass(frozen=True, slots=True)
class _Key:
    """One claim as clustering sees it."""

    claim_id: str
    version_id: str
    type: str
    action: str
    status: str
    actors: str
    targets: str
    days: tuple[date | None, date | None] | None
    published: date
    known_on: date
    telling: str | None
    ordinal: int

    @property
    def act(self) -> tuple[Hashable, ...]:
        return (self.type, self.action, self.status, self.actors, self.targets)

    @property
    def age(self) -> tuple[date, date, str]:
        return (self.known_on, self.published, self.claim_id)

    @property
    def is_open(self) -> bool:
        return _OPEN in self.actors or _OPEN in self.targets or not (self.actors or self.targets)


def cluster(claims: pd.DataFrame) -> tuple[list[Cluster], list[ClusterMember]]:
    """Clusters and their members for all claims.

    `claims` has one row a claim: claim_id, type, action, status, date_start, date_end, date_precision, published_date,
    known_on, actors and targets (sorted identifiers joined with "|"), telling (the same for a sentence and its copies;
    unknown where the text has none) and ordinal (place in its text). Every claim is in exactly one cluster.
    """
    clusters: list[Cluster] = []
    members: list[ClusterMember] = []
    firsts, printed_again = _tellings(_keys(claims))
    for group, rule in _groups(firsts):
        first = min(group, key=lambda key: key.age)
        clusters.append(Cluster(first.claim_id, first.type, first.action, None))
        for key in group:
            members.append(ClusterMember(first.claim_id, key.claim_id, rule))
            members += (ClusterMember(first.claim_id, again.claim_id, COPIED) for again in printed_again[key.claim_id])
    return sorted(clusters, key=lambda c: c.cluster_id), sorted(members, key=lambda m: m.claim_id)


def _tellings(keys: Iterable[_Key]) -> tuple[list[_Key], dict[str, list[_Key]]]:
    """The first claim of each telling, and by its id those of the copies.

    A text may tell two like acts in one sentence: the first of a copy goes with the first, the second with the second.
    """
    told: defaultdict[tuple[Hashable, ...], list[_Key]] = defaultdict(list)
    turns: Counter[tuple[Hashable, ...]] = Counter()
    for key in sorted(keys, key=lambda k: (*k.age[:2], k.version_id, k.ordinal, k.claim_id)):
        same = (key.telling or key.claim_id, *key.act)
        turns[key.version_id, *same] += 1
        told[turns[key.version_id, *same], *same].append(key)
    firsts = [min(same, key=lambda key: key.age) for same in told.values()]
    groups = zip(firsts, told.values(), strict=True)
    return firsts, {first.claim_id: [key for key in same if key is not first] for first, same in groups}


def _keys(claims: pd.DataFrame) -> list[_Key]:
    rows = claims.astype(object).where(claims.notna(), None).to_dict("records")
    return [
        _Key(
            row["claim_id"],
            row["version_id"],
            row["type"],
            row["action"],
            row["status"],
            row["actors"] or "",
            row["targets"] or "",
            (row["date_start"], row["date_end"]) if row["date_precision"] in ("day", "range") else None,
            row["published_date"],
            row["known_on"],
            row["telling"],
            row["ordinal"],
        )
        for row in rows
    ]


def _groups(keys: Iterable[_Key]) -> Iterator[tuple[list[_Key], str]]:
    ordered = sorted(keys, key=lambda k: (*map(str, k.act), k.published, k.claim_id))
    for _, same in groupby(ordered, key=lambda k: k.act):
        told = list(same)
        if told[0].is_open:
            yield from (([key], "unnamed side, alone") for key in told)
            continue
        yield from _by_days([key for key in told if key.days])
        yield from _by_publication([key for key in told if not key.days])


def _by_days(keys: list[_Key]) -> Iterator[tuple[list[_Key], str]]:
    for _, same in groupby(sorted(keys, key=lambda k: str(k.days)), key=lambda k: k.days):
        group = list(same)
        yield group, "same act, same days" if len(group) > 1 else "alone"


def _by_publication(keys: list[_Key]) -> Iterator[tuple[list[_Key], str]]:
    """Runs of tellings with no gap longer than WINDOW."""
    run: list[_Key] = []
    for key in sorted(keys, key=lambda k: (k.published, k.claim_id)):
        if run and key.published - run[-1].published > WINDOW:
            yield run, "same act, told within days" if len(run) > 1 else "alone"
            run = []
        run.append(key)
    if run:
        yield run, "same act, told within days" if len(run) > 1 else "alone"
