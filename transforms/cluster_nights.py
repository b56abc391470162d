"""Which claims a night weighs anew: those of the texts that wait, and the whole segments that they touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Protocol

from transforms.cluster import Pairs, cluster, segments
from transforms.cluster_claims import WINDOW, ClaimKey
from transforms.records import Cluster, ClusterMember

Row = tuple[Any, ...]


class Claims(Protocol):
    """The claims of a warehouse; a row holds the fields of `ClaimKey` in order, sets as lists."""

    def waiting(self) -> Iterable[Row]:
        """The claims of the texts that wait."""

    def near(self, around: Iterable[tuple[str, date, str]], days: int) -> Iterable[Row]:
        """Other claims of a type that have a day within `days` of an anchor, and those of copies of a text;
        `around` holds type, anchor and text."""

    def weighed_with(self, claims: Collection[str], known: Collection[str]) -> tuple[set[str], Iterable[Row]]:
        """The ids of these claims and of all that stand in one segment with them; the rows of those not known."""


def recluster(
    claims: Claims, together: Pairs = (), apart: Pairs = ()
) -> tuple[list[tuple[str, Cluster]], list[ClusterMember]]:
    """The clusters, each with its segment, and the members of all segments that the waiting claims stand in, stood in
    or join: what clustering all claims at once would give of them.

    `together` and `apart` are all pairs of claims that people decided on, whenever they did; the texts of a pair that
    is new or withdrawn must wait.
    """
    waiting = _keys(claims.waiting())
    if not waiting:
        return [], []
    around = [(key.type, key.anchor, key.version_id) for key in waiting.values()]
    known = waiting | _keys(claims.near(around, WINDOW.days))
    mates = {claim for pair in together if not waiting.keys().isdisjoint(pair) for claim in pair}
    of = segments(known.values(), together)
    reached = {of[claim] for claim in waiting}
    touched = {claim for claim, segment in of.items() if segment in reached} | mates
    whole, rest = claims.weighed_with(touched, known)
    keys = {claim: key for claim, key in (known | _keys(rest)).items() if claim in whole}
    found = list(cluster(keys.values(), together, apart))
    return _clusters(keys, found), [member for _, member in found]


def _keys(rows: Iterable[Row]) -> dict[str, ClaimKey]:
    made = (ClaimKey(*_values(row)) for row in rows)
    return {key.claim_id: key for key in made}


def _values(row: Row) -> Row:
    return tuple(frozenset(value) if isinstance(value, list) else value for value in row)


def _clusters(keys: dict[str, ClaimKey], found: Iterable[tuple[str, ClusterMember]]) -> list[tuple[str, Cluster]]:
    """Each cluster, with the type and action of the claim that it is named for."""
    segment_of = {member.cluster_id: segment for segment, member in found}
    names = sorted(segment_of)
    return [(segment_of[name], Cluster(name, keys[name].type, keys[name].action, None)) for name in names]
