"""Which date phrase of a sentence dates which act, and what an act without one has: `before` or `unknown`."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.dates import When, find_dates
from transforms.syntax import clause_verb

_FAR = 40
# The verb that reports the act holds the phrase.
_REPORTED = 5
# From this distance on, another verb holds the phrase: it dates that act, not ours.
_ELSEWHERE = 20


def dated(view: SentenceView, trigger: Token, future: bool, contingent: bool) -> When:
    """The phrase that dates the act of `trigger`, else the bound that publication gives.

    `future`: the act lies ahead; `contingent`: it may never come (its phrases are deadlines, not dates).
    A phrase counts when it hangs in the trigger's clause or in the one that reports it, and no other verb is nearer.
    """
    published = view.context.day
    text = view.context.folded[view.sentence.start_char : view.sentence.end_char]
    near = [(_distance(view, trigger, when), when) for when in find_dates(text, published, future)]
    if future and any(distance == _REPORTED for distance, _ in near):
        # "announced on Monday that it would": the phrase is of the report, which lies behind even if the act does not.
        behind = {when.at: when for when in find_dates(text, published, False)}
        near = [(d, behind.get(when.at, when) if d == _REPORTED and not when.is_deadline else when) for d, when in near]
    # Who urges or threatens on Monday dates the urging: of an act that may never come it says nothing.
    limit = _REPORTED if contingent else _ELSEWHERE
    usable = [pair for pair in near if pair[0] < limit and not (pair[1].is_deadline and not future)]
    if usable:
        return _bounded(min(usable, key=lambda pair: (pair[0], pair[1].at))[1], future)
    return _undated(published, future, contingent)


def deadline(view: SentenceView, trigger: Token, start: int, end: int) -> When | None:
    """The first limiting phrase in the sentence's characters [start, end): "by Sunday", "until 31 August"."""
    text = view.context.folded[view.sentence.start_char : view.sentence.end_char]
    limits = [w for w in find_dates(text, view.context.day, True) if start <= w.at < end]
    return next((w for w in limits if w.is_deadline), limits[0] if limits else None)


def _bounded(when: When, future: bool) -> When:
    if when.lead in ("since",):
        return When(when.start, None, "after", when.text, f"since, {when.rule}", when.at, when.to, when.lead)
    if when.is_deadline and future:
        return When(None, when.end, "before", when.text, f"deadline, {when.rule}", when.at, when.to, when.lead)
    return when


def _undated(published: date, future: bool, contingent: bool) -> When:
    if contingent:
        return When(None, None, "unknown", "", "no date, contingent", 0, 0, "")
    if future:
        return When(published, None, "after", "", "no date, ahead", 0, 0, "")
    return When(None, published, "before", "", "no date, reported", 0, 0, "")


def _distance(view: SentenceView, trigger: Token, when: When) -> int:
    """How far a phrase is from the trigger: 0 in its own clause, 20 or more where another verb's holds it."""
    span = view.doc.char_span(when.at, when.to, alignment_mode="expand")
    if span is None:
        return _FAR
    anchor = span.root
    verb = clause_verb(trigger)
    holder = anchor.head if anchor.head.pos_ in ("VERB", "AUX", "NOUN") else anchor
    for step in (anchor, *anchor.ancestors):
        if step.i in (trigger.i, verb.i):
            return 0
        if step.pos_ in ("VERB", "AUX"):
            holder = step
            break
    if holder in list(verb.ancestors):
        return _REPORTED if not any(t.dep_ == "advcl" and t in list(verb.ancestors) for t in holder.children) else 20
    return 25 if holder.pos_ in ("VERB", "AUX") else min(_FAR - 1, abs(anchor.i - trigger.i))
