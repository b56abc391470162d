"""A candidate with its roles, status, date and evidence becomes a draft claim; drafts of one act become one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.attribution import Attribution, attribute
from transforms.condition import Clause, condition_of
from transforms.dates import When
from transforms.details import (
    Count,
    about_of,
    counts_of,
    is_domestic,
    measures_of,
    mode_of,
    office_of,
)
from transforms.gates import Filled, passes
from transforms.knowledge.gazetteer import Span
from transforms.knowledge.lexicon import SANCTION_NOUN, Frame
from transforms.knowledge.readings import Readings
from transforms.naming import Who
from transforms.phrases import resolve, speaks_for_states
from transforms.placing import Outlook
from transforms.proposers import proposers_of
from transforms.reason import reason_of
from transforms.records import Sentence
from transforms.roles import fill
from transforms.status import Verdict, judge
from transforms.syntax import SUBJECTS, children, clause_verb, logical_subjects, raw_subjects, subjects_beside
from transforms.timing import after_deadline, dated
from transforms.triggers import Candidate, candidates_at, left_over, takes_up_claimant
from transforms.venue import venue_of

# Gates of frames whose clause tells what is called for.
_CALLS = ("must_clause", "wants_clause", "subjunctive")
_DECLINES = "declines"
_ECHO = "echo:"
_PLACE = re.compile(r"(?:\b[Ii]n|\b[Aa]t|\bvisiting) $")
# An act told without a day is news: what is dated further back than this is an earlier one.
_FRESH_DAYS = 31
# How a target stands in a draft that its own clause doesn't name.
_INFERRED = ("counterpart", "pronoun", "nominal")
# How a target must be named to be carried from one paragraph of a release into the act told in another.
_GATHERED_RULES = ("person", "proper name", "name")


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


def drafts_of(view: SentenceView, readings: Readings) -> list[Draft]:
    """The drafts of one sentence in text order; a speech act that only carries another draft is left out."""
    drafts = []
    taken: set[int] = set()
    if view.context.is_vetoed(view.sentence) or view.doc.text.rstrip("\"' )").endswith("?"):
        return []
    for token in sorted(view.doc, key=lambda t: (t.pos_ == "NOUN", t.i)):
        for candidate in candidates_at(view, token) if token.i not in taken else ():
            draft = _draft(view, candidate, readings)
            if draft:
                drafts.append(draft)
                taken |= {token.i, *(t.i for t in candidate.objects if t.pos_ == "NOUN" and candidate.names_class)}
                break
    drafts += [draft for c in left_over(view, taken) if (draft := _draft(view, c, readings))]
    drafts = _folded(drafts, view.context.lexicon.unspecified_measure)
    deeds = {d.governed_from for d in drafts if not readings.is_speech(d.frame.action) or readings.is_owed(d.action)}
    deeds |= {d.refused_from for d in drafts if not readings.is_speech(d.frame.action)}
    votes = {
        d.trigger_start
        for d in drafts
        if readings.is_carrier(d.frame.action) and not readings.is_speech(d.frame.action)
    }
    called_on = {w.actor_id for d in drafts if readings.is_called(d.status) for w in d.actors}
    return [
        d for d in drafts if not _is_carried(d, deeds, votes, readings) and not _is_spelt_out(d, called_on, readings)
    ]


def _is_spelt_out(draft: Draft, called_on: set[str], readings: Readings) -> bool:
    """ "said that the EU should impose sanctions": the call is the sanction's status, not an act of its own."""
    return draft.frame.gate in _CALLS and bool({w.actor_id for w in draft.targets} & called_on)


def _folded(drafts: list[Draft], unspecified: str) -> list[Draft]:
    """Clauses that only describe another act of their sentence go into it.

    Of "lifted the sanctions that it imposed in 1990" the imposing tells on whom; of "imposed sanctions, freezing
    assets" the freezing tells how.
    """
    inner = [_main_act(number, drafts) for number in range(len(drafts))]
    kept = []
    for number, draft in enumerate(drafts):
        whole = draft
        for other in (d for d, main in zip(drafts, inner, strict=True) if main == number):
            whole = _with_details(whole, other, unspecified)
        if inner[number] is None:
            kept.append(whole)
    return kept


def _main_act(number: int, drafts: list[Draft]) -> int | None:
    """The number of the act of the same type whose object or manner the draft `number` describes."""
    draft = drafts[number]
    others = [(n, d) for n, d in enumerate(drafts) if n != number and d.frame.type == draft.frame.type]
    described = (n for n, d in others if draft.describes in d.objects_at)
    detailed = (n for n, d in others if draft.details == d.trigger_start)
    joined = (n for n, d in others if draft.joined_to == d.trigger_start and _is_one_act(d, draft))
    return next(iter((*described, *detailed, *joined)), None)


def _is_one_act(first: Draft, second: Draft) -> bool:
    """ "barred him from travelling and froze his assets": one act, unless the second names another target."""
    same = (first.action, first.status, _ids(first.actors)) == (second.action, second.status, _ids(second.actors))
    return same and (second.is_aimed_alike or set(_ids(second.targets)) <= set(_ids(first.targets)))


def _with_details(main: Draft, inner: Draft, unspecified: str) -> Draft:
    is_guess = all(who.rule == "counterpart" for who in main.targets)
    own = set(_ids(main.actors))
    targets = tuple(w for w in inner.targets if w.actor_id not in own)
    is_told = inner.details is not None or inner.joined_to is not None
    named = {*main.measures, *(inner.measures if is_told else ())}
    measures = tuple(sorted(named - {unspecified} or named))
    return replace(main, targets=(targets or main.targets) if is_guess else main.targets, measures=measures)


def _is_carried(draft: Draft, deeds: set[int | None], votes: set[int], readings: Readings) -> bool:
    """A call, threat or vote for an act of ours is that act's status; what a vote condemns is the vote's."""
    if readings.is_speech(draft.frame.action) and draft.governed_from in votes:
        return True
    return readings.is_carrier(draft.frame.action) and draft.trigger_start in deeds


def _draft(view: SentenceView, candidate: Candidate, readings: Readings) -> Draft | None:
    frame = candidate.frame
    verdict = judge(view, candidate.trigger)
    personal = readings.names_persons(frame.type)
    every = readings.is_symmetric(frame.action) and not frame.target
    actors = fill(view, candidate, frame.actor, readings.claims_in_person(frame.action), every)
    if not actors and view.context.speaker and readings.is_publishers(frame.action):
        actors = [_publisher(view, candidate)]
    targets = [
        w
        for w in fill(view, candidate, frame.target, personal, False)
        if w.actor_id not in {a.actor_id for a in actors}
    ]
    guess = [] if targets or not readings.has_counterpart(frame) else _counterpart(view, candidate, actors, readings)
    if frame.object == "actor" or not readings.is_answer(frame.action):
        targets, guess = targets or guess, []
    points_back = frame.type == readings.recognition_type and takes_up_claimant(view, candidate)
    if not (points_back and actors) and not passes(Filled(view, candidate, actors, targets)):
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
    condition = condition_of(view, trigger, when.day or view.context.day)
    venue = venue_of(view, trigger, candidate.objects, gathers, readings.settles(frame.action))
    usual_mode = readings.mode_at_a_place if venue else None
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
        reason=reason_of(view, trigger, candidate.objects, readings.has_reason(frame.action)),
        attribution=attribute(view, trigger),
        when=replace(when, at=view.base + when.at, to=view.base + when.to),
        sentence=view.sentence,
        about=about_of(view, sides) if readings.names_persons(frame.type) else (),
        scope=readings.scope(is_domestic(view, actors, raw_subjects(trigger))) if is_measured else None,
        echoes=_echoes(view, candidate),
        is_unplaced=is_measured and not _is_placed(view, actors, targets),
        objects_at=frozenset(view.offset(t) for t in candidate.objects),
        describes=view.offset(trigger.head) if trigger.dep_ in ("acl", "relcl") else None,
        details=_detailed(view, trigger) if is_measured else None,
        joined_to=_joined_to(view, trigger) if is_measured else None,
        is_aimed_alike=all(w.rule in _INFERRED for w in targets) or _has_pronoun(candidate),
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


def _joined_to(view: SentenceView, trigger: Token) -> int | None:
    """Where the first verb lies of a series with one subject, of which `trigger` is a later one."""
    first = trigger
    while first.dep_ == "conj" and first.head.pos_ == "VERB" and not children(first, *SUBJECTS):
        first = first.head
    return view.offset(first) if first.i != trigger.i else None


def _has_pronoun(candidate: Candidate) -> bool:
    """Whether what is acted on belongs to somebody named before: "their assets"."""
    return any(t.pos_ == "PRON" for head in candidate.objects for t in children(head, "poss"))


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


def _counterpart(view: SentenceView, candidate: Candidate, actors: list[Who], readings: Readings) -> list[Who]:
    """The other side where the clause leaves it out ("if the United Nations imposes sanctions"): the only other state
    that the sentence names, else the only other that the article names; nobody where there are two.

    Who does the same beside it ("…, and Germany suspended aid") is no other side.
    """
    context = view.context
    action = candidate.frame.action
    is_claim = candidate.frame.type == readings.recognition_type
    sentence_only = is_claim or readings.is_standing(action) or readings.is_speech(action)
    doing = {who.actor_id for who in resolve(view, subjects_beside(candidate.trigger))}
    own = {context.speaker, *(who.actor_id for who in actors)}
    beside = context.spans_within(view.sentence.start_char, view.sentence.end_char)
    for spans, known in ((beside, own),) if sentence_only else ((beside, own), (context.spans, own | doing)):
        named = [s for s in spans if len(s.actor_ids) == 1 and context.is_state(s.actor_ids[0])]
        if readings.is_speech(action) or candidate.frame.type == readings.measured_type:
            named = [s for s in named if not _is_place(view, s)]
        states = {s.actor_ids[0]: s for s in named}
        others = [actor for actor in states if actor not in known]
        if len(others) == 1 and others[0] not in doing:
            span = states[others[0]]
            return [Who(others[0], context.text[span.start : span.end], span.start, span.end, "counterpart")]
        if len(others) > 1:
            return []
    return []


def _echoes(view: SentenceView, candidate: Candidate) -> tuple[str, ...]:
    """The actions that the object's nouns name again: "the vote", "the expulsions", "the offer"."""
    classes = view.context.lexicon.word_classes
    kinds = (kind for head in candidate.objects for kind in classes.get(head.lemma_.lower(), ()))
    return tuple(sorted(kind.removeprefix(_ECHO) for kind in kinds if kind.startswith(_ECHO)))


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
        known[w.actor_id].state or w.actor_id if w.actor_id in known else w.state or w.actor_id
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


def merged(drafts: list[Draft], readings: Readings) -> list[Draft]:
    """One draft an act: the same action by the same actors on the same targets is told once, at its first sentence.

    A government's own release tells one act of sanction over several paragraphs: its targets are brought together. The
    title counts only for acts that the text does not tell. A standing regime told beside a fresh act on the same
    target is that act's background.
    """
    told = {(d.frame.type, d.action) for d in drafts if d.sentence.field == "text"}
    drafts = [d for d in drafts if d.sentence.field == "text" or not readings.is_standing(d.action)]
    kept: list[Draft] = []
    for draft in drafts:
        if draft.sentence.field == "title" and (draft.frame.type, draft.action) in told:
            continue
        whole = _not_on_oneself(_completed(draft, kept, readings))
        twin = next((i for i, known in enumerate(kept) if _same_act(known, whole, readings)), None)
        if twin is None:
            kept.append(whole)
        else:
            kept[twin] = _joined(kept[twin], whole)
    kept = [d for d in kept if not _is_background(d, kept, readings)]
    kept = [_dated_by_meeting(draft, kept[:number], readings) for number, draft in enumerate(kept)]
    return [d for d in kept if (d.actors and d.targets) or not (d.is_nobodys or readings.needs_both(d.action))]


def _completed(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    """What the clause leaves out and the article has just said.

    Who answers "the move" or "the decision" answers whoever last did something; sanctions told without their sender are
    those of the sender last named, if the targets agree.
    """
    if not draft.targets and readings.is_answer(draft.action):
        answered = _answered(draft, before, readings)
        return replace(draft, targets=answered.actors if answered else draft.guess or _addressee(draft, before))
    if not draft.targets and readings.needs_both(draft.action) and readings.is_speech(draft.action):
        return replace(draft, targets=_addressee(draft, before))
    if not draft.targets and readings.is_about_envoys(draft.action):
        alike = [
            d
            for d in before
            if d.action == draft.action and d.targets and not set(_ids(d.targets)) & set(_ids(draft.actors))
        ]
        return replace(draft, targets=alike[-1].targets) if alike else draft
    if not draft.targets and readings.is_owed(draft.action) and draft.proposers:
        return replace(draft, targets=draft.proposers)
    if not draft.targets and readings.is_denial(draft.action):
        own = set(_ids(draft.actors))
        accusers = [d.actors for d in before if readings.is_speech(d.action) and own & set(_ids(d.targets))]
        return replace(draft, targets=accusers[-1]) if accusers else draft
    return _taken_up(draft, before, readings)


def _not_on_oneself(draft: Draft) -> Draft:
    """Nobody answers or addresses themselves."""
    own = set(_ids(draft.actors))
    apart = tuple(who for who in draft.targets if who.actor_id not in own)
    return replace(draft, targets=apart) if len(apart) < len(draft.targets) else draft


def _taken_up(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    if draft.frame.type == readings.recognition_type:
        return _of_claimant(draft, before)
    return _of_regime(draft, before) if readings.is_regime(draft.frame) else draft


def _of_claimant(draft: Draft, before: list[Draft]) -> Draft:
    """Recognition told without a claimant is that of the claimant told last."""
    own = set(_ids(draft.actors))
    told = [d for d in before if d.frame.type == draft.frame.type and d.targets and not own & set(_ids(d.targets))]
    is_guess = draft.points_back or all(who.rule == "counterpart" for who in draft.targets)
    return replace(draft, targets=told[-1].targets) if is_guess and told and draft.frame.target else draft


def _of_regime(draft: Draft, before: list[Draft]) -> Draft:
    """Sanctions told without a side are those that the article told last: of that sender, on that target.

    A regime as a whole lies on a state, whatever persons or firms were named on the way.
    """
    told = [d for d in before if d.frame.type == draft.frame.type]
    own = set(_ids(draft.actors))
    if all(who.rule == "counterpart" for who in draft.targets):
        lain = [d for d in told if d.targets and not own & set(_ids(d.targets))]
        on_states = [d for d in lain if not any(":" in w.actor_id for w in d.targets)]
        draft = replace(draft, targets=(on_states or lain)[-1].targets) if lain else draft
    if not draft.actors:
        same = set(_ids(draft.targets))
        sent = [d for d in told if d.actors and (same & set(_ids(d.targets)) or not same)]
        draft = replace(draft, actors=sent[-1].actors) if sent else draft
    return draft


def _answered(draft: Draft, before: list[Draft], readings: Readings) -> Draft | None:
    """The earlier act by somebody else that a draft answers: the last that its object names, else, where the sentence
    names no other side, the last deed."""
    own = set(_ids(draft.actors))
    others = [d for d in before if d.actors and not own & set(_ids(d.actors))]
    named = [d for d in others if d.action in draft.echoes]
    if named:
        return named[-1]
    return None if draft.guess else next((d for d in reversed(others) if not readings.is_speech(d.action)), None)


def _addressee(draft: Draft, before: list[Draft]) -> tuple[Who, ...]:
    """To whom somebody speaks on: whom they last acted on, or who last acted on them."""
    own = set(_ids(draft.actors))
    for earlier in reversed(before):
        if own & set(_ids(earlier.actors)) and earlier.targets and not own & set(_ids(earlier.targets)):
            return earlier.targets
        if own & set(_ids(earlier.targets)) and earlier.actors and not own & set(_ids(earlier.actors)):
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
    return replace(fuller, targets=(*fuller.targets, *added), when=other.when if dates_it else fuller.when)


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
    if readings.is_symmetric(draft.action):
        return _ids(known.actors, known.targets) == _ids(draft.actors, draft.targets)
    if not _are_told_again(known, draft, readings):
        return False
    if _ids(known.targets) == _ids(draft.targets):
        return True
    same_group = readings.group(known.status) == readings.group(draft.status)
    return same_group and readings.is_gathered(draft.action) and draft.is_own_release and known.is_own_release


def _is_aside(draft: Draft) -> bool:
    """Whether a sentence tells an act only in passing: "after speaking to him"."""
    return draft.trigger_dep == "pcomp"


def _are_told_again(known: Draft, draft: Draft, readings: Readings) -> bool:
    """Whether a draft's actors are those of a known one, or some of them ("Russia and China" after "Russia, China and
    Turkey back …")."""
    told, again = set(_ids(known.actors)), set(_ids(draft.actors))
    same_group = readings.group(known.status) == readings.group(draft.status)
    return told == again or (len(again) > 1 and same_group and (told > again or again > told))


def _ids(*sides: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(sorted({w.actor_id for side in sides for w in side}))
