"""Demands of frames about sanctions told as a list, a regime or aid: see `transforms.gates`."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.naming import Who
from transforms.syntax import children, preposition_objects
from transforms.triggers import Candidate


@dataclass(frozen=True)
class Filled:
    """A candidate with its roles."""

    view: SentenceView
    candidate: Candidate
    actors: list[Who]
    targets: list[Who]


def is_listed(filled: Filled) -> bool:
    """Whether the list is one of the sanctioned: its own words say so, or the article speaks of sanctions."""
    words = {t.lower_ for head in filled.candidate.objects for t in head.subtree}
    context = filled.view.context
    return any(context.lexicon.is_a(word, "designating") for word in words) or bool(
        context.lexicon.sanction_words.search(context.folded)
    )


def lists_in_person(filled: Filled) -> bool:
    """ "Washington listed the general in February", of an article that speaks of sanctions; no state is listed so."""
    context = filled.view.context
    in_person = all(not context.stands_for_itself(who.actor_id) for who in filled.targets)
    return in_person and context.lexicon.sanction_words.search(context.folded) is not None


def is_on_hold(filled: Filled) -> bool:
    """ "put its lending on hold", "put aid on ice"."""
    lexicon = filled.view.context.lexicon
    return any(lexicon.is_a(t.lower_, "standstill") for t in preposition_objects(filled.candidate.trigger, ("on",)))


def _lefts(filled: Filled) -> list[Token]:
    """What stands before the words that the frame is about."""
    return [left for head in (*filled.candidate.objects, filled.candidate.trigger) for left in head.lefts]


def is_more(filled: Filled) -> bool:
    """ "more penalties followed": what the frame is about is said to be new."""
    return any(filled.view.context.lexicon.is_a(left.lower_, "prospective") for left in _lefts(filled))


def stands(filled: Filled) -> bool:
    """Whether sanctions told as a noun are worth telling: both sides named, or one and something said of them."""
    if filled.actors and filled.targets:
        return True
    trigger = filled.candidate.trigger
    is_said = trigger.dep_ == "nsubj" and trigger.head.lemma_ == "be" and _is_in_force(filled, trigger.head)
    return is_said or (bool(filled.actors or filled.targets) and (is_prospective(filled) or _is_unreal(filled)))


def _is_in_force(filled: Filled, verb: Token) -> bool:
    """ "is still in force", "are under consideration"."""
    lexicon = filled.view.context.lexicon
    nouns = [noun for prep in children(verb, "prep") for noun in children(prep, "pobj")]
    said = {noun.lemma_ for noun in nouns} & {"force", "place", "effect"}
    return bool(said) or any((noun.lemma_, "noun") in lexicon.governors for noun in nouns)


def _is_unreal(filled: Filled) -> bool:
    """ "a proposal for sanctions against Iran", "the threat of an embargo"."""
    above = filled.candidate.trigger.head
    noun = above.head if above.pos_ == "ADP" else above
    return noun.pos_ == "NOUN" and (noun.lemma_, "noun") in filled.view.context.lexicon.governors


def is_of_sanctions(filled: Filled) -> bool:
    """ "called for a suspension", "a first relaxation": after the article has told of sanctions by name."""
    trigger, view = filled.candidate.trigger, filled.view
    if children(trigger, "prep", "compound", "poss") or not children(trigger, "det"):
        return False
    return bool(view.context.lexicon.sanction_words.search(view.context.folded, 0, view.offset(trigger)))


def is_prospective(filled: Filled) -> bool:
    """ "possible sanctions", "fresh sanctions": not a regime that stands."""
    return any(filled.view.context.lexicon.is_a(t.lower_, "prospective") for t in filled.candidate.trigger.lefts)
