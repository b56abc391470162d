"""Where an act takes place: the place of the meeting, the visit or the mission, not the seat of who takes part."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.dates import MONTHS, WEEKDAYS
from transforms.naming import first_word, phrase_text
from transforms.syntax import SUBJECTS, children, clause_verb, conjuncts, preposition_objects

_GATHERING = ("meeting", "gathering", "convening", "visiting")
_TOWNS = ("resort", "city", "town", "port", "village", "capital")
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
        *_by_the_way(view, verb),
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
    verbs = [trigger, clause_verb(trigger)]
    while verbs[-1].dep_ == "conj" and not children(verbs[-1], *SUBJECTS):
        verbs.append(verbs[-1].head)
    for verb in dict.fromkeys(verbs):
        for occasion in preposition_objects(verb, ("at", "during", "after", "to", "for", "in")):
            if _is_meeting(view, occasion):
                found += [n for n in preposition_objects(occasion, ("in", "at", "to")) if _is_place(view, n)]
    return found


def _by_the_way(view: SentenceView, verb: Token) -> list[Token]:
    """ "The ministers, meeting in Brussels, agreed …", "Mrs Merkel, visiting Estonia, called it …"."""
    hosts = [verb, *children(verb, *SUBJECTS)]
    asides = [t for host in hosts for t in children(host, "acl", "advcl") if t.lower_ in _GATHERING]
    places = [n for t in asides for n in (*preposition_objects(t, ("in", "at")), *children(t, "dobj"))]
    return [noun for noun in places if _is_place(view, noun)]


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
    if noun.pos_ == "NOUN" and noun.lower_ in _TOWNS and preposition_objects(noun, ("of",)):
        return any(_is_town(view, t) for t in preposition_objects(noun, ("of",)))
    if noun.lower_ in ("capital", "city", "headquarters") and noun.pos_ == "NOUN":
        return any(view.span_at(t) for t in noun.lefts)
    if noun.pos_ != "PROPN" or noun.lower_ in (*MONTHS, *WEEKDAYS):
        return False
    actor = view.actor_at(noun)
    if actor is not None:
        return view.context.is_state(actor) or _is_seat(view, noun)
    return view.context.people.find(noun.text, False) is None


def _is_town(view: SentenceView, noun: Token) -> bool:
    """A place that is no state: a state that is visited is a side."""
    return _is_place(view, noun) and (view.actor_at(noun) is None or _is_seat(view, noun))


def _is_seat(view: SentenceView, noun: Token) -> bool:
    """Whether `noun` is the place that stands for an actor ("Brussels", "Moscow"), not its name."""
    span = view.span_at(noun)
    return span is not None and span.kind in ("capital", "seat")


def _text(view: SentenceView, place: Token) -> str:
    apposed = [t for t in children(place, "appos") if t.pos_ == "PROPN"]
    of = [t for t in preposition_objects(place, ("of",)) if _is_town(view, t)]
    if place.lower_ in _TOWNS and of:
        return phrase_text(view, of[0])
    if place.pos_ == "NOUN" and apposed:
        return phrase_text(view, apposed[0])
    return view.words(_first(place), place)


def _first(place: Token) -> Token:
    first = first_word(place)
    while first.lower_ in ("the", "a", "its", "their") and first.i < place.i:
        first = first.nbor()
    return first
