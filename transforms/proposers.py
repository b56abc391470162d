"""Who urges, drafts or asks for what another would do."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.readings import Readings
from transforms.naming import Who
from transforms.phrases import resolve
from transforms.syntax import children, logical_subjects, preposition_objects, raw_subjects
from transforms.triggers import Candidate


def proposers_of(
    view: SentenceView, candidate: Candidate, contingent: bool, sides: tuple[Who, ...], readings: Readings
) -> tuple[Who, ...]:
    """Who urges, drafts or asks for what another would do: the subject of a verb above the act that puts it forward.

    "Canada urges the EU to impose", "proposed by Canada", "Canada called for sanctions", "at Canada's request".
    """
    trigger, acting = candidate.trigger, {who.actor_id for who in sides}
    found: list[Who] = []
    if candidate.frame.status and candidate.frame.actor == ("sender",):
        found = resolve(view, raw_subjects(trigger))
    lexicon = view.context.lexicon
    for word in trigger.ancestors if contingent else ():
        governor = lexicon.verb_governor(word.text, word.lemma_) if word.pos_ in ("VERB", "AUX") else None
        if governor is not None and readings.puts_forward(governor.status):
            found = found or resolve(view, logical_subjects(word))
    found = found or _at_request(view, trigger)
    return tuple(w for w in found if w.actor_id not in acting)


def _at_request(view: SentenceView, trigger: Token) -> list[Who]:
    """ "at the request of 20 countries", "at Riyadh's request"."""
    for request in preposition_objects(trigger, ("at",)):
        if request.lemma_ in ("request", "behest", "urging"):
            return resolve(view, [*children(request, "poss"), *preposition_objects(request, ("of",))])
    return []
