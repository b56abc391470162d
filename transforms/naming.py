"""Words made into an actor: where a phrase begins, which words are its name, how the actor is identified."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.folding import fold
from transforms.knowledge.gazetteer import TREATY
from transforms.people import Person
from transforms.syntax import children

# Kinds of actors (seeds/entities.csv) that speak for no state, people or movement.
_PRIVATE = ("ngo", "company", TREATY)
_PART_OF = re.compile(r" (?:of|from|in|within|among) ")
_DETERMINERS = ("the", "a", "an", "its", "their", "his", "her")
# How a modifier hangs on the noun that it names.
NAMING = ("compound", "flat", "nmod", "amod", "poss", "det", "nummod")
_NAME_PARTICLES = ("al", "bin", "de", "da", "van", "von", "der", "-", "of")


@dataclass(frozen=True, slots=True)
class Who:
    """An actor named at a place of the article; `rule` says how the words were tied to it.

    `state` is the state that a person acts for, `part_of` the body whose organ the actor is.
    """

    actor_id: str
    name: str
    start: int
    end: int
    rule: str
    state: str | None = None
    part_of: str | None = None


def at(view: SentenceView, head: Token, actor_id: str, rule: str, name: str | None = None) -> Who:
    """The actor named by the phrase of `head`, under `name` or the phrase's own words."""
    text = name or phrase_text(view, head)
    start = view.base + first_word(head).idx
    return Who(actor_id, text, start, view.base + head.idx + len(head.text), rule)


def first_word(head: Token) -> Token:
    """The first word of the phrase of `head`."""
    left = [child for child in head.lefts if child.dep_ in (*NAMING, "quantmod", "nmod")]
    return min((child.left_edge for child in left), key=lambda t: t.i, default=head)


def phrase_text(view: SentenceView, head: Token) -> str:
    """The words of a phrase from its first modifier to its head and a following "of …", without the determiner."""
    first = first_word(head)
    while first.lower_ in _DETERMINERS and first.i < head.i:
        first = first.nbor()
    last = head
    for prep in children(head, "prep"):
        if prep.lower_ in ("of", "from", "in", "within") and prep.i - last.i <= 1 and prep.right_edge.i - head.i < 14:
            last = prep.right_edge
    return view.words(first, last)


def proper_name(view: SentenceView, head: Token) -> str:
    """The unbroken run of capitalised words that ends in `head`, without titles and without another actor's name."""
    return view.words(head.doc[name_start(view, head)], head)


def name_start(view: SentenceView, head: Token) -> int:
    """The number of the token with which the name that ends in `head` begins."""
    start = head.i
    lexicon = view.context.lexicon
    while start > 0:
        before = head.doc[start - 1]
        word = before.lower_.rstrip(".")
        part = before.pos_ == "PROPN" or before.lower_ in _NAME_PARTICLES
        if not part or view.span_at(before) or word in lexicon.titles or lexicon.is_a(word, "portfolio"):
            break
        if lexicon.is_a(word, "official"):
            break
        start -= 1
    while start < head.i and not head.doc[start].text[:1].isupper():
        start += 1
    return start


def is_titled(view: SentenceView, head: Token) -> bool:
    """Whether a title stands within the four words before the name that ends in `head`."""
    titles = view.context.lexicon.titles
    first = name_start(view, head)
    before = [t.lower_.rstrip(".") for t in head.doc[max(0, first - 5) : first]]
    return any(word in titles for word in before)


def person_id(view: SentenceView, person: Person) -> str:
    """The seeds' identifier of a person they hold, else the guide's form."""
    known = view.context.gazetteer.find(fold(person.name), view.context.day)
    return known[0].actor_ids[0] if len(known) == 1 and len(known[0].actor_ids) == 1 else "NAME:" + person.surname


def as_actor(view: SentenceView, head: Token, person: Person, personal: bool, rule: str) -> Who:
    """A person as the state they act for, else in person."""
    if person.state and not personal:
        return at(view, head, person.state, rule, person.name)
    return replace(at(view, head, person_id(view, person), rule, person.name), state=person.state)


def speaks_for_states(view: SentenceView, who: Who) -> bool:
    """Whether `who` is a state or body we know, or an unnamed group of them ("European leaders")."""
    if who.actor_id.startswith("OPEN:"):
        first, _, rest = _PART_OF.sub("|", who.actor_id.removeprefix("OPEN:"), count=1).partition("|")
        head = first.split()[-1] if first.split() else ""
        words = _PART_OF.split(rest)[0].split() if view.context.lexicon.is_a(head, "pass_through") else [head]
        return any(view.context.lexicon.is_a(word, "unnamed_states") for word in words)
    known = view.context.gazetteer.actors.get(who.actor_id)
    return known is not None and known.kind not in _PRIVATE
