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
from transforms.records import Sentence

# Rules of sides that no clause names: the only other state around, and the state that a long text is about.
COUNTERPART, TOPIC = "counterpart", "what the text is about"
GUESSED = (COUNTERPART, TOPIC)


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
    # Whether the sentence names no state, body or person on either side: the article may have named one before.
    is_unplaced: bool = False
    needs_target: bool = False
    # Whether its target is but a pronoun or a bare noun ("the two regions"): what was told before says whom it means.
    points_back: bool = False

    @property
    def is_nobodys(self) -> bool:
        """Whether the article names nobody either."""
        if self.needs_target:
            return not self.targets
        return self.is_unplaced and all(w.actor_id.startswith("OPEN:") for w in (*self.actors, *self.targets))


def ids_of(*sides: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(sorted({w.actor_id for side in sides for w in side}))
