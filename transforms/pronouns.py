"""Whom "he", "it", "they" and "we" mean: the clause above, states last named in a row, whom the article put first.

What the pronoun points at within its sentence is found in `pointing`, what the article named before in `discourse`;
`resolve` turns words into actors and is handed in, since whoever reads a phrase may come upon a pronoun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.discourse import HE, SHE
from transforms.naming import Who, as_actor, at, speaks_for_states
from transforms.people import Person
from transforms.pointing import acting_words, first_of_kind, plural_before, sayers_above, speakers_of, subjects_above
from transforms.syntax import children

Resolve = Callable[[SentenceView, Iterable[Token], bool], list[Who]]
HE_WORDS = ("he", "she", "him", "her", "his")
_IT = ("it", "its", "itself", "they", "them", "their", "themselves", "both")
_THEY = ("they", "them", "their", "both")
_WE = ("we", "us", "our", "i", "my")
_OFFICES = ("office", "own office", "person")


def whom(view: SentenceView, token: Token, personal: bool, resolve: Resolve) -> Iterator[Who]:
    """Whom a pronoun means, the surest way first; nobody where none of them answers, or where the answer would need
    the pronoun itself ("his brother and he")."""
    if token.i in view.asked:
        return
    view.asked.add(token.i)
    try:
        yield from _meant(view, token, personal, resolve)
    finally:
        view.asked.discard(token.i)


def _meant(view: SentenceView, token: Token, personal: bool, resolve: Resolve) -> Iterator[Who]:
    word = token.lower_
    context = view.context
    joint = resolve(view, [t for t in children(token, "appos") if t.i > token.i], False) if word == "we" else []
    if joint:
        yield from joint
    elif word in _WE and (saying := resolve(view, speakers_of(view, token), False)):
        yield from saying
    elif word in _WE and (joint_issuers := context.joint_speakers):
        yield from (at(view, token, actor, "speaker", context.gazetteer.name(actor)) for actor in joint_issuers)
    elif word in _WE and context.speaker:
        yield Who(context.speaker, token.text, view.offset(token), view.offset(token) + len(token.text), "speaker")
    elif word == "them" and (plural := plural_before(view, token)) is not None:
        yield from resolve(view, [plural], personal)
    elif word in _IT:
        yield from _it(view, token, personal, resolve)
    elif word in HE_WORDS:
        yield from _person(view, token, personal, resolve)


def _it(view: SentenceView, token: Token, personal: bool, resolve: Resolve) -> Iterator[Who]:
    """ "it", "they", "its": the clause above, the states last named in a row, the sayer, else the party named last."""
    word, context = token.lower_, view.context
    mates = _clause_mate(view, token, resolve) if token.dep_ in ("nsubj", "poss") else []
    row = context.discourse.row_of_sentence_before(view.offset(token)) if word in _THEY else ()
    if mates and (len(mates) > 1 or not row):
        yield from mates
        return
    if row:
        yield from (at(view, token, state, "pronoun", context.gazetteer.name(state)) for state in row)
        return
    said_by = [who for who in resolve(view, sayers_above(view, token), False) if speaks_for_states(view, who)]
    if said_by:
        yield from said_by
        return
    claimant = context.claimant_before(view.offset(token)) if personal and token.dep_ in ("dobj", "nsubjpass") else None
    span = claimant or context.state_before(view.offset(token), bodies=True)
    if span:
        end = view.offset(token) + len(token.text)
        yield Who(span.actor_ids[0], token.text, view.offset(token), end, "pronoun")


def _clause_mate(view: SentenceView, token: Token, resolve: Resolve) -> list[Who]:
    """The likeliest "they" or "its" within a sentence: the named subject of the nearest clause above the pronoun's own.

    "The EU and the US say they will consider …": the EU and the US. "Italy closes its embassy": Italy.
    """
    for subjects in subjects_above(token):
        found = [w for w in resolve(view, subjects, False) if speaks_for_states(view, w)]
        if found:
            return found
    return []


def _person(view: SentenceView, token: Token, personal: bool, resolve: Resolve) -> Iterator[Who]:
    """ "he", "she": the office that its sentence names first, else whom the article last put first (`discourse`)."""
    office = next((t for t in view.doc[: token.i] if t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass")), None)
    holder = (
        next((w for w in resolve(view, [office], personal) if w.rule in _OFFICES), None) if office is not None else None
    )
    if holder:
        yield at(view, token, holder.actor_id, "pronoun", holder.name)
        return
    meant = persons_meant(view, token, personal, resolve)
    # An office whose holder the text does not name ("the president of Venezuela") is nobody in person.
    person = next((one for one in meant if not (personal and one.name.islower())), None)
    if person is not None:
        yield as_actor(view, token, person, personal, "pronoun")


def persons_meant(view: SentenceView, token: Token, personal: bool, resolve: Resolve) -> tuple[Person, ...]:
    """Whom "he" or "she" may mean where its sentence names no office, the likeliest first."""
    gender = SHE if token.lower_ in ("she", "her") else HE
    if token.dep_ in ("dobj", "dative", "pobj") or (personal and token.head.dep_ == "dobj"):
        acting = " ".join(who.name for who in resolve(view, acting_words(token), True))
        return view.context.discourse.persons_before(view.offset(token), gender, acting)
    return view.context.discourse.persons_before(view.offset(first_of_kind(token)), gender)
