"""An act as one sentence tells it, before identifiers are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.attribution import Attribution
from transforms.condition import Clause
from transforms.dates import When
from transforms.details import Count
from transforms.knowledge.lexicon import Frame
from transforms.naming import Who
from transforms.pointers import NOTHING, Pointers
from transforms.records import Sentence

# Rules of sides that no clause names: the only other state around, and the state that a long text is about.
COUNTERPART, TOPIC = "counterpart", "what the text is about"
GUESSED = (COUNTERPART, TOPIC)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the values that a field of a draft may have by its words, which stand at [start, end) of its part of the
    version.

    `field` and `rule` are words of `seeds/ontology/reading_fields.csv` and `reading_rules.csv`; `value` is an
    identifier of an actor, "type/action", or a day (ISO 8601). `is_preferred`: the draft itself takes it.
    """

    field: str
    value: str
    is_preferred: bool
    rule: str
    start: int
    end: int


# Where a draft's trigger stands: the part of the version and the offset in it.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """What a draft has to do with another of its version: a word of `seeds/ontology/link_kinds.csv`, and that one's
    place."""

    kind: str
    to: Place


@dataclass(frozen=True)
class Draft:
    """One act as one sentence tells it, before identifiers are given. All offsets are those of the article's field."""

    frame: Frame
    action: str
    status: str
    status_rule: str
    actors: tuple[Who, ...]
    targets: tuple[Who, ...]
    proposers: tuple[Who, ...]
    about: tuple[Who, ...]
    measures: tuple[str, ...]
    counts: tuple[Count, ...]
    condition: Clause | None
    venue: str | None
    reason: str | None
    attribution: Attribution
    when: When
    sentence: Sentence
    trigger_start: int
    trigger_end: int
    governed_from: int | None
    refused_from: int | None
    published: date
    scope: str | None = None
    office: str | None = None
    mode: str | None = None
    is_own_release: bool = False
    guess: tuple[Who, ...] = ()
    echoes: tuple[str, ...] = ()
    trigger_pos: str = ""
    trigger_dep: str = ""

    # Where the nouns lie that the act is done to; where the noun lies that its clause describes ("sanctions that …"),
    # and where the verb whose manner it tells ("…, freezing assets").
    objects_at: frozenset[int] = frozenset()
    describes: int | None = None
    details: int | None = None
    # Where the verb lies that its own is coordinated with, and whether its target is but a pronoun or left out.
    joined_to: int | None = None
    is_aimed_alike: bool = False
    # Where the verb lies whose purpose its clause tells; whether it is done to the staff of a mission.
    purpose_of: int | None = None
    is_of_staff: bool = False
    # Whether the sentence names no state, body or person on either side: the article may have named one before.
    is_unplaced: bool = False
    needs_target: bool = False
    # Whether its target is but a pronoun or a bare noun ("the two regions"): what was told before says whom it means.
    points_back: bool = False

    # Whether a body acts; whom the sentences before put first, where it is done but to "the offer", "the elections".
    is_bodys: bool = False
    spoken_before: tuple[Who, ...] = ()
    # Whether what it speaks of is any thing of its kind ("any intervention"), nothing that somebody did.
    is_general: bool = False

    # What its words say of other acts, those it is tied to, and where the tellings stand that were merged into it.
    pointers: Pointers = NOTHING
    ties: tuple[Tie, ...] = ()
    told_at: frozenset[Place] = frozenset()

    # What its words may mean where they admit two readings.
    alternatives: tuple[Alternative, ...] = ()

    @property
    def place(self) -> Place:
        """Where its own trigger stands."""
        return self.sentence.field, self.trigger_start

    @property
    def is_nobodys(self) -> bool:
        """Whether the article names nobody either."""
        if self.needs_target:
            return not self.targets
        return self.is_unplaced and all(w.actor_id.startswith("OPEN:") for w in (*self.actors, *self.targets))


def ids_of(*sides: tuple[Who, ...]) -> frozenset[str]:
    """The identifiers of whoever is on one of `sides`."""
    return frozenset(w.actor_id for side in sides for w in side)
