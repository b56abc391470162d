"""One claim as clustering sees it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta

# An act is told again for a few days; a new act of the same kind between the same sides usually comes later.
WINDOW = timedelta(days=3)
# New designations are told as a new sanction by one paper and as the widening of an old one by the next (guide v1.2).
_SAME_ACT = {"tighten": "impose"}
_DAYS = ("day", "range")


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """One claim with what decides whether another tells the same act; who takes part is told by identity.

    `actors`, `targets` and `abouts` hold the identities that are known across texts; `open_actors` and `open_targets`
    say that the side has none of these but someone who is of this text alone. `group` is `actual` for statuses of one
    actual act (announced, occurred, in force, ongoing), else the status itself. `anchor` is the day by which the claim
    is looked for: of a dated act its first day, else the day of publication or, where earlier, the last possible day.
    `named` are the sides in the text's own identifiers, `telling` the text known first and the words of the sentence.
    """

    claim_id: str
    version_id: str
    ordinal: int
    type: str
    action: str
    status: str
    group: str
    is_symmetric: bool
    scope: str | None
    office: str | None
    mode: str | None
    venue: str | None
    date_start: date | None
    date_end: date | None
    date_precision: str
    anchor: date
    published: date
    known_on: date
    actors: frozenset[str]
    targets: frozenset[str]
    abouts: frozenset[str]
    open_actors: bool
    open_targets: bool
    measures: frozenset[str]
    quantities: frozenset[str]
    deadlines: frozenset[str]
    named: str
    telling: str | None

    @property
    def block(self) -> tuple[str, str, str]:
        """What two claims of one act always share."""
        return (self.type, _SAME_ACT.get(self.action, self.action), self.group)

    @property
    def printed(self) -> tuple[Hashable, ...]:
        """The same for a claim and its copies."""
        return (self.telling or self.claim_id, self.type, self.action, self.status, self.named)

    @property
    def age(self) -> tuple[date, date, str]:
        """The order in which claims came to be known."""
        return (self.known_on, self.published, self.claim_id)

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """The order in which claims were told: as `age`, and within a text from its top."""
        return (self.known_on, self.published, self.version_id, self.ordinal, self.claim_id)

    @property
    def is_dated(self) -> bool:
        """Whether the text tells the day of the act, or a range of days no longer than a week."""
        if self.date_precision not in _DAYS or self.date_start is None or self.date_end is None:
            return False
        return self.date_end - self.date_start <= timedelta(days=7)
