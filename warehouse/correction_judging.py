"""Which decisions on one claim count where there are several: the later day; of one day, the cautious one.

- accept, reject and fix decide whether the claim is confirmed or disputed. Those of the latest day count. Where one of
  them rejects, the claim is disputed, and no fix of it is made.
- Of fixes of one field the latest day counts. Two values of one day contradict each other: neither is set, and the
  claim is disputed.
- An accept confirms the claim with its fixes; it takes none of them back.
- Of merge and split of the same two claims the latest day counts; of one day, the split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from warehouse.correction_rows import FIX, REJECT, SPLIT, Correction

CONFIRMED, DISPUTED = "confirmed", "disputed"


@dataclass(frozen=True, slots=True)
class Judged:
    """What people say of one claim, all in all: its standing, by whose row since when, and which fixes to make.

    `passed_over` gives, by correction_id, why a row does not count.
    """

    standing: str
    decided_on: date
    correction_id: str
    fixes: tuple[Correction, ...] = ()
    passed_over: dict[str, str] = field(default_factory=dict)


def judge(rows: Sequence[Correction]) -> Judged:
    """What the accepts, rejects and fixes of one claim (at least one) come to."""
    last = max(row.decided_on for row in rows)
    latest = [row for row in rows if row.decided_on == last]
    rejects = [row for row in latest if row.decision == REJECT]
    if rejects:
        why = f"rejected on {last}"
        over = {row.correction_id: why for row in rows if row.decision != REJECT}
        return Judged(DISPUTED, last, min(row.correction_id for row in rejects), (), over)
    over = {row.correction_id: f"decided anew on {last}" for row in rows if row.decision == REJECT}
    fixes, clashes = _fixes([row for row in rows if row.decision == FIX])
    over |= clashes
    torn = [row for row in latest if row.correction_id in clashes and clashes[row.correction_id].startswith("two")]
    if torn:
        return Judged(DISPUTED, last, min(row.correction_id for row in torn), tuple(fixes), over)
    counts = [row.correction_id for row in latest if row.correction_id not in over]
    return Judged(CONFIRMED, last, min(counts), tuple(fixes), over)


def _fixes(rows: Iterable[Correction]) -> tuple[list[Correction], dict[str, str]]:
    of_field: defaultdict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        of_field[row.fixed].append(row)
    made: list[Correction] = []
    over: dict[str, str] = {}
    for name, given in sorted(of_field.items()):
        last = max(row.decided_on for row in given)
        latest = [row for row in given if row.decided_on == last]
        over |= {row.correction_id: f"{name} is set anew on {last}" for row in given if row.decided_on < last}
        if len({row.value for row in latest}) > 1:
            over |= {row.correction_id: f"two values of {name} are decided on {last}" for row in latest}
        else:
            made.append(min(latest, key=lambda row: row.correction_id))
    return made, over


def judge_pairs(pairs: Iterable[tuple[Correction, frozenset[str]]]) -> dict[str, str]:
    """Of merges and splits with the two claims that each meets: why a row does not count, by correction_id."""
    of_pair: defaultdict[frozenset[str], list[Correction]] = defaultdict(list)
    for row, claims in pairs:
        of_pair[claims].append(row)
    over: dict[str, str] = {}
    for rows in of_pair.values():
        last = max(row.decided_on for row in rows)
        split = any(row.decision == SPLIT and row.decided_on == last for row in rows)
        stands = SPLIT if split else next(row.decision for row in rows if row.decided_on == last)
        over |= {row.correction_id: f"decided anew on {last}: {stands}" for row in rows if row.decision != stands}
    return over
