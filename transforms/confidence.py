"""How sure a claim is: the share of claims of its kind that were right on annotated documents.

The kind is stated, not learned: the event's type, and how its sides were named. `both` and `one` count the sides that
the clause itself names; `inferred` is a side taken from beyond the clause (a pronoun, "the country", whoever acted
last); `none` names nobody. The shares are counted by `tests/golden/calibrate.py` into `seeds/lexicon/confidence.csv`;
a kind never seen has no confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from transforms.knowledge.rows import read_rows
from transforms.naming import Who

Kind = tuple[str, str]
# Rules of `naming.Who` that reach beyond the words of the clause.
_BEYOND = frozenset(
    (
        "pronoun",
        "nominal",
        "nominal of its own",
        "counterpart",
        "publisher",
        "modifier",
        "group of one",
        "state concerned",
    )
)


def kind_of(event_type: str, actors: Iterable[Who], targets: Iterable[Who]) -> Kind:
    """The kind of a claim: (type, how its sides are named)."""
    sides = [list(actors), list(targets)]
    if any(who.rule in _BEYOND for side in sides for who in side):
        return event_type, "inferred"
    named = sum(bool(side) for side in sides)
    if named == 1 and len(sides[0]) > 1 and not sides[1]:
        return event_type, "both"
    return event_type, ("none", "one", "both")[named]


def load_confidence(seeds: Path) -> Mapping[Kind, float]:
    """The share of right claims of each kind, with one right and one wrong added, so that no share is 0 or 1."""
    rows = read_rows(seeds / "lexicon" / "confidence.csv", ("type", "sides", "right", "told"))
    return {(r["type"], r["sides"]): round((int(r["right"]) + 1) / (int(r["told"]) + 2), 2) for r in rows}
