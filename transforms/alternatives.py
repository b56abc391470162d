"""Where the words of an act admit two readings: both, and which of them the act takes.

Two readings, never more, each by a rule that the act's own reading rests on too: where three states could be meant the
words are open, and nothing is said. What is merely inferred (the other side that a clause leaves out) has no second
reading, since no word of the text stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.drafts import Alternative, Draft, ids_of
from transforms.knowledge.gazetteer import ADJECTIVE, PEOPLE, Span
from transforms.knowledge.readings import Readings
from transforms.naming import Who, as_actor, speaks_for_states
from transforms.phrases import resolve
from transforms.placing import Outlook
from transforms.pronouns import HE_WORDS, persons_meant
from transforms.syntax import children, logical_subjects, raw_subjects
from transforms.timing import read_otherwise
from transforms.triggers import Candidate, candidates_at

# Words of seeds/ontology/reading_fields.csv.
ACTOR, TARGET, ACTION, DATE = "actor", "target", "action", "date"
# Words of seeds/ontology/reading_rules.csv; those of dates stand in `timing`.
OPEN_NAME, NAMED_FIRST, WHO_IS_TOLD, TWO_FRAMES = "open_name", "named_first", "who_is_told", "two_frames"
_IT = ("it", "they")
_TOGETHER = ("they", "them", "their", "both")
# What stands before a name that only places something, and the two words behind one.
_PREPOSITIONS = "about|against|at|between|by|for|from|in|into|near|of|on|over|through|to|towards?|visiting|with"
_BEFORE = re.compile(rf"\b(?:{_PREPOSITIONS})(?: the)? $")
_AFTER = re.compile(r" [a-z]+(?: [a-z]+)?")


class Telling(NamedTuple):
    """A sentence, a word of it with its frame, the act that they tell, and where in time that lies."""

    view: SentenceView
    candidate: Candidate
    draft: Draft
    outlook: Outlook


Redo = Callable[[SentenceView, Candidate], Draft | None]


def alternatives_of(told: Telling, redo: Redo, readings: Readings) -> tuple[Alternative, ...]:
    """The readings of each field that has two, in the order actor, target, action, date; the preferred one first.

    `redo` reads a sentence again with another frame, or with a name settled otherwise.
    """
    found: dict[str, tuple[Alternative, ...]] = {}
    for pair in (*_of_open_names(told, redo), *_of_sides(told, readings), *_of_action(told, redo)):
        found.setdefault(pair[0].field, pair)
    for pair in _of_date(told):
        found.setdefault(pair[0].field, pair)
    return tuple(one for field in (ACTOR, TARGET, ACTION, DATE) for one in found.get(field, ()))


def still_open(draft: Draft) -> tuple[Alternative, ...]:
    """The readings of a draft that hold for what became of it.

    An act told again may have got another side or day, and an echo has the sides of another sentence: what is preferred
    must be the draft's own, what is not must be on neither side, and the words must stand in the draft's sentence.
    """
    sides = ids_of(draft.actors, draft.targets, draft.proposers)
    own = {
        ACTOR: ids_of(draft.actors),
        TARGET: ids_of(draft.targets),
        ACTION: {f"{draft.frame.type}/{draft.action}"},
        DATE: {draft.when.day.isoformat()} if draft.when.day else set(),
    }
    place = draft.sentence
    lost = {
        one.field
        for one in draft.alternatives
        if one.is_preferred != (one.value in own[one.field])
        or (not one.is_preferred and one.value in sides)
        or not place.start_char <= one.start < one.end <= place.end_char
    }
    return tuple(one for one in draft.alternatives if one.field not in lost)


def _pair(field: str, rule: str, words: tuple[int, int], preferred: str, other: str) -> tuple[Alternative, ...]:
    return (Alternative(field, preferred, True, rule, *words), Alternative(field, other, False, rule, *words))


def _sides(draft: Draft) -> tuple[tuple[str, tuple[Who, ...]], ...]:
    return (ACTOR, draft.actors), (TARGET, draft.targets)


def _of_open_names(told: Telling, redo: Redo) -> Iterator[tuple[Alternative, ...]]:
    """ "Congo", "Korea", where neither article nor day tells which: each of the two, none of them preferred.

    Who acts, or is acted on, is found by reading the sentence once as if the name were the one's, once the other's.
    """
    view = told.view
    within = view.context.spans_within(view.sentence.start_char, view.sentence.end_char)
    for span in (span for span in within if len(span.actor_ids) == 2):
        read = {one: redo(view.settled(span, one), told.candidate) for one in span.actor_ids}
        for field, own in _sides(told.draft):
            added = {one: dict(_sides(draft))[field] if draft else () for one, draft in read.items()}
            if all(ids_of(sides) - ids_of(own) == {one} for one, sides in added.items()):
                yield tuple(Alternative(field, one, False, OPEN_NAME, span.start, span.end) for one in span.actor_ids)


def _of_sides(told: Telling, readings: Readings) -> Iterator[tuple[Alternative, ...]]:
    """A pronoun or "the country" for which the sentence that answers names two: the first is preferred."""
    view = told.view
    sides = ids_of(told.draft.actors, told.draft.targets, told.draft.proposers)
    for field, whos in _sides(told.draft):
        for who in whos:
            head = _head(view, who) if who.rule in ("pronoun", "nominal") else None
            personal = readings.names_persons(told.draft.frame.type)
            other = _other_meant(view, head, who, sides, personal) if head is not None else None
            if head is not None and other:
                words = (view.offset(head), view.offset(head) + len(head.text))
                yield _pair(field, NAMED_FIRST, words, who.actor_id, other)
        heads = logical_subjects(told.candidate.trigger) if field == ACTOR else told.candidate.objects
        for token in heads:
            for who in _told_instead(view, token, whos, sides):
                words = (view.offset(token), view.offset(token) + len(token.text))
                yield _pair(field, WHO_IS_TOLD, words, whos[0].actor_id, who.actor_id)


def _head(view: SentenceView, who: Who) -> Token | None:
    """The last word of the phrase that names `who` in this sentence."""
    return next((t for t in view.doc if view.offset(t) + len(t.text) == who.end), None)


def _other_meant(view: SentenceView, head: Token, who: Who, sides: frozenset[str], personal: bool) -> str | None:
    """The one other that the same sentence names before the word, a person for "he", else a state (or body).

    "They" may mean both together, and an office ("the president") whoever holds it: those have no second reading here.
    """
    stands_for_state = head.pos_ == "PRON" or view.context.lexicon.is_a(head.lemma_.lower(), "pronoun_state")
    if view.span_at(head) or head.lower_ in _TOGETHER or not stands_for_state:
        return None
    if head.lower_ in HE_WORDS:
        persons = persons_meant(view, head, personal, resolve)
        meant = dict.fromkeys(as_actor(view, head, person, personal, who.rule).actor_id for person in persons)
    else:
        spans = view.context.states_before(view.offset(head), bodies=head.pos_ == "PRON")
        meant = dict.fromkeys(span.actor_ids[0] for span in _apart(view, spans, who, sides))
    if len(meant) != 2 or next(iter(meant)) != who.actor_id:
        return None
    other = list(meant)[1]
    return None if other in sides else other


def _apart(view: SentenceView, spans: Sequence[Span], who: Who, sides: frozenset[str]) -> Iterable[Span]:
    """The spellings that the word may stand for beside its own: a noun by itself, of nobody on another side of the act.

    What stands behind a preposition ("from Damascus") or before an office ("the New Zealand prime minister") only
    places or describes something else.
    """
    for span in spans:
        key = span.actor_ids[0]
        is_noun = span.kind not in (ADJECTIVE, PEOPLE) and not key.startswith("NAME:")
        is_apart = key not in sides and is_noun and not _is_beside_the_point(view, span)
        if key == who.actor_id or is_apart:
            yield span


def _is_beside_the_point(view: SentenceView, span: Span) -> bool:
    folded, lexicon = view.context.folded, view.context.lexicon
    after = _AFTER.match(folded, span.end)
    words = after.group().split() if after else []
    is_office = any(lexicon.is_a(word, "official") or word in lexicon.titles for word in words)
    return is_office or bool(_BEFORE.search(folded, max(0, span.start - 16), span.start))


def _told_instead(view: SentenceView, token: Token, whos: Sequence[Who], sides: frozenset[str]) -> Iterator[Who]:
    """Of "Israel warned Iran that it would …", read as Israel, Iran: whom the clause above speaks to."""
    if token.lower_ not in _IT or token.dep_ != "nsubj" or len(whos) != 1:
        return
    above = next((t for t in token.head.ancestors if t.pos_ == "VERB" and raw_subjects(t)), None)
    if above is None or whos[0].actor_id not in ids_of(tuple(resolve(view, raw_subjects(above)))):
        return
    addressed = [t for t in children(above, "dobj", "dative") if t.i < token.i]
    named = [who for who in resolve(view, addressed) if speaks_for_states(view, who)]
    if len(named) == 1 and named[0].actor_id not in sides:
        yield named[0]


def _of_action(told: Telling, redo: Redo) -> Iterator[tuple[Alternative, ...]]:
    """Words that fit frames of two types, with the same actors and a target each: "reaffirmed its support for Mr X"
    backs a claimant or speaks for a state. Where the frame makes a call or threat the status of what is called for or
    threatened, that is no other reading."""
    draft = told.draft
    if draft.frame.status:
        return
    for candidate in candidates_at(told.view, told.candidate.trigger):
        if candidate.frame.type == draft.frame.type:
            continue
        other = redo(told.view, candidate)
        if other is None or not (other.actors and other.targets):
            continue
        if draft.targets and ids_of(other.actors) == ids_of(draft.actors):
            words = (draft.trigger_start, draft.trigger_end)
            own = f"{draft.frame.type}/{draft.action}"
            yield _pair(ACTION, TWO_FRAMES, words, own, f"{other.frame.type}/{other.action}")
            return


def _of_date(told: Telling) -> Iterator[tuple[Alternative, ...]]:
    """A weekday that can be two."""
    when = told.draft.when
    found = read_otherwise(told.view, told.candidate.trigger, told.outlook, when)
    if found and when.day and found[1].day:
        yield _pair(DATE, found[0], (when.at, when.to), when.day.isoformat(), found[1].day.isoformat())
