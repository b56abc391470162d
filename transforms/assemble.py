"""A candidate with its roles, status, date and evidence becomes a draft claim; drafts of one act become one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.attribution import Attribution, attribute
from transforms.dates import When
from transforms.details import (
    Clause,
    Count,
    about_of,
    condition_of,
    counts_of,
    is_domestic,
    measures_of,
    office_of,
    venue_of,
)
from transforms.gates import Filled, passes
from transforms.knowledge.lexicon import Frame, Governor
from transforms.knowledge.readings import Readings
from transforms.naming import Who
from transforms.phrases import resolve, speaks_for_states
from transforms.records import Sentence
from transforms.roles import fill
from transforms.status import Verdict, judge
from transforms.syntax import logical_subjects, raw_subjects, subjects_beside
from transforms.timing import dated
from transforms.triggers import Candidate, candidates_at, left_over

# How a target must be named to be carried from one paragraph of a release into the act told in another.
_GATHERED_RULES = ("person", "proper name", "name")


@dataclass(frozen=True)
class Draft:
    """One act as one sentence tells it, before identifiers are given."""

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
    attribution: Attribution
    when: When
    sentence: Sentence
    trigger_start: int
    trigger_end: int
    governed_from: int | None
    scope: str | None = None
    office: str | None = None
    mode: str | None = None
    is_own_release: bool = False

    # Where the nouns lie that the act is done to, and where the one lies that its clause describes ("sanctions that …").
    objects_at: frozenset[int] = frozenset()
    describes: int | None = None
    # Whether the sentence names no state, body or person on either side: the article may have named one before.
    is_unplaced: bool = False

    @property
    def is_nobodys(self) -> bool:
        """Whether the article names nobody either."""
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
    drafts = [d for d in drafts if not _only_describes(d, drafts)]
    deeds = {d.governed_from for d in drafts if not readings.is_speech(d.frame.action)}
    votes = {
        d.trigger_start
        for d in drafts
        if readings.is_carrier(d.frame.action) and not readings.is_speech(d.frame.action)
    }
    return [d for d in drafts if not _is_carried(d, deeds, votes, readings)]


def _only_describes(draft: Draft, drafts: list[Draft]) -> bool:
    """Of "lifted the sanctions that it imposed in 1990", the imposing: what describes the object of another act."""
    return draft.describes is not None and any(
        d is not draft and d.frame.type == draft.frame.type and draft.describes in d.objects_at for d in drafts
    )


def _is_carried(draft: Draft, deeds: set[int | None], votes: set[int], readings: Readings) -> bool:
    """A call, threat or vote for an act of ours is that act's status; what a vote condemns is the vote's."""
    if readings.is_speech(draft.frame.action) and draft.governed_from in votes:
        return True
    return readings.is_carrier(draft.frame.action) and draft.trigger_start in deeds


def _draft(view: SentenceView, candidate: Candidate, readings: Readings) -> Draft | None:
    frame = candidate.frame
    verdict = judge(view, candidate.trigger)
    personal = readings.names_persons(frame.type)
    every = readings.is_symmetric(frame.action)
    actors = fill(view, candidate, frame.actor, readings.claims_in_person(frame.action), every)
    if not actors and view.context.speaker and readings.is_publishers(frame.action):
        actors = [_publisher(view, candidate)]
    targets = [
        w
        for w in fill(view, candidate, frame.target, personal, False)
        if w.actor_id not in {a.actor_id for a in actors}
    ]
    if not targets and readings.has_counterpart(frame):
        targets = _counterpart(view, candidate, actors, readings)
    if not passes(Filled(view, candidate, actors, targets)) or not _between_actors(
        view, frame, actors, targets, readings
    ):
        return None
    frame = _modified(view, candidate, readings)
    action, status, rule = readings.outcome(frame, verdict)
    if verdict.refuser is not None and frame.type == readings.measured_type:
        actors = resolve(view, logical_subjects(verdict.refuser)) or actors
    if not actors and verdict.governor is not None and readings.is_threat(status):
        apart = {w.actor_id for w in targets}
        actors = [w for w in resolve(view, raw_subjects(verdict.governor)) if w.actor_id not in apart]
    trigger = candidate.trigger
    is_measured = frame.type == readings.measured_type
    sides = (*actors, *targets)
    return Draft(
        frame=frame,
        action=action,
        status=status,
        status_rule=rule,
        actors=tuple(actors),
        targets=tuple(targets),
        proposers=_proposers(view, candidate, verdict, actors),
        measures=measures_of(view, trigger, candidate.objects, frame.measure) if is_measured else (),
        counts=counts_of(_counted(view, candidate, sides), view.context.lexicon),
        condition=condition_of(view, trigger),
        venue=venue_of(view, trigger) if every else None,
        attribution=attribute(view, trigger),
        when=dated(view, trigger, readings.lies_ahead(status), readings.is_contingent(status)),
        sentence=view.sentence,
        about=about_of(view, sides) if personal else (),
        scope=readings.scope(is_domestic(view, actors, raw_subjects(trigger))) if is_measured else None,
        office=office_of(view, candidate.objects, targets) if frame.type == readings.recognition_type else None,
        mode=frame.mode or None,
        is_unplaced=is_measured and not _is_placed(view, actors, targets),
        objects_at=frozenset(view.offset(t) for t in candidate.objects),
        describes=view.offset(trigger.head) if trigger.dep_ in ("acl", "relcl") else None,
        is_own_release=any(w.actor_id == view.context.speaker for w in actors),
        trigger_start=view.offset(trigger),
        trigger_end=view.offset(trigger) + len(trigger.text),
        governed_from=view.offset(verdict.governor) if verdict.governor is not None else None,
    )


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
    sentence_only = readings.is_standing(action) or readings.is_speech(action)
    doing = {who.actor_id for who in resolve(view, subjects_beside(candidate.trigger))}
    own = {context.speaker, *(who.actor_id for who in actors)}
    beside = context.spans_within(view.sentence.start_char, view.sentence.end_char)
    for spans, known in ((beside, own),) if sentence_only else ((beside, own), (context.spans, own | doing)):
        states = {s.actor_ids[0]: s for s in spans if len(s.actor_ids) == 1 and context.is_state(s.actor_ids[0])}
        others = [actor for actor in states if actor not in known]
        if len(others) == 1 and others[0] not in doing:
            span = states[others[0]]
            return [Who(others[0], context.text[span.start : span.end], span.start, span.end, "counterpart")]
        if len(others) > 1:
            return []
    return []


def _modified(view: SentenceView, candidate: Candidate, readings: Readings) -> Frame:
    """The frame with the action that a word beside it makes of it: "tougher sanctions", "partially lifts"."""
    frame, trigger = candidate.frame, candidate.trigger
    beside = [*trigger.children, *(t for head in candidate.objects for t in head.lefts)]
    for action, kind, turned in readings.modified:
        if action == frame.action and any(
            view.context.lexicon.is_a(t.lemma_, kind) or view.context.lexicon.is_a(t.lower_, kind) for t in beside
        ):
            return replace(frame, action=turned)
    return frame


def _counted(view: SentenceView, candidate: Candidate, sides: tuple[Who, ...]) -> list[Token]:
    """The nouns whose numbers belong to the act: its own, and those of whoever takes part."""
    ends = {who.end for who in sides}
    heads = [t for t in view.doc if view.offset(t) + len(t.text) in ends]
    return list(dict.fromkeys([candidate.trigger, *candidate.objects, *heads]))


def _proposers(view: SentenceView, candidate: Candidate, verdict: Verdict, actors: list[Who]) -> tuple[Who, ...]:
    """Who urges another to act: the subject of a governor whose object acts, or of "called for sanctions"."""
    acting = {who.actor_id for who in actors}
    if candidate.frame.status and candidate.frame.actor == ("sender",):
        return tuple(w for w in resolve(view, raw_subjects(candidate.trigger)) if w.actor_id not in acting)
    governing: Governor | None = verdict.governing
    if governing is None or verdict.governor is None or governing.control != "obj":
        return ()
    return tuple(w for w in resolve(view, raw_subjects(verdict.governor)) if w.actor_id not in acting)


def _between_actors(
    view: SentenceView, frame: Frame, actors: list[Who], targets: list[Who], readings: Readings
) -> bool:
    """Diplomacy is between international actors: one at least is known as such, and they are not all of one state."""
    if frame.type == readings.recognition_type:
        return True
    if frame.type == readings.between_type and is_domestic(view, actors, ()):
        return False
    known = view.context.gazetteer.actors
    sides = [
        known[w.actor_id].state or w.actor_id if w.actor_id in known else w.state or w.actor_id
        for w in (*actors, *targets)
    ]
    if frame.type == readings.measured_type:
        return frame.object == readings.measured_type or _is_placed(view, actors, targets)
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
        whole = _completed(draft, kept, readings)
        twin = next((i for i, known in enumerate(kept) if _same_act(known, whole, readings)), None)
        if twin is None:
            kept.append(whole)
        else:
            kept[twin] = _joined(kept[twin], whole)
    kept = [d for d in kept if not _is_background(d, kept, readings)]
    return [d for d in kept if (d.actors and d.targets) or not (d.is_nobodys or readings.needs_both(d.action))]


def _completed(draft: Draft, before: list[Draft], readings: Readings) -> Draft:
    """What the clause leaves out and the article has just said.

    Who answers "the move" or "the decision" answers whoever last did something; sanctions told without their sender are
    those of the sender last named, if the targets agree.
    """
    if not draft.targets and readings.is_answer(draft.action):
        own = set(_ids(draft.actors))
        deeds = [d for d in before if not readings.is_speech(d.action) and d.actors and not own & set(_ids(d.actors))]
        return replace(draft, targets=deeds[-1].actors) if deeds else draft
    if not draft.targets and readings.is_denial(draft.action):
        own = set(_ids(draft.actors))
        accusers = [d.actors for d in before if readings.is_speech(d.action) and own & set(_ids(d.targets))]
        return replace(draft, targets=accusers[-1]) if accusers else draft
    return _of_regime(draft, before) if draft.frame.object == readings.measured_type else draft


def _of_regime(draft: Draft, before: list[Draft]) -> Draft:
    """Sanctions told without a side are those that the article told last: of that sender, on that target."""
    told = [d for d in before if d.frame.type == draft.frame.type]
    own = set(_ids(draft.actors))
    if all(who.rule == "counterpart" for who in draft.targets):
        lain = [d for d in told if d.targets and not own & set(_ids(d.targets))]
        draft = replace(draft, targets=lain[-1].targets) if lain else draft
    if not draft.actors:
        same = set(_ids(draft.targets))
        sent = [d for d in told if d.actors and (same & set(_ids(d.targets)) or not same)]
        draft = replace(draft, actors=sent[-1].actors) if sent else draft
    return draft


def _joined(known: Draft, later: Draft) -> Draft:
    """The first telling, with the day and the targets that only the later one gives."""
    fuller, other = (later, known) if len(later.targets) > len(known.targets) else (known, later)
    named = {who.actor_id for who in fuller.targets}
    added = (who for who in other.targets if who.actor_id not in named and who.rule in _GATHERED_RULES)
    dates_it = not fuller.when.text and other.when.text and fuller.status == other.status
    return replace(fuller, targets=(*fuller.targets, *added), when=other.when if dates_it else fuller.when)


def _is_background(draft: Draft, kept: list[Draft], readings: Readings) -> bool:
    if not readings.is_standing(draft.action):
        return False
    fresh = (d for d in kept if d.frame.type == draft.frame.type and not readings.is_standing(d.action))
    same = {w.actor_id for w in draft.targets}
    return any(d.sentence == draft.sentence and same & {w.actor_id for w in d.targets} for d in fresh)


def _same_act(known: Draft, draft: Draft, readings: Readings) -> bool:
    if (known.frame.type, known.action) != (draft.frame.type, draft.action):
        return False
    if readings.is_symmetric(draft.action):
        return _ids(known.actors, known.targets) == _ids(draft.actors, draft.targets)
    if _ids(known.actors) != _ids(draft.actors):
        return False
    if _ids(known.targets) == _ids(draft.targets):
        return True
    same_group = readings.group(known.status) == readings.group(draft.status)
    return same_group and readings.is_gathered(draft.action) and draft.is_own_release and known.is_own_release


def _ids(*sides: tuple[Who, ...]) -> tuple[str, ...]:
    return tuple(sorted({w.actor_id for side in sides for w in side}))
