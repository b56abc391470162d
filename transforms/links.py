"""What acts of one version have to do with each other: an answer, a denial, a response, the same done by another.

A draft holds ties to the places of others; merging gathers them, and `claims` turns them into identifiers. A tie needs
words that point: an act inside the answer's object or reason, a noun that names the act again ("the vote"), or one that
stands for the last act ("the move"). That two states act on each other in one article ties nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.drafts import Draft, Place, Tie
from transforms.knowledge.readings import Readings
from transforms.naming import Who

# Words of seeds/ontology/link_kinds.csv.
ANSWERS, DENIES, FOLLOWS, LIKEWISE = "answers", "denies", "follows", "likewise"


def tied_within(drafts: Sequence[Draft], readings: Readings) -> list[Draft]:
    """Drafts tied to those that their own sentence tells as their object or their reason."""
    beside: dict[tuple[str, int], list[Draft]] = {}
    for draft in drafts:
        beside.setdefault((draft.sentence.field, draft.sentence.start_char), []).append(draft)
    return [
        _with(draft, _within(draft, beside[draft.sentence.field, draft.sentence.start_char], readings))
        for draft in drafts
    ]


def tied(draft: Draft, before: Sequence[Draft], readings: Readings) -> Draft:
    """The draft, its sides known, tied to what its words name of the drafts `before` it, unless it is tied already."""
    if draft.ties or readings.is_said_not_to_be(draft.status):
        return draft
    told = [d for d in before if not readings.is_said_not_to_be(d.status)]
    if readings.is_denial(draft.action):
        return _with(draft, _accusation(draft, told, readings))
    if _is_answer(draft, readings):
        return _with(draft, _answered(draft, told, readings))
    return _with(draft, _followed(draft, told, readings))


def told_together(whole: Draft, *tellings: Draft) -> Draft:
    """`whole`, made of several tellings, with the ties and the places of all."""
    ties = dict.fromkeys(tie for telling in tellings for tie in telling.ties)
    places = (place for telling in tellings for place in (telling.place, *telling.told_at))
    return replace(whole, ties=tuple(ties), told_at=frozenset(places))


def ends_of(ordered: Sequence[Draft], keys: Sequence[str]) -> Mapping[Place, str]:
    """The identifier of the act told at each place, where `keys` are those of the `ordered` drafts."""
    ends: dict[Place, str] = {}
    for draft, key in zip(ordered, keys, strict=True):
        for place in (draft.place, *sorted(draft.told_at)):
            ends.setdefault(place, key)
    return ends


def _with(draft: Draft, found: Iterable[tuple[str, Draft]]) -> Draft:
    ties = (*draft.ties, *(Tie(kind, other.place) for kind, other in found))
    return replace(draft, ties=tuple(dict.fromkeys(ties))) if ties != draft.ties else draft


def _within(draft: Draft, beside: Sequence[Draft], readings: Readings) -> Iterable[tuple[str, Draft]]:
    """The acts told inside the object of an answer ("condemned Norway's expulsion of …"), or inside a reason."""
    if readings.is_said_not_to_be(draft.status) or readings.is_denial(draft.action):
        return
    is_answer = _is_answer(draft, readings)
    for other in beside:
        if other.place == draft.place or readings.is_said_not_to_be(other.status):
            continue
        is_object = other.trigger_start in draft.objects_at or other.describes in draft.objects_at
        if is_answer and is_object and _may_answer(draft, other, readings):
            yield ANSWERS, other
        elif _is_reason(draft, other) and not _shared(draft.actors, other.actors):
            yield (ANSWERS if is_answer else FOLLOWS), other


def _is_reason(draft: Draft, other: Draft) -> bool:
    reason = draft.pointers.reason
    return reason is not None and reason[0] <= other.trigger_start < reason[1]


def _is_answer(draft: Draft, readings: Readings) -> bool:
    return readings.is_answer(draft.action) or readings.is_owed(draft.action)


def _may_answer(draft: Draft, other: Draft, readings: Readings) -> bool:
    """Nobody condemns or welcomes an act of their own; one apologises for no other."""
    return readings.is_owed(draft.action) == _shared(draft.actors, other.actors)


def _answered(draft: Draft, told: Sequence[Draft], readings: Readings) -> Iterable[tuple[str, Draft]]:
    """The act that the answer's object or reason names, by whom it is aimed at; of "the move" their last deed."""
    is_owed = readings.is_owed(draft.action)
    theirs = [
        d
        for d in told
        if _may_answer(draft, d, readings) and _shared(draft.targets, d.targets if is_owed else d.actors)
    ]
    named = [d for d in theirs if d.action in (*draft.pointers.named, *draft.pointers.caused_by)]
    deeds = [d for d in theirs if draft.pointers.is_act and _is_deed(d, readings)]
    return [(ANSWERS, found) for found in (named or deeds)[-1:]]


def _followed(draft: Draft, told: Sequence[Draft], readings: Readings) -> Iterable[tuple[str, Draft]]:
    """The act that the reason names, by whom the draft is aimed at; of a mere response what they last did to it."""
    theirs = [d for d in told if _shared(draft.targets, d.actors) and not _shared(draft.actors, d.actors)]
    named = [d for d in theirs if d.action in draft.pointers.caused_by]
    deeds = [
        d for d in theirs if draft.pointers.responds and _is_deed(d, readings) and _shared(draft.actors, d.targets)
    ]
    return [(FOLLOWS, found) for found in (named or deeds)[-1:]]


def _is_deed(draft: Draft, readings: Readings) -> bool:
    """Whether "the move" or "the decision" can mean it: done or decided, no words, no meeting, nothing that stands."""
    is_other = readings.is_speech(draft.action) or readings.has_mode(draft.action) or readings.is_standing(draft.action)
    return not is_other and not readings.is_contingent(draft.status)


def _accusation(draft: Draft, told: Sequence[Draft], readings: Readings) -> Iterable[tuple[str, Draft]]:
    """The last accusation of who denies: named by the denial's object, or told in the same sentence or the one
    before."""
    accusing = [
        d
        for d in told
        if readings.is_accusation(d.action)
        and _shared(draft.actors, d.targets)
        and (not draft.targets or _shared(draft.targets, d.actors))
    ]
    near = [d for d in accusing if d.action in draft.pointers.named or _is_near(draft, d)]
    return [(DENIES, found) for found in near[-1:]]


def _is_near(draft: Draft, other: Draft) -> bool:
    here, there = draft.sentence, other.sentence
    return here.field == there.field and 0 <= here.sentence_no - there.sentence_no <= 1


def _shared(some: Iterable[Who], others: Iterable[Who]) -> bool:
    """Whether an actor stands on both sides, itself or as the state or body that somebody acts for."""
    return bool(_known(some) & _known(others))


def _known(side: Iterable[Who]) -> set[str]:
    return {key for who in side for key in (who.actor_id, who.state, who.part_of) if key}
