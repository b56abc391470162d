"""How a reading of a trigger becomes the guide's action and status: readings, turns and families of `seeds/lexicon/`.

Some readings turn the action itself: to decline to recognise is to refuse, to decline to lift is to maintain. The
tables follow the guide's "Settled while annotating" (v1.2); no status or action is spelled in code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from transforms.knowledge.lexicon import Frame
from transforms.knowledge.ontology import Ontology
from transforms.knowledge.rows import read_rows


class Reading(Protocol):
    """What `transforms.status.Verdict` says of a trigger."""

    @property
    def reading(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def negated(self) -> bool: ...


@dataclass(frozen=True)
class Readings:
    """Look-ups from readings to statuses and from (action, status) to what the guide codes instead."""

    ontology: Ontology
    statuses: dict[tuple[str, str], str]
    negations: dict[str, str]
    turns: dict[tuple[str, str, str], tuple[str, str]]
    families: dict[str, frozenset[str]]
    modified: tuple[tuple[str, str, str], ...]
    measured_type: str
    between_type: str
    recognition_type: str
    scopes: dict[bool, str]
    mode_at_a_place: str

    def outcome(self, frame: Frame, verdict: Reading) -> tuple[str, str, str]:
        """(action, status, rule) of a frame under a verdict."""
        family = self._family(frame.action)
        status = self.statuses.get((verdict.reading, family)) or self.statuses.get(
            (verdict.reading, ""), verdict.reading
        )
        rule = verdict.rule
        if frame.status and self.group(status) == self.group(self.statuses["done", ""]):
            status, rule = frame.status, f"frame {frame.lemma!r}"
        if verdict.negated:
            status = self.negations.get(verdict.reading) or self.negations.get(status) or self.negations[""]
            rule = f"negation, {rule}"
        keys = ["negated", verdict.reading, ""] if verdict.negated else [verdict.reading, ""]
        turned = next((t for key in keys if (t := self.turns.get((frame.action, status, key)))), None)
        return (*(turned or (frame.action, status)), rule)

    def _family(self, action: str) -> str:
        return next((name for name in ("diary", "speech") if action in self.families[name]), "")

    def group(self, status: str) -> str:
        """actual, future, contingent or negated."""
        return self.ontology.status_group[status]

    def lies_ahead(self, status: str) -> bool:
        """Whether what the status tells has not happened yet."""
        return status in self.families["ahead"] or self.group(status) != self.group(self.statuses["done", ""])

    def is_contingent(self, status: str) -> bool:
        """Whether what the status tells may never happen."""
        return self.group(status) in self.families["contingent_group"]

    def is_called(self, status: str) -> bool:
        """Whether the status tells what others want somebody to do."""
        return status == self.statuses["should", ""]

    def is_regime(self, frame: Frame) -> bool:
        """Whether an act is on something that the article may have told before with its sides: sanctions, aid."""
        return frame.type == self.measured_type and (
            frame.object in self.families["regime"] or frame.gate in self.families["regime"]
        )

    def is_intended(self, status: str) -> bool:
        """Whether the status tells that somebody means to act, should it come to that."""
        return status in self.families["intended"]

    def is_symmetric(self, action: str) -> bool:
        """Whether all sides are actors."""
        return action in self.ontology.symmetric

    def is_carrier(self, action: str) -> bool:
        """Whether the act only carries another when its content is itself an act of ours."""
        return action in self.families["carrier"]

    def is_speech(self, action: str) -> bool:
        """Whether the act is words alone; only a state or body speaks to others."""
        return action in self.families["speech"]

    def is_answer(self, action: str) -> bool:
        """Whether the act answers what another did."""
        return action in self.families["answer"]

    def needs_both(self, action: str) -> bool:
        """Whether the act says too little without both sides: who demanded, but of whom?"""
        return action in self.families["two_sided"]

    def is_denial(self, action: str) -> bool:
        """Whether the act answers an accusation."""
        return action in self.families["denial"]

    def is_accusation(self, action: str) -> bool:
        """Whether the act says that another did wrong, which that one may deny."""
        return action in self.families["accusation"]

    def is_said_not_to_be(self, status: str) -> bool:
        """Whether the status tells that the act did not or will not take place."""
        return self.group(status) == self.group(self.negations[""])

    def is_about_envoys(self, action: str) -> bool:
        """Whether the act is on another's envoys, so that a series of them is mostly on the same state's."""
        return action in self.families["envoys"]

    def may_be_general(self, action: str) -> bool:
        """Whether the act says enough without another side where it speaks of any thing of a kind."""
        return action in self.families["general"]

    def is_voting(self, action: str) -> bool:
        """Whether the act is a vote, whose outcome is that of the body in which it was held."""
        return action in self.families["voting"]

    def is_owed(self, action: str) -> bool:
        """Whether the act, when called for, is what matters, not the call ("urged Israel to apologise")."""
        return action in self.families["owed"]

    def is_standing(self, action: str) -> bool:
        """Whether the act is a regime that stands rather than something new."""
        return action in self.families["standing"]

    def scope(self, domestic: bool) -> str:
        """The scope's name in the vocabulary."""
        return self.scopes[domestic]

    def names_persons(self, kind: str) -> bool:
        """Whether the target of an act of this type is taken in person (sanctioned, recognised)."""
        return kind in (self.measured_type, self.recognition_type)

    def has_counterpart(self, frame: Frame) -> bool:
        """Whether an act always has another side, to be looked for beyond its clause."""
        if frame.type == self.measured_type:
            return bool(frame.object)
        if frame.type == self.recognition_type:
            return bool(frame.target) and frame.object in self.families["claim_without_claimant"]
        return frame.action in self.families["counterpart"]

    def is_gathered(self, action: str) -> bool:
        """Whether a release tells one such act over several paragraphs."""
        return action in self.families["gathered"]

    def settles(self, action: str) -> bool:
        """Whether the act opens or closes something that has a place."""
        return action in self.families["settles"]

    def has_reason(self, action: str) -> bool:
        """Whether the act answers something, so that "over", "for" and "after" say what."""
        return action in self.families["with_reason"]

    def puts_forward(self, status: str) -> bool:
        """Whether a word of this status puts forward what another would do ("urge", "propose", "draft")."""
        return status in self.families["put_forward"]

    def has_mode(self, action: str) -> bool:
        """Whether the act is done in one of the ways of meeting."""
        return action in self.families["with_mode"]

    def is_publishers(self, action: str) -> bool:
        """Whether a government's own release tells this act as its own where it names nobody."""
        return action in self.families["publisher"]

    def claims_in_person(self, action: str) -> bool:
        """Whether the actor is taken in person (who claims an office is not yet the state)."""
        return action in self.families["in_person"]


def load_readings(seeds: Path, ontology: Ontology) -> Readings:
    """The tables under `seeds/lexicon/`. Raises SeedError for a status or action the ontology does not know."""
    folder = seeds / "lexicon"
    rows = read_rows(folder / "readings.csv", ("reading", "family", "status", "negated"))
    for row in rows:
        ontology.check_status(row["status"], "readings.csv")
        ontology.check_status(row["negated"], "readings.csv")
    # By reading; a governor gives a status for a reading. "might not" is as open as "might", "would not" is not.
    negations = {row[key]: row["negated"] for key in ("status", "reading") for row in rows if row["negated"]}
    turns = {
        (r["action"], r["status"], r["reading"]): (r["to_action"], r["to_status"])
        for r in read_rows(folder / "turns.csv", ("action", "status", "reading", "to_action", "to_status"))
    }
    families: dict[str, set[str]] = {}
    for row in read_rows(folder / "families.csv", ("family", "member")):
        families.setdefault(row["family"], set()).add(row["member"])
    kinds = {row["family"]: row["member"] for row in read_rows(folder / "families.csv", ("family", "member"))}
    negations[""] = next(row["negated"] for row in rows if row["reading"] == "done" and not row["family"])
    return Readings(
        ontology=ontology,
        statuses={(row["reading"], row["family"]): row["status"] for row in rows},
        negations=negations,
        turns=turns,
        modified=tuple(
            (r["action"], r["word_class"], r["to_action"])
            for r in read_rows(folder / "modified.csv", ("action", "word_class", "to_action"))
        ),
        families={name: frozenset(members) for name, members in families.items()},
        measured_type=kinds["type_with_measures"],
        between_type=kinds["type_between_actors"],
        recognition_type=kinds["type_of_claimants"],
        mode_at_a_place=kinds["mode_at_a_place"],
        scopes={False: kinds["scope_between_states"], True: kinds["scope_within_a_state"]},
    )
