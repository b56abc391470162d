"""What a report of an act tells that no earlier one did."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from transforms.cluster_claims import ClaimKey

# From nothing to the day itself: words of ref_precisions.
_PRECISION = ("unknown", "before", "after", "year", "month", "week", "range", "day")


def tell_something_new(members: Iterable[ClaimKey], copied: Collection[str]) -> set[str]:
    """Those claims of one cluster that tell a named participant, a measure, a quantity, a deadline or a date more
    precise than all claims told before them. The first claim is new; one of `copied` never is."""
    told: set[tuple[str, str]] = set()
    precise = -1
    new: set[str] = set()
    for key in sorted(members, key=lambda member: member.order):
        facts, precision = _facts(key), _PRECISION.index(key.date_precision)
        if key.claim_id not in copied and (precise < 0 or facts - told or precision > precise):
            new.add(key.claim_id)
        told |= facts
        precise = max(precise, precision)
    return new


def _facts(key: ClaimKey) -> set[tuple[str, str]]:
    kinds = {
        "actor": key.actors,
        "target": key.targets,
        "about": key.abouts,
        "measure": key.measures,
        "quantity": key.quantities,
        "deadline": key.deadlines,
    }
    return {(kind, value) for kind, values in kinds.items() for value in values}
