"""How sure it is that two claims tell one act: a score of 0 to 1 with its parts.

Who acts and at whom weigh most, since an act is somebody's; the days come next, and what the texts add last. What
speaks against one act outright (another side, another day, another scope or office, another place of a meeting) makes
no low score but none. Two reports that leave out the actor, or name the state where another names its firm, still pass;
two such weaknesses together do not.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from transforms.cluster_claims import WINDOW, ClaimKey

THRESHOLD = 0.75
WEIGHTS = {"actors": 0.3, "targets": 0.3, "date": 0.2, "gap": 0.1, "details": 0.1}
_SAME, _OVERLAP, _PART, _NEITHER, _ONE_SILENT = 1.0, 0.8, 0.7, 0.6, 0.5
# Dates: the same days; a day within the other's range; a day and a report without; the same vague time; no time at all.
_SAME_DAYS, _WITHIN, _ONE_DATED, _SAME_SPAN, _UNDATED = 1.0, 0.8, 0.7, 0.6, 0.6
_VAGUE = ("week", "month", "year")


@dataclass(frozen=True, slots=True)
class Score:
    """How sure it is that two claims are one act, 0 to 1, and each part of that before it is weighed."""

    value: float
    parts: str

    @classmethod
    def of(cls, parts: dict[str, float]) -> Score:
        """The weighed sum of the parts."""
        return cls(round(sum(WEIGHTS[name] * part for name, part in parts.items()), 4), json.dumps(parts))


def weigh(one: ClaimKey, other: ClaimKey) -> Score | None:
    """The score of two claims; None where something speaks against one act, or too little for it (`THRESHOLD`)."""
    if one.block != other.block or one.open_actors or other.open_actors:
        return None
    gap = abs(one.anchor - other.anchor)
    if gap > WINDOW:
        return None
    sides = _all_sides(one, other) if one.is_symmetric else _sides(one, other)
    when = _dates(one, other)
    details = _details(one, other)
    if sides is None or when is None or details is None:
        return None
    near = round(1 - gap.days / (WINDOW.days + 1), 4)
    score = Score.of({"actors": sides[0], "targets": sides[1], "date": when, "gap": near, "details": details})
    return score if score.value >= THRESHOLD else None


def _sides(one: ClaimKey, other: ClaimKey) -> tuple[float, float] | None:
    actors = _party(one.actors, other.actors)
    targets = _targets(one, other)
    if actors is None or targets is None:
        return None
    if not (one.actors & other.actors or one.targets & other.targets or targets == _PART):
        return None
    return actors, targets


def _targets(one: ClaimKey, other: ClaimKey) -> float | None:
    concerned = (one.targets | one.abouts) & (other.targets | other.abouts)
    if one.open_targets or other.open_targets:
        return _PART if concerned else None
    party = _party(one.targets, other.targets)
    if party is None:
        return _PART if concerned else None
    return party


def _party(one: frozenset[str], other: frozenset[str]) -> float | None:
    if one and other:
        return _SAME if one == other else _OVERLAP if one & other else None
    return _ONE_SILENT if one or other else _NEITHER


def _all_sides(one: ClaimKey, other: ClaimKey) -> tuple[float, float] | None:
    """Of acts between equals every side is an actor: both reports must share two, or all that they name."""
    mine, yours = one.actors | one.targets, other.actors | other.targets
    shared = mine & yours
    if not shared or one.open_targets or other.open_targets:
        return None
    if mine == yours:
        return (_SAME, _SAME) if len(shared) > 1 else (_SAME, _NEITHER)
    return (_OVERLAP, _OVERLAP) if len(shared) > 1 else None


def _dates(one: ClaimKey, other: ClaimKey) -> float | None:
    mine, yours = (one.date_start, one.date_end), (other.date_start, other.date_end)
    if one.is_dated and other.is_dated:
        if mine == yours:
            return _SAME_DAYS
        return _WITHIN if one.date_precision != other.date_precision and _meet(one, other) else None
    if one.is_dated or other.is_dated:
        told, untold = (one, other) if one.is_dated else (other, one)
        later = untold.anchor >= told.anchor or one.group != "actual"
        return _ONE_DATED if later and _meet(told, untold) else None
    if one.date_precision in _VAGUE or other.date_precision in _VAGUE:
        return _SAME_SPAN if mine == yours and abs(one.published - other.published) <= WINDOW else None
    return _UNDATED


def _meet(one: ClaimKey, other: ClaimKey) -> bool:
    """Whether one day can be both claims' day. What is `before` a day may be of the day a report came out."""
    starts = [key.date_start for key in (one, other) if key.date_start]
    ends = [key.date_end for key in (one, other) if key.date_end]
    return not starts or not ends or max(starts) <= min(ends)


def _details(one: ClaimKey, other: ClaimKey) -> float | None:
    for mine, yours in ((one.scope, other.scope), (one.office, other.office), (one.mode, other.mode)):
        if mine and yours and mine != yours:
            return None
    mine, yours = (one.venue or "").casefold(), (other.venue or "").casefold()
    if mine and yours and mine not in yours and yours not in mine:
        return None
    apart = [a and b and not a & b for a, b in ((one.measures, other.measures), (one.quantities, other.quantities))]
    return 1.0 - 0.5 * sum(map(bool, apart))
