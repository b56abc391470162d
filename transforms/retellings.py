"""Drafts of one act become one, and what a clause leaves out is taken from what the article has just told."""

from __future__ import annotations

from dataclasses import replace

from transforms.drafts import GUESSED, TOPIC, Draft, ids_of
from transforms.knowledge.lexicon import SANCTION_NOUN
from transforms.knowledge.readings import Readings
from transforms.links import tied, tied_within, told_together
from transforms.naming import Who

# An act told without a day is news: what is dated further back than this is an earlier one.
_FRESH_DAYS = 31
# How a target must be named to be carried from one paragraph of a release into the act told in another.
_GATHERED_RULES = ("person", "proper name", "name")


def merged(drafts: list[Draft], readings: Readings) -> list[Draft]:
    """One draft an act: the same action by the same actors on the same targets is told once, at its first sentence.

    A government's own release tells one act of sanction over several paragraphs: its targets are brought together. The
    title counts only for acts that the text does not tell. A standing regime told beside a fresh act on the same
    target is that act's background.
    """
    told = {(d.frame.type, d.action) for d in drafts if d.sentence.field == "text"}
    drafts = [d for d in drafts if d.sentence.field == "text" or not readings.is_standing(d.action)]
    kept: list[Draft] = []
    for draft in tied_within(drafts, readings):
        if draft.sentence.field == "title" and (draft.frame.type, draft.action) in told:
            continue
        whole = tied(_not_on_oneself(_completed(draft, kept, readings)), kept, readings)
        twin = next((i for i, known in enumerate(kept) if _same_act(known, whole, readings)), None)
        if twin is None:
            kept.append(whole)
        else:
            kept[twin] = _joined(kept[twin], whole)
    kept = [d for d in kept if not _is_background(d, kept, readings)]
    kept = [_dated_by_meeting(draft, kept[:number], readings) for number, draft in enumerate(kept)]
    return [
        d
        for d in kept
        if (d.actors and d.targets) or not (d.is_nobodys or (readings.needs_both(d.action) and not d.is_general))
    ]


def _completed(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    """What the clause leaves out and the article has just said.

    Who answers "the move" or "the decision" answers whoever last did something; sanctions told without their sender are
    those of the sender last named, if the targets agree.
    """
    if readings.is_answer(draft.action) and (fuller := _more_exactly(draft, before)):
        return replace(draft, targets=fuller)
    if draft.targets:
        return _taken_up(draft, before, readings)
    found = _left_out(draft, before, readings)
    return _taken_up(draft, before, readings) if found is None else replace(draft, targets=found)


def _left_out(draft: Draft, before: list[Draft], readings: Readings) -> tuple[Who, ...] | None:
    """The target that an answer, a call, an act on envoys, an apology or a denial leaves out; None for other acts."""
    own = ids_of(draft.actors)
    if draft.is_general:
        return ()
    if readings.is_answer(draft.action):
        answered = _answered(draft, before, readings)
        return answered.actors if answered else draft.guess or _addressee(draft, before) or _silent(draft, before)
    if readings.needs_both(draft.action) and readings.is_speech(draft.action):
        return _addressee(draft, before)
    if readings.is_about_envoys(draft.action):
        alike = [d for d in before if d.action == draft.action and d.targets and not ids_of(d.targets) & own]
        return alike[-1].targets if alike else ()
    if readings.is_owed(draft.action) and draft.proposers:
        return draft.proposers
    return _accusers(draft, before, readings) if readings.is_denial(draft.action) else None


def _silent(draft: Draft, before: list[Draft]) -> tuple[Who, ...]:
    """Whom the sentence before puts first, unless the article told what they did: that would be what is answered."""
    told = ids_of(*(d.actors for d in before))
    return () if told & ids_of(draft.spoken_before) else draft.spoken_before


def _accusers(draft: Draft, before: list[Draft], readings: Readings) -> tuple[Who, ...]:
    own = ids_of(draft.actors)
    accusers = [d.actors for d in before if readings.is_speech(d.action) and own & ids_of(d.targets)]
    return accusers[-1] if accusers else ()


def _more_exactly(draft: Draft, before: list[Draft]) -> tuple[Who, ...]:
    """Of "welcomed the UN vote", whoever voted, where the article told it: the organ, not the whole body."""
    named = [d.actors for d in before if d.action in draft.echoes and d.actors]
    whole = {who.actor_id for who in draft.targets}
    if not named or len(whole) != 1:
        return ()
    return named[-1] if all(who.part_of in whole for who in named[-1]) else ()


def _not_on_oneself(draft: Draft) -> Draft:
    """Nobody answers or addresses themselves."""
    own = ids_of(draft.actors)
    apart = tuple(who for who in draft.targets if who.actor_id not in own)
    return replace(draft, targets=apart) if len(apart) < len(draft.targets) else draft


def _taken_up(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    if draft.frame.type == readings.recognition_type:
        return _of_claimant(draft, before, readings)
    return _of_regime(draft, before) if readings.is_regime(draft.frame) else draft


def _of_claimant(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    """Recognition told without a claimant is that of the claimant told last, or of who last claimed to be one."""
    own = ids_of(draft.actors)
    alike = [d for d in before if d.frame.type == draft.frame.type]
    sides = [d.targets or _claiming(d, readings) for d in alike]
    told = [side for side in sides if side and not own & ids_of(side)]
    is_guess = draft.points_back or all(who.rule in GUESSED for who in draft.targets)
    if not is_guess or not draft.frame.target:
        return draft
    return replace(draft, targets=told[-1] if told else draft.targets or draft.spoken_before)


def _claiming(draft: Draft, readings: Readings) -> tuple[Who, ...]:
    """Who claims to be a state or to hold an office, by name."""
    named = not any(who.actor_id.startswith("OPEN:") for who in draft.actors)
    return draft.actors if named and readings.claims_in_person(draft.action) else ()


def _of_regime(draft: Draft, before: list[Draft]) -> Draft:
    """Sanctions told without a side are those that the article told last: of that sender, on that target.

    A regime as a whole lies on a state, whatever persons or firms were named on the way.
    """
    told = [d for d in before if d.frame.type == draft.frame.type]
    own = ids_of(draft.actors)
    if all(who.rule in GUESSED for who in draft.targets):
        lain = [d for d in told if d.targets and not own & ids_of(d.targets)]
        on_states = [d for d in lain if not any(":" in w.actor_id for w in d.targets)]
        draft = replace(draft, targets=(on_states or lain)[-1].targets) if lain else draft
    draft = draft if draft.actors else _sent(draft, told)
    return draft if draft.about or not draft.targets else replace(draft, about=_concerned(draft, told))


def _concerned(draft: Draft, told: list[Draft]) -> tuple[Who, ...]:
    """The state that sanctions on persons or firms concern whose words name none: that of the sanctions told last."""
    if not all(who.actor_id.startswith("OPEN:") or who.rule == "person" for who in draft.targets):
        return ()
    own = ids_of(draft.actors)
    states = [d.about or tuple(w for w in d.targets if ":" not in w.actor_id) for d in told]
    apart = [side for side in states if side and not own & ids_of(side)]
    return tuple(replace(who, rule="state concerned") for who in apart[-1]) if apart else ()


def _sent(draft: Draft, told: list[Draft]) -> Draft:
    """Sanctions told without a sender are those of whoever last acted on the same target, or on others of its state."""
    same, whole = ids_of(draft.targets), ids_of(draft.targets, draft.about)
    sent = [d for d in told if d.actors and (same & ids_of(d.targets) or not same)]
    sent = sent or [d for d in told if d.actors and whole & ids_of(d.targets, d.about)]
    return replace(draft, actors=sent[-1].actors) if sent else draft


def _answered(draft: Draft, before: list[Draft], readings: Readings) -> Draft | None:
    """The earlier act by somebody else that a draft answers: the last that its object names, else, where the sentence
    names no other side, the last deed."""
    own = ids_of(draft.actors)
    others = [d for d in before if d.actors and not own & {i for w in d.actors for i in (w.actor_id, w.state)}]
    named = [d for d in others if d.action in draft.echoes]
    if named:
        # "the resolution" is that of the body which adopted it, whoever voted against.
        of_bodies = [d for d in named if d.is_bodys]
        if readings.is_voting(named[-1].action) and not of_bodies:
            of_bodies = [d for d in others if d.is_bodys and not readings.is_speech(d.action)]
        return (of_bodies or named)[-1]
    if any(who.rule != TOPIC for who in draft.guess):
        return None
    return next((d for d in reversed(others) if not readings.is_speech(d.action)), None)


def _addressee(draft: Draft, before: list[Draft]) -> tuple[Who, ...]:
    """To whom somebody speaks on: whom they last acted on, or who last acted on them."""
    own = ids_of(draft.actors)
    for earlier in reversed(before):
        if own & ids_of(earlier.actors) and earlier.targets and not own & ids_of(earlier.targets):
            return earlier.targets
        if own & ids_of(earlier.targets) and earlier.actors and not own & ids_of(earlier.actors):
            return earlier.actors
    return ()


def _dated_by_meeting(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    """A release on a meeting or a journey tells of one occasion: what was said and who else is met has its day."""
    if draft.when.text or not draft.is_own_release or readings.is_standing(draft.action):
        return draft
    if not (readings.is_speech(draft.action) or readings.is_symmetric(draft.action)):
        return draft
    group = readings.group(draft.status)
    met = [
        d.when
        for d in before
        if d.is_own_release and d.when.text and readings.is_symmetric(d.action) and readings.group(d.status) == group
    ]
    return replace(draft, when=replace(met[-1], rule=f"the meeting's, {met[-1].rule}")) if met else draft


def _joined(known: Draft, later: Draft) -> Draft:
    """The first telling, with the day and the targets that only the later one gives."""
    is_fuller = len(later.targets) > len(known.targets) or len(later.actors) > len(known.actors)
    if len(later.targets) == len(known.targets) and len(later.actors) == len(known.actors):
        is_fuller = _is_aside(known) and not _is_aside(later) and later.sentence.field == known.sentence.field
    fuller, other = (later, known) if is_fuller else (known, later)
    named = {who.actor_id for who in fuller.targets}
    added = (who for who in other.targets if who.actor_id not in named and who.rule in _GATHERED_RULES)
    is_news = other.when.start is None or (fuller.published - other.when.start).days <= _FRESH_DAYS
    dates_it = not fuller.when.text and other.when.text and fuller.status == other.status and is_news
    whole = replace(fuller, targets=(*fuller.targets, *added), when=other.when if dates_it else fuller.when)
    return told_together(whole, known, later)


def _is_background(draft: Draft, kept: list[Draft], readings: Readings) -> bool:
    if not readings.is_standing(draft.action):
        return False
    if draft.frame.lemma != SANCTION_NOUN:
        return False
    fresh = (d for d in kept if d.frame.type == draft.frame.type and not readings.is_standing(d.action))
    same = {w.actor_id for w in draft.targets}
    return any(d.sentence == draft.sentence and same & {w.actor_id for w in d.targets} for d in fresh)


def _same_act(known: Draft, draft: Draft, readings: Readings) -> bool:
    if (known.frame.type, known.action) != (draft.frame.type, draft.action):
        return False
    if _on_other_days(known, draft):
        return False
    if readings.is_symmetric(draft.action):
        return ids_of(known.actors, known.targets) == ids_of(draft.actors, draft.targets)
    if not _are_told_again(known, draft, readings):
        return False
    if ids_of(known.targets) == ids_of(draft.targets):
        return True
    same_group = readings.group(known.status) == readings.group(draft.status)
    return same_group and readings.is_gathered(draft.action) and draft.is_own_release and known.is_own_release


def _on_other_days(known: Draft, draft: Draft) -> bool:
    """Whether the text gives both acts days, and none that they share: "in 2019 it extended them, again in 2020"."""
    one, other = known.when, draft.when
    if known.status != draft.status or not (one.text and other.text):
        return False
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start > other.end or other.start > one.end


def _is_aside(draft: Draft) -> bool:
    """Whether a sentence tells an act only in passing: "after speaking to him"."""
    return draft.trigger_dep == "pcomp"


def _are_told_again(known: Draft, draft: Draft, readings: Readings) -> bool:
    """Whether a draft's actors are those of a known one, or some of them ("Russia and China" after "Russia, China and
    Turkey back …")."""
    told, again = ids_of(known.actors), ids_of(draft.actors)
    same_group = readings.group(known.status) == readings.group(draft.status)
    smaller = min(told, again, key=len)
    return told == again or (len(smaller) > 1 and same_group and (told > again or again > told))
