"""What else a sentence says of an act: measures, scope, counted things, the condition, the venue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from transforms.article_context import SentenceView, words
from transforms.knowledge.folding import fold_case
from transforms.knowledge.lexicon import Lexicon
from transforms.naming import Who, phrase_text
from transforms.syntax import preposition_objects
from transforms.timing import deadline

_TENS = dict(zip(("twenty", "thirty", "forty", "fifty", "sixty"), range(20, 70, 10), strict=True))
_TEENS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
          " seventeen eighteen nineteen")  # fmt: skip
_NUMBER_WORDS = _TENS | {word: number for number, word in enumerate(_TEENS.split(), 1)}
_COMPARATORS = (
    ("gt", ("more than", "over", "at least", "above")),
    ("lt", ("fewer than", "less than", "under", "up to")),
    ("about", ("about", "around", "some", "nearly", "almost", "approximately", "roughly")),
)
_UNIT = "unit:"
_REASONS = ("over", "after", "because", "since", "following", "despite")
_CONDITION = re.compile(
    r"\b(?:if|unless|until|provided that|on condition that|in return for|or face)\b[^.;]*", re.IGNORECASE
)


_OFFICE = "office:"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted participant: "more than 20 other nations" is 20, gt, country."""

    value: float
    comparator: str
    unit: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in the article's own words; offsets into the article's field."""

    text: str
    start: int
    end: int
    deadline: date | None


def measures_of(view: SentenceView, trigger: Token, objects: Iterable[Token], own_measure: str) -> tuple[str, ...]:
    """The measures that the act's own clause names (seeds/lexicon/measure_cues.csv), in order; else unspecified.

    `own_measure` is what the frame itself means ("froze the assets"), "" where it says nothing.
    """
    objects = list(objects)
    beside = {t.i for word in objects for t in word.subtree}
    first = min((trigger.i, *(t.i for t in trigger.lefts if t.dep_ in ("nsubjpass", "compound", "amod"))))
    told = {t.i for t in trigger.subtree if t.i >= first}
    told -= {t.i for word in _reasons(trigger) for t in word.subtree}
    text = fold_case(" ".join(t.text for t in view.doc if t.i in beside | told))
    found = [(cue, measure) for cue, measure in view.context.lexicon.measure_cues if cue in text]
    named = {measure for cue, measure in found if not any(cue in longer and cue != longer for longer, _ in found)}
    if own_measure and not (named and view.context.lexicon.is_a(own_measure, "general_measure")):
        named.add(own_measure)
    return tuple(sorted(named)) or (view.context.lexicon.unspecified_measure,)


def _reasons(trigger: Token) -> list[Token]:
    """The parts of a clause that say why or when: what they name is no measure of this act."""
    return [
        t
        for t in trigger.children
        if t.dep_ == "advcl" or (t.dep_ == "prep" and t.lower_ in _REASONS) or t.lower_ == "due"
    ]


def is_domestic(view: SentenceView, sides: Iterable[Who], heads: Iterable[Token]) -> bool:
    """Whether a measure is of one state's own courts on its own people: its subject is a court or a prosecutor."""
    named = {word for who in sides for word in fold_case(who.name).split()} | {t.lemma_.lower() for t in heads}
    return any(view.context.lexicon.is_a(word, "domestic") for word in named)


def office_of(view: SentenceView, objects: Iterable[Token], targets: Iterable[Who]) -> str | None:
    """What is recognised (seeds/ontology/offices.csv): by the noun that is recognised, else by who it is."""
    lexicon = view.context.lexicon
    for token in (t for word in objects for t in (word, *word.children)):
        for kind in lexicon.word_classes.get(token.lemma_.lower(), ()):
            if kind.startswith(_OFFICE):
                return kind.removeprefix(_OFFICE)
    kinds = [view.context.gazetteer.actors.get(who.actor_id) for who in targets]
    kind_of = {
        known.kind if known else "person" if who.rule == "person" else ""
        for known, who in zip(kinds, targets, strict=False)
    }
    return next((office for kind, office in lexicon.offices_by_kind if kind in kind_of), None)


def about_of(view: SentenceView, whos: Iterable[Who]) -> tuple[Who, ...]:
    """The states concerned where the parties are not states themselves: PDVSA is about Venezuela."""
    actors = view.context.gazetteer.actors
    found: dict[str, Who] = {}
    for who in whos:
        known = actors.get(who.actor_id)
        state = known.state if known else who.state
        if state and state != who.actor_id:
            name = view.context.gazetteer.name(state) or state
            found.setdefault(state, replace(who, actor_id=state, name=name, rule="state concerned"))
    return tuple(found.values())


def counts_of(tokens: list[Token], lexicon: Lexicon) -> tuple[Count, ...]:
    """The numbers that stand before the participants' nouns."""
    found = []
    for token in tokens:
        for number in (child for child in token.children if child.dep_ == "nummod"):
            value = _value(number)
            unit = _unit(token, lexicon)
            if value is not None and unit:
                found.append(Count(value, _comparator(number), unit))
    return tuple(found)


def _unit(token: Token, lexicon: Lexicon) -> str | None:
    kinds = sorted(lexicon.word_classes.get(token.lemma_.lower(), ()))
    return next((kind.removeprefix(_UNIT) for kind in kinds if kind.startswith(_UNIT)), None)


def _value(number: Token) -> float | None:
    plain = number.text.replace(",", "").lower()
    if plain.isdigit():
        return float(plain)
    return float(_NUMBER_WORDS[plain]) if plain in _NUMBER_WORDS else None


def _comparator(number: Token) -> str:
    before = fold_case(number.doc[max(0, number.i - 2) : number.i].text)
    return next((name for name, cues in _COMPARATORS if any(before.endswith(cue) for cue in cues)), "eq")


def condition_of(view: SentenceView, trigger: Token) -> Clause | None:
    """The clause that a condition word opens, with the deadline it sets."""
    text = view.context.folded[view.sentence.start_char : view.sentence.end_char]
    place = _condition_clause(view) or _condition_words(text)
    if place is None:
        return None
    first, last = place
    last = first + len(text[first:last].rstrip(" ,\"'"))
    limit = deadline(view, first, last)
    start = view.sentence.start_char
    return Clause(words(text[first:last]), start + first, start + last, limit.end if limit else None)


def _condition_clause(view: SentenceView) -> tuple[int, int] | None:
    """The clause that "if" or "unless" opens, by its parse; offsets into the sentence."""
    for mark in view.doc:
        if mark.lower_ in ("if", "unless") and mark.dep_ == "mark" and mark.head.dep_ == "advcl":
            last = mark.head.right_edge
            return mark.idx, last.idx + len(last.text)
    return None


def _condition_words(text: str) -> tuple[int, int] | None:
    found = _CONDITION.search(text)
    return (found.start(), found.start() + len(found.group().split(", then ")[0])) if found else None


def venue_of(view: SentenceView, trigger: Token) -> str | None:
    """Where a meeting is held: "in Geneva", "at the White House"."""
    for noun in preposition_objects(trigger, ("in", "at")):
        if noun.pos_ == "PROPN":
            return phrase_text(view, noun)
    return None
