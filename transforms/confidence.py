"""How sure a claim is: the probability that its action, actors and targets are right, from stated features.

A feature is something that can be said of a draft in words: "actor: pronoun", "text: 16 sentences or more". Each has a
weight in `seeds/lexicon/confidence.csv` (log odds, fitted by `tests/golden/calibrate.py`); the sum of the weights of a
draft's features, `base` included, through the logistic function is its confidence. A feature without a row weighs
nothing: it was too rare to learn from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from transforms.drafts import Draft
from transforms.errors import SeedError
from transforms.knowledge.rows import read_rows
from transforms.naming import Who
from transforms.records import Mention, Sentence

BASE = "base"
# Bands of the number of sentences of a text: an item, a long item, a release, an article.
_LENGTHS = ((1, "1 sentence"), (3, "2 or 3 sentences"), (15, "4 to 15 sentences"))
_LONGEST = "16 sentences or more"
_MOST = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else the version of a draft gave: all its sentences, mentions and drafts."""

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    drafts: Sequence[Draft]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, and the group of each status."""

    by_feature: Mapping[str, float]
    status_group: Mapping[str, str]

    def confidence(self, draft: Draft, around: Surroundings) -> float:
        """The probability that the claim is right, to two places, never quite 0 or 1."""
        odds = sum(self.by_feature.get(feature, 0.0) for feature in features_of(draft, around, self.status_group))
        return min(max(round(1 / (1 + math.exp(-odds)), 2), 0.01), 0.99)


def features_of(draft: Draft, around: Surroundings, status_group: Mapping[str, str]) -> frozenset[str]:
    """The features of one draft."""
    beside = sum(other.sentence == draft.sentence for other in around.drafts)
    told = [
        BASE,
        f"type: {draft.frame.type}",
        f"action: {draft.action}",
        f"object: {draft.frame.object or 'none'}",
        f"group: {status_group[draft.status]}",
        f"word: {draft.trigger_pos}",
        f"clause: {draft.trigger_dep}",
        f"attribution: {draft.attribution.mode}",
        f"place: {draft.sentence.field}",
        f"drafts of the sentence: {_counted(beside)}",
        f"actors unused in the sentence: {_counted(len(_unused(draft, around.mentions)))}",
        f"text: {_length(around.sentences)}",
    ]
    told += ["dated"] if draft.when.text else []
    told += ["condition"] if draft.condition else []
    told += ["one side"] if bool(draft.actors) != bool(draft.targets) else []
    return frozenset((*told, *_side("actor", draft, draft.actors), *_side("target", draft, draft.targets)))


def _side(role: str, draft: Draft, whos: Sequence[Who]) -> Iterator[str]:
    """How one side is named: by which rules, how many, as a person or firm or unnamed group, from another sentence."""
    if not whos:
        yield f"{role}: none"
    if len(whos) > 1:
        yield f"{role}: several"
    for who in whos:
        yield f"{role}: {who.rule}"
        prefix, colon, _ = who.actor_id.partition(":")
        if colon:
            yield f"{role}: {prefix}"
        if not draft.sentence.start_char <= who.start < draft.sentence.end_char:
            yield f"{role}: of another sentence"


def _unused(draft: Draft, mentions: Iterable[Mention]) -> set[str]:
    """The actors that the sentence names and the draft has no role for: the more, the likelier one was confused."""
    sentence = draft.sentence
    named = {
        mention.actor_id
        for mention in mentions
        if mention.field == sentence.field and sentence.start_char <= mention.start_char < sentence.end_char
    }
    return named - {w.actor_id for side in (draft.actors, draft.targets, draft.proposers, draft.about) for w in side}


def _counted(number: int) -> str:
    return str(number) if number < _MOST else f"{_MOST} or more"


def _length(sentences: Iterable[Sentence]) -> str:
    number = sum(sentence.field == "text" for sentence in sentences)
    return next((words for most, words in _LENGTHS if number <= most), _LONGEST)


def load_weights(seeds: Path, status_group: Mapping[str, str]) -> Weights:
    """The table of weights. Raises SeedError for a weight that is no number."""
    weights = {}
    for row in read_rows(seeds / "lexicon" / "confidence.csv", ("feature", "weight")):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            place = f"confidence.csv ({row['feature']})"
            raise SeedError(f"weight {row['weight']!r}", place, "write log odds, or run make calibrate") from error
    return Weights(weights, status_group)
