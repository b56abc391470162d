"""Acts told by pointing back: "Portugal did the same", "Canada followed suit", "Norway took a similar step".

The act is the one told last before it, by another actor; its status is that of the pointing verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.assemble import outlook_of
from transforms.attribution import attribute
from transforms.drafts import Draft, Tie
from transforms.knowledge.lexicon import Lexicon
from transforms.knowledge.readings import Readings
from transforms.links import LIKEWISE
from transforms.naming import Who, speaks_for_states
from transforms.phrases import resolve
from transforms.pointers import NOTHING
from transforms.status import judge
from transforms.syntax import children, logical_subjects
from transforms.timing import dated
from transforms.venue import venue_of

# How far back, in characters, the act may stand that a sentence points to: about two sentences.
_REACH = 500


def echoes_of(view: SentenceView, before: Sequence[Draft], found: Sequence[Draft], readings: Readings) -> list[Draft]:
    """The acts of a sentence that point back: to `before`, the drafts of earlier sentences, or `found`, its own."""
    triggers = {draft.trigger_start for draft in found}
    made: list[Draft] = []
    for token in view.doc:
        if view.offset(token) in triggers or not _points_back(token, view.context.lexicon):
            continue
        if any(draft.details == view.offset(token) for draft in found):
            continue  # "Canada followed, easing its ban" tells the act itself
        source = _source(view, token, (*before, *found), readings)
        echo = _echo(view, token, source, readings) if source else None
        if echo:
            made.append(echo)
    return made


def _points_back(verb: Token, lexicon: Lexicon) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    objects = children(verb, "dobj")
    if verb.lemma_ == "do":
        words = {t.lower_ for t in children(verb, "advmod", "dobj")}
        return bool(words & {"so", "same", "likewise"})
    if verb.lemma_ == "follow":
        return not objects or any(t.lower_ == "suit" or t.pos_ == "PROPN" for t in objects)
    if verb.lemma_ == "take":
        return any(lexicon.is_a(t.lemma_, "step") and (_is_like(t) or _is_the(t)) for t in objects)
    return False


def _is_the(noun: Token) -> bool:
    """ "took the step", but not "took the step of recalling" nor "took the first step"."""
    return [t.lower_ for t in noun.lefts] == ["the"] and not list(noun.rights)


def _is_like(noun: Token) -> bool:
    return bool({t.lower_ for t in noun.lefts} & {"same", "similar"})


def _source(view: SentenceView, verb: Token, drafts: Iterable[Draft], readings: Readings) -> Draft | None:
    """The last act of a kind that others can repeat, told close before."""
    here = view.offset(verb)
    followed = {who.actor_id for who in resolve(view, [t for t in children(verb, "dobj") if t.pos_ == "PROPN"])}
    near = [
        d
        for d in drafts
        if d.sentence.field == view.sentence.field
        and here - _REACH < d.trigger_start < here
        and _can_recur(d, readings)
        and followed <= {who.actor_id for who in d.actors}
    ]
    return max(near, key=lambda d: d.trigger_start, default=None)


def _can_recur(draft: Draft, readings: Readings) -> bool:
    return not readings.is_speech(draft.action) and not readings.is_symmetric(draft.action) and bool(draft.actors)


def _echo(view: SentenceView, verb: Token, source: Draft, readings: Readings) -> Draft | None:
    told = {who.actor_id for who in source.actors}
    actors = [w for w in resolve(view, logical_subjects(verb)) if speaks_for_states(view, w) and w.actor_id not in told]
    if not actors:
        return None
    verdict = judge(view, verb)
    told_action = source.frame.action if verdict.negated else source.action
    action, status, rule = readings.outcome(replace(source.frame, action=told_action, status=""), verdict)
    own: set[str] = {who.actor_id for who in actors}
    targets: tuple[Who, ...] = tuple(who for who in source.targets if who.actor_id not in own)
    return replace(
        source,
        action=action,
        status=status,
        status_rule=f"as before, {rule}",
        actors=tuple(actors),
        targets=targets,
        proposers=(),
        condition=None,
        attribution=attribute(view, verb),
        when=dated(view, verb, outlook_of(action, status, readings)),
        venue=venue_of(view, verb, (), True, False),
        reason=None,
        counts=(),
        sentence=view.sentence,
        trigger_start=view.offset(verb),
        trigger_end=view.offset(verb) + len(verb.text),
        governed_from=view.offset(verdict.governor) if verdict.governor is not None else None,
        refused_from=None,
        objects_at=frozenset(),
        describes=None,
        details=None,
        is_own_release=False,
        pointers=NOTHING,
        ties=(Tie(LIKEWISE, source.place),),
    )
