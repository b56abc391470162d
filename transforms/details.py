"""What else a sentence says of an act: measures, scope, counted things, the condition, the venue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from transforms.article_context import SentenceView, words
from transforms.knowledge.folding import fold_case
from transforms.phrases import phrase_text
from transforms.syntax import preposition_objects
from transforms.timing import deadline

_NUMBER_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split(),
        range(1, 18),
        strict=True,
    )
)
_COMPARATORS = (("gt", ("more than", "over", "at least", "above")), ("lt", ("fewer than", "less than", "under", "up to")),
                ("about", ("about", "around", "some", "nearly", "almost", "approximately", "roughly")))  # fmt: skip
_UNITS = (
    ("country", ("country", "nation", "state", "government", "member")),
    ("company", ("company", "firm", "bank", "entity", "organisation", "organization")),
    (
        "person",
        (
            "person",
            "people",
            "official",
            "diplomat",
            "individual",
            "officer",
            "leader",
            "minister",
            "general",
            "citizen",
        ),
    ),
    ("vote", ("vote",)),
)
_CONDITION = re.compile(
    r"\b(?:if|unless|until|provided that|on condition that|in return for|or face)\b[^.;]*", re.IGNORECASE
)


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


def measures_of(view: SentenceView, trigger: Token) -> tuple[str, ...]:
    """The measures that the sentence names (seeds/lexicon/measure_cues.csv), in the vocabulary's order; else unspecified."""
    text = fold_case(view.doc.text)
    named = {measure for cue, measure in view.context.lexicon.measure_cues if cue in text}
    return tuple(sorted(named)) or ("unspecified",)


def counts_of(tokens: list[Token]) -> tuple[Count, ...]:
    """The numbers that stand before the participants' nouns."""
    found = []
    for token in tokens:
        for number in (child for child in token.children if child.dep_ == "nummod"):
            value = _value(number)
            unit = next((unit for unit, nouns in _UNITS if token.lemma_.lower() in nouns), None)
            if value is not None and unit:
                found.append(Count(value, _comparator(number), unit))
    return tuple(found)


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
    found = _CONDITION.search(text)
    if not found:
        return None
    clause = found.group().split(", then ")[0].rstrip(" ,\"'")
    end = found.start() + len(clause)
    limit = deadline(view, trigger, found.start(), end)
    start = view.sentence.start_char + found.start()
    return Clause(words(clause), start, start + len(clause), limit.end if limit else None)


def venue_of(trigger: Token) -> str | None:
    """Where a meeting is held: "in Geneva", "at the White House"."""
    for noun in preposition_objects(trigger, ("in", "at")):
        if noun.pos_ == "PROPN":
            return words(phrase_text(noun))
    return None
