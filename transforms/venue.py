"""Where an act takes place: the place of the meeting, the visit or the mission, not the seat of who takes part."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.dates import MONTHS, WEEKDAYS
from transforms.naming import first_word, phrase_text
from transforms.syntax import SUBJECTS, children, clause_verb, conjuncts, preposition_objects

_MOTION = ("travel", "fly", "go", "head", "come", "arrive")


def venue_of(view: SentenceView, trigger: Token, objects: Iterable[Token], gathers: bool, settles: bool) -> str | None:
    """The place in the article's words, None where the clause names none.

    `gathers`: the sides come together (talks, a summit, a signature), so that "in Geneva" after the verb is where;
    `settles`: a mission is opened or closed, and its own place counts.
    """
    verb = clause_verb(trigger)
    nouns = [single for head in objects for single in conjuncts(head)]
    for place in (
        *(_fronted(view, verb) if verb.i == trigger.i else ()),
        *(_within(view, [trigger, *nouns]) if gathers or settles else ()),
        *(_within(view, _names(verb)) if gathers else ()),
        *_occasions(view, trigger),
        *(_visited(view, verb) if gathers else ()),
        *(_within(view, [verb]) if gathers and verb.i != trigger.i else ()),
    ):
        return _text(view, place)
    return None


def _fronted(view: SentenceView, verb: Token) -> list[Token]:
    """ "In London, the prime minister welcomed …"."""
    subjects = children(verb, *SUBJECTS)
    preps = [t for t in children(verb, "prep") if t.lower_ == "in" and all(t.i < s.i for s in subjects) and t.i == 0]
    return [noun for prep in preps for noun in children(prep, "pobj") if _is_place(view, noun)]


def _within(view: SentenceView, heads: Iterable[Token]) -> list[Token]:
    return [noun for head in heads for noun in preposition_objects(head, ("in", "at")) if _is_place(view, noun)]


def _names(verb: Token) -> list[Token]:
    """The names in a clause on which the parser may hang the place: "held talks with Mr Sarkozy in Paris"."""
    return [t for t in verb.subtree if t.pos_ == "PROPN" and t.i > verb.i]


def _occasions(view: SentenceView, trigger: Token) -> list[Token]:
    """ "at a summit in Caracas", "during a visit to Riga": the place of the occasion on which it was done or said."""
    found = []
    for verb in dict.fromkeys((trigger, clause_verb(trigger))):
        for occasion in preposition_objects(verb, ("at", "during", "after", "to", "for", "in")):
            if _is_meeting(view, occasion):
                found += [n for n in preposition_objects(occasion, ("in", "at", "to")) if _is_place(view, n)]
    return found


def _is_meeting(view: SentenceView, noun: Token) -> bool:
    lexicon = view.context.lexicon
    return any(lexicon.is_a(noun.lemma_.lower(), kind) for kind in ("meeting", "conference", "visit"))


def _visited(view: SentenceView, verb: Token) -> list[Token]:
    """ "visited Gaza", "flew to Kiev for talks"; a state that is visited is a side, not the place."""
    found = []
    for step in (verb, *(t for t in verb.ancestors if t.pos_ == "VERB")):
        if step.lemma_ == "visit":
            found += [t for t in children(step, "dobj") if _is_town(view, t)]
        if step.lemma_ in _MOTION:
            found += [t for t in preposition_objects(step, ("to",)) if _is_town(view, t)]
        if found or step.dep_ not in ("xcomp", "advcl", "conj"):
            break
    return found


def _is_place(view: SentenceView, noun: Token) -> bool:
    """A name that is no calendar word, body or person; or "the Nigerian capital"."""
    if noun.lower_ in ("capital", "city", "headquarters") and noun.pos_ == "NOUN":
        return any(view.span_at(t) for t in noun.lefts)
    if noun.pos_ != "PROPN" or noun.lower_ in (*MONTHS, *WEEKDAYS):
        return False
    actor = view.actor_at(noun)
    if actor is not None:
        return view.context.is_state(actor)
    return view.context.people.find(noun.text, False) is None


def _is_town(view: SentenceView, noun: Token) -> bool:
    actor = view.actor_at(noun)
    named = actor is not None and noun.text.casefold() in (view.context.gazetteer.name(actor) or "").casefold()
    return _is_place(view, noun) and not named


def _text(view: SentenceView, place: Token) -> str:
    apposed = [t for t in children(place, "appos") if t.pos_ == "PROPN"]
    if place.pos_ == "NOUN" and apposed:
        return phrase_text(view, apposed[0])
    return view.words(_first(place), place)


def _first(place: Token) -> Token:
    first = first_word(place)
    while first.lower_ in ("the", "a", "its", "their") and first.i < place.i:
        first = first.nbor()
    return first
