"""A candidate with its roles, status, date and evidence becomes a draft: the acts of one sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from transforms.alternatives import Telling, alternatives_of
from transforms.article_context import SentenceView
from transforms.attribution import attribute
from transforms.condition import condition_of
from transforms.details import (
    about_of,
    counts_of,
    is_domestic,
    measures_of,
    mode_of,
    office_of,
)
from transforms.drafts import COUNTERPART, GUESSED, TOPIC, Draft
from transforms.folding_clauses import folded
from transforms.gates import passes
from transforms.knowledge.gazetteer import Span
from transforms.knowledge.lexicon import Frame
from transforms.knowledge.readings import Readings
from transforms.naming import Who, speaks_for_states
from transforms.phrases import resolve
from transforms.placing import Outlook
from transforms.pointers import echoes, pointers_of
from transforms.proposers import proposers_of
from transforms.reason import reason_of
from transforms.regime_gates import Filled
from transforms.roles import fill
from transforms.status import Verdict, judge
from transforms.syntax import SUBJECTS, children, clause_verb, logical_subjects, raw_subjects, subjects_beside
from transforms.timing import after_deadline, dated
from transforms.triggers import Candidate, candidates_at, left_over, takes_up_claimant
from transforms.venue import venue_of

# Gates of frames whose clause tells what is called for.
_CALLS = ("must_clause", "wants_clause", "subjunctive")
_DECLINES = "declines"
# Gates that ask who the claimant is, which one told before has answered.
_MET_BEFORE = ("claimant", "both")
_PLACE = re.compile(r"(?:\b[Ii]n|\b[Aa]t|\bvisiting) $")
# Nouns that stand for what somebody did or said, and how far back, in characters, the article may have told it.
_TOLD_BEFORE = ("content", "deed", "told_act")
_BEFORE = 400
# How a target stands in a draft that its own clause doesn't name.
_INFERRED = (*GUESSED, "pronoun", "nominal")


def drafts_of(view: SentenceView, readings: Readings) -> list[Draft]:
    """The drafts of one sentence in text order; a speech act that only carries another draft is left out."""
    drafts = []
    taken: set[int] = set()
    if view.context.is_vetoed(view.sentence) or view.doc.text.rstrip("\"' )").endswith("?"):
        return []
    for token in sorted(view.doc, key=lambda t: (t.pos_ == "NOUN", t.i)):
        for candidate in candidates_at(view, token) if token.i not in taken else ():
            draft = _read(view, candidate, readings)
            if draft:
                drafts.append(draft)
                taken |= {token.i, *(t.i for t in candidate.objects if t.pos_ == "NOUN" and candidate.names_class)}
                break
    drafts += [draft for c in left_over(view, taken) if (draft := _read(view, c, readings))]
    drafts = folded(drafts, view.context.lexicon.unspecified_measure, readings.families["emptied"])
    deeds = {d.governed_from for d in drafts if not readings.is_speech(d.frame.action) or readings.is_owed(d.action)}
    deeds |= {d.refused_from for d in drafts if not readings.is_speech(d.frame.action)}
    votes = {
        d.trigger_start
        for d in drafts
        if readings.is_carrier(d.frame.action) and not readings.is_speech(d.frame.action)
    }
    called_on = {w.actor_id for d in drafts if readings.is_called(d.status) for w in d.actors}
    summons = {d.trigger_start for d in drafts if readings.is_about_envoys(d.action)}
    return [
        d
        for d in drafts
        if not _is_carried(d, deeds, votes, readings)
        and not _is_spelt_out(d, called_on, readings)
        and not (d.purpose_of in summons and readings.is_answer(d.action))
    ]


def _is_spelt_out(draft: Draft, called_on: set[str], readings: Readings) -> bool:
    """ "said that the EU should impose sanctions": the call is the sanction's status, not an act of its own."""
    return draft.frame.gate in _CALLS and bool({w.actor_id for w in draft.targets} & called_on)


def _is_carried(draft: Draft, deeds: set[int | None], votes: set[int], readings: Readings) -> bool:
    """A call, threat or vote for an act of ours is that act's status; what a vote condemns is the vote's."""
    if readings.is_speech(draft.frame.action) and draft.governed_from in votes:
        return True
    return readings.is_carrier(draft.frame.action) and draft.trigger_start in deeds


def _read(view: SentenceView, candidate: Candidate, readings: Readings) -> Draft | None:
    """The draft of a candidate, with what its words may mean beside what it takes them to."""
    draft = _draft(view, candidate, readings)
    if draft is None:
        return None
    told = Telling(view, candidate, draft, outlook_of(draft.action, draft.status, readings))
    return replace(draft, alternatives=alternatives_of(told, lambda v, c: _draft(v, c, readings), readings))


def _draft(view: SentenceView, candidate: Candidate, readings: Readings) -> Draft | None:
    frame = candidate.frame
    verdict = judge(view, candidate.trigger)
    personal = readings.names_persons(frame.type)
    every = readings.is_symmetric(frame.action) and not frame.target
    filled = fill(view, candidate, frame.actor, readings.claims_in_person(frame.action), every)
    actors = [who for who in filled if not view.context.is_treaty(who.actor_id)]
    if not actors and view.context.speaker and readings.is_publishers(frame.action):
        actors = [_publisher(view, candidate)]
    targets = [
        w
        for w in fill(view, candidate, frame.target, personal, False)
        if w.actor_id not in {a.actor_id for a in actors}
    ]
    may_guess = readings.has_counterpart(frame) and not _says_on_whom(candidate, readings)
    guess = [] if targets or not may_guess else _counterpart(view, candidate, actors, readings)
    if frame.object == "actor" or not readings.is_answer(frame.action):
        targets, guess = targets or guess, []
    points_back = frame.type == readings.recognition_type and takes_up_claimant(view, candidate)
    is_met = points_back and bool(actors) and frame.gate in _MET_BEFORE
    if not is_met and not passes(Filled(view, candidate, actors, targets)):
        return None
    if not _between_actors(view, frame, actors, targets, readings):
        return None
    if frame.gate == _DECLINES:
        # "does not accept" is a refusal that took place.
        verdict = replace(verdict, reading="done", negated=False)
    frame = _modified(view, candidate, readings)
    action, status, rule = readings.outcome(frame, verdict)
    if verdict.refuser is not None and frame.type == readings.measured_type:
        actors = resolve(view, logical_subjects(verdict.refuser)) or actors
    if not actors and verdict.governor is not None and readings.is_intended(status):
        actors = _intending(view, verdict.governor, targets)
    settled = Filled(view, replace(candidate, frame=frame), actors, targets)
    told = _told(settled, (action, status, rule), verdict, readings)
    needs_target = _needs_target(frame, readings, points_back)
    return replace(told, guess=tuple(guess), points_back=points_back, needs_target=needs_target)


def _told(filled: Filled, outcome: tuple[str, str, str], verdict: Verdict, readings: Readings) -> Draft:
    """The draft of an act whose sides and status are settled, with what else its sentence says of it."""
    view, candidate, actors, targets = filled.view, filled.candidate, filled.actors, filled.targets
    frame, trigger, (action, status, rule) = candidate.frame, candidate.trigger, outcome
    is_measured, is_recognition = frame.type == readings.measured_type, frame.type == readings.recognition_type
    gathers = readings.is_symmetric(frame.action)
    sides = (*actors, *targets)
    when = dated(view, trigger, outlook_of(action, status, readings))
    condition = condition_of(view, trigger, when.day)
    venue = venue_of(view, trigger, candidate.objects, gathers, readings.settles(frame.action))
    usual_mode = readings.mode_at_a_place if venue else None
    reason = reason_of(view, trigger, candidate.objects, readings.has_reason(frame.action))
    if condition and readings.is_contingent(status):
        when = after_deadline(when, condition.deadline)
    return Draft(
        frame=frame,
        action=action,
        status=status,
        status_rule=rule,
        actors=tuple(actors),
        targets=tuple(targets),
        proposers=proposers_of(view, candidate, readings.is_contingent(status), sides, readings),
        measures=measures_of(view, trigger, candidate.objects, frame.measure) if is_measured else (),
        counts=counts_of(view, _counted(view, candidate, sides)),
        condition=condition,
        venue=venue,
        reason=reason,
        attribution=attribute(view, trigger),
        when=when,
        sentence=view.sentence,
        about=about_of(view, sides) if readings.names_persons(frame.type) else (),
        scope=readings.scope(is_domestic(view, actors, raw_subjects(trigger))) if is_measured else None,
        echoes=echoes(view, candidate.objects),
        pointers=pointers_of(view, candidate, reason),
        is_unplaced=is_measured and not _is_placed(view, actors, targets),
        objects_at=frozenset(view.offset(t) for t in candidate.objects),
        describes=view.offset(trigger.head) if trigger.dep_ in ("acl", "relcl") else None,
        details=_detailed(view, trigger) if is_measured else None,
        joined_to=_joined_to(view, trigger) if is_measured or readings.is_about_envoys(action) else None,
        is_bodys=any(view.context.is_body(who.actor_id) for who in actors),
        is_general=readings.may_be_general(action) and bool(candidate.objects) and all(map(_is_any, candidate.objects)),
        spoken_before=_spoken_before(view, candidate, actors),
        purpose_of=_purpose_of(view, trigger),
        is_of_staff=any(view.context.lexicon.is_a(t.lemma_, "mission_staff") for t in candidate.objects),
        is_aimed_alike=all(w.rule in _INFERRED for w in targets) or candidate.has_owner,
        office=office_of(view, trigger, candidate.objects, targets) if is_recognition else None,
        mode=mode_of(view, trigger, frame.mode, usual_mode) if readings.has_mode(frame.action) else None,
        is_own_release=any(w.actor_id == view.context.speaker for w in actors),
        trigger_pos=trigger.pos_,
        trigger_dep=trigger.dep_,
        trigger_start=view.offset(trigger),
        trigger_end=view.offset(trigger) + len(trigger.text),
        governed_from=view.offset(verdict.governor) if verdict.governor is not None else None,
        refused_from=view.offset(verdict.refuser) if verdict.refuser is not None else None,
        published=view.context.day,
    )


def _needs_target(frame: Frame, readings: Readings, points_back: bool) -> bool:
    """Whether an act told without its target is dropped unless the article has named the target before."""
    if frame.type == readings.recognition_type:
        return points_back or readings.has_counterpart(frame)
    return readings.is_regime(frame) and frame.object != readings.measured_type


def outlook_of(action: str, status: str, readings: Readings) -> Outlook:
    """Where in time an act with this status lies."""
    return Outlook(readings.lies_ahead(status), readings.is_contingent(status), readings.is_standing(action))


def _detailed(view: SentenceView, trigger: Token) -> int | None:
    """Where the verb lies whose manner a participle clause tells, itself or through the one it is coordinated with."""
    clause = trigger.head if trigger.dep_ == "conj" and trigger.head.dep_ == "advcl" else trigger
    is_manner = (
        clause.dep_ == "advcl" and clause.tag_ == trigger.tag_ == "VBG" and not children(clause, "mark", "nsubj")
    )
    return view.offset(clause.head) if is_manner else None


def _purpose_of(view: SentenceView, trigger: Token) -> int | None:
    """Of "summoned the ambassador to protest at" and "protest" where "summoned" lies: why it was done."""
    is_purpose = trigger.dep_ in ("xcomp", "advcl") and any(t.tag_ == "TO" for t in children(trigger, "aux"))
    return view.offset(trigger.head) if is_purpose else None


def _joined_to(view: SentenceView, trigger: Token) -> int | None:
    """Where the first verb lies of a series with one subject, of which `trigger` is a later one."""
    first = trigger
    while first.dep_ == "conj" and first.head.pos_ == "VERB" and not children(first, *SUBJECTS):
        first = first.head
    return view.offset(first) if first.i != trigger.i else None


def _intending(view: SentenceView, governor: Token, targets: list[Who]) -> list[Who]:
    """Who threatens or proposes the act where nobody else is named: "Japan circulates a draft that threatens …"."""
    apart = {who.actor_id for who in targets}
    for verb in (t for t in (governor, *governor.ancestors) if t.pos_ == "VERB"):
        heads = raw_subjects(verb) if verb.i == governor.i else logical_subjects(verb)
        papers = [t.head for t in heads if view.context.lexicon.is_a(t.lemma_, "paper")]
        heads = [*heads, *(subject for above in papers for subject in logical_subjects(clause_verb(above)))]
        found = [who for who in resolve(view, heads) if who.actor_id not in apart]
        if found:
            return found
    return []


def _publisher(view: SentenceView, candidate: Candidate) -> Who:
    """A government's own release that names no actor for its act ("was designated today") speaks of its own act."""
    at = view.offset(candidate.trigger)
    return Who(view.context.speaker or "", view.context.speaker or "", at, at, "publisher")


def _says_on_whom(candidate: Candidate, readings: Readings) -> bool:
    """Whether sanctions say on whom they lie, known to us or not: "lifts sanctions on general who broke with X"."""
    if candidate.frame.type != readings.measured_type:
        return False
    on = [prep for noun in candidate.objects for prep in children(noun, "prep") if prep.lower_ in ("on", "against")]
    return any(t.pos_ in ("ADJ", "NOUN") and not children(t, "det") for prep in on for t in prep.children)


def _counterpart(view: SentenceView, candidate: Candidate, actors: list[Who], readings: Readings) -> list[Who]:
    """The other side where the clause leaves it out ("if the United Nations imposes sanctions"): the only other state
    that the sentence names, else the only other that the article names; nobody where there are two.

    Who does the same beside it ("…, and Germany suspended aid") is no other side, nor is who only describes who acts
    ("the group, a body that includes Canada, opposed …").
    """
    context = view.context
    action = candidate.frame.action
    frame = candidate.frame
    is_aid = readings.is_regime(frame) and frame.object != readings.measured_type
    is_near = is_aid or frame.type == readings.recognition_type
    sentence_only = is_near or readings.is_standing(action) or readings.is_speech(action)
    doing = {who.actor_id for who in resolve(view, subjects_beside(candidate.trigger))}
    own = {context.speaker, *(who.actor_id for who in actors), *_describing(view, candidate.trigger)}
    beside = context.spans_within(view.sentence.start_char, view.sentence.end_char)
    for spans, known in ((beside, own),) if sentence_only else ((beside, own), (context.spans, own | doing)):
        named = [s for s in spans if len(s.actor_ids) == 1 and context.is_state(s.actor_ids[0])]
        if readings.is_speech(action) or candidate.frame.type == readings.measured_type:
            named = [s for s in named if not _is_place(view, s)]
        states = {s.actor_ids[0]: s for s in named}
        others = [actor for actor in states if actor not in known]
        if len(others) == 1 and others[0] not in doing:
            span = states[others[0]]
            return [Who(others[0], context.text[span.start : span.end], span.start, span.end, COUNTERPART)]
        if len(others) > 1:
            break
    topic = None if is_near else context.topic_state
    if topic and topic.actor_ids[0] not in own | doing:
        name = context.text[topic.start : topic.end]
        return [Who(topic.actor_ids[0], name, topic.start, topic.end, TOPIC)]
    return []


def _spoken_before(view: SentenceView, candidate: Candidate, actors: list[Who]) -> tuple[Who, ...]:
    """Of "Israel offers a truce. The Palestinians reject the offer" Israel, whom the sentence before puts first."""
    is_a = view.context.lexicon.is_a
    stands_in = [noun for noun in candidate.objects if any(is_a(noun.lemma_.lower(), kind) for kind in _TOLD_BEFORE)]
    bare = [noun for noun in stands_in if not children(noun, "prep", "poss", "relcl", "acl")]
    if not bare or not any(t.lower_ in ("the", "this", "that", "these", "those", "such") for t in bare[0].lefts):
        return ()
    span = view.context.state_before(view.base, bodies=True, apart={who.actor_id for who in actors})
    if span is None or view.base - span.start > _BEFORE:
        return ()
    return (Who(span.actor_ids[0], view.context.text[span.start : span.end], span.start, span.end, "told before"),)


def _is_any(noun: Token) -> bool:
    return any(t.lower_ in ("any", "every") for t in children(noun, "det"))


def _describing(view: SentenceView, trigger: Token) -> set[str]:
    """Who is named in an apposition to the subject."""
    apposed = [noun for subject in raw_subjects(trigger) for noun in children(subject, "appos")]
    return {actor for noun in apposed for token in noun.subtree if (actor := view.actor_at(token))}


def _is_place(view: SentenceView, span: Span) -> bool:
    """ "In Warsaw, …", "…, visiting Estonia": where somebody is, not whom they act on."""
    return bool(_PLACE.search(view.context.folded[max(0, span.start - 12) : span.start]))


def _modified(view: SentenceView, candidate: Candidate, readings: Readings) -> Frame:
    """The frame with the action that a word beside it makes of it: "tougher sanctions", "partially lifts"."""
    frame, trigger = candidate.frame, candidate.trigger
    beside = [*trigger.children, *(t for head in candidate.objects for t in head.lefts)]
    for action, kind, turned in readings.modified:
        if action == frame.action and any(
            view.context.lexicon.is_a(t.lemma_, kind) or view.context.lexicon.is_a(t.lower_, kind) for t in beside
        ):
            return replace(frame, action=turned, status="" if readings.is_standing(action) else frame.status)
    return frame


def _counted(view: SentenceView, candidate: Candidate, sides: tuple[Who, ...]) -> list[Token]:
    """The nouns whose numbers belong to the act: its own, and those of whoever takes part."""
    ends = {who.end for who in sides}
    heads = [t for t in view.doc if view.offset(t) + len(t.text) in ends]
    own = [candidate.trigger, *candidate.objects]
    alone = [
        t for t in view.doc if t.pos_ == "NUM" and t.dep_ in ("dobj", "pobj") and (t.head in own or t.head.head in own)
    ]
    return list(dict.fromkeys([*own, *alone, *heads]))


def _between_actors(
    view: SentenceView, frame: Frame, actors: list[Who], targets: list[Who], readings: Readings
) -> bool:
    """Diplomacy is between international actors: one at least is known as such, and they are not all of one state."""
    if frame.type == readings.recognition_type:
        return not targets or {w.actor_id for w in actors} != {w.state for w in targets}
    if frame.type == readings.between_type and is_domestic(view, actors, ()):
        return False
    known = view.context.gazetteer.actors
    sides = [
        known[w.actor_id].state or w.actor_id
        if w.actor_id in known and known[w.actor_id].kind != "territory"
        else w.state or w.actor_id
        for w in (*actors, *targets)
    ]
    if frame.type == readings.measured_type:
        return readings.is_regime(frame) or _is_placed(view, actors, targets)
    if len(sides) > 1 and len(set(sides)) == 1:
        return False
    if readings.is_speech(frame.action):
        return any(speaks_for_states(view, w) for w in actors) or not actors
    return any(w.actor_id in known for w in (*actors, *targets))


def _is_placed(view: SentenceView, actors: list[Who], targets: list[Who]) -> bool:
    """Whether a measure has a side that is known or named, not only an unnamed group of persons."""
    return any(speaks_for_states(view, w) or w.actor_id.startswith("NAME:") for w in (*actors, *targets))
