"""Whether it happened: from tense, modals, negation, conditions and the words that govern the trigger.

The trigger's own modals and negation are read first, then each governing word up to the main clause ("plans to impose",
"refuses to recognise", "a threat of sanctions"); the most unreal reading wins, for the worst error is to give out a
threat, a call or a denial as done. Every verdict names its rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.lexicon import Governor, Lexicon
from transforms.modality import Mood, clause_mood, is_conditioned, mood
from transforms.syntax import children

# Readings of a clause's own tense that a word further up may still settle ("announces plans to", "said it would").
_OPEN_READINGS = ("done", "will", "would", "ahead")
_STANDS_ALONE = ("nsubj", "nsubjpass", "relcl", "appos", "poss")
# How many words up a sentence can still decide; longer chains are parser errors.
_HIGHEST = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, the rule that gave it, whether the act is negated, and the word that governs it, if any."""

    reading: str
    rule: str
    negated: bool
    governor: Token | None
    governing: Governor | None
    refuser: Token | None = None


def judge(view: SentenceView, trigger: Token) -> Verdict:
    """The reading of the act that `trigger` names: done, ahead, will, may, would, should, or a governor's status."""
    lexicon = view.context.lexicon
    reading, rule, negated = mood(trigger, lexicon)
    is_open = reading in _OPEN_READINGS
    first: tuple[Token, Governor] | None = None
    refuser = None
    for is_clause, word in _words_above(trigger):
        found = lexicon.governors.get(_key(word, lexicon))
        if word.lower_ == "against" and lexicon.is_a(word.head.lemma_, "opposing"):
            found = lexicon.governors["oppose", "verb"]
        if found is None:
            if reading in ("done", "ahead") and is_clause:
                reading, rule, _ = clause_mood(word, lexicon) or Mood(reading, rule, negated)
                is_open = reading in _OPEN_READINGS
            continue
        if _only_reports(word, found, trigger):
            continue
        own, own_rule, own_negated = mood(word, lexicon)
        negated = negated or own_negated
        if is_open or (found.refuses and first is not None):
            refuser = word if found.refuses and first is not None else None
            reading, rule, is_open = found.status, f"governed by {word.lower_!r}", found.is_open
            if found.control == "obj" and word.pos_ == "VERB" and _wants_itself(word):
                reading = "wished"
        if own in ("may", "should") and not found.holds:
            reading, rule, is_open = own, own_rule, False
        first = first or (word, found)
    if reading in ("will", "would") and is_conditioned(trigger):
        reading, rule = "may", "under a condition"
    governor, governing = first or (None, None)
    return Verdict(reading, rule, negated, governor, governing, refuser)


def _wants_itself(word: Token) -> bool:
    """ "wants to recognise": who wants is who would act, so nobody is called upon."""
    return bool(children(word, "xcomp")) and not children(word, "dobj", "ccomp", "prep") and word.tag_ != "VBN"


def _only_reports(word: Token, found: Governor, trigger: Token) -> bool:
    """ "told reporters that it has no plans to …": a statement, not a call."""
    clauses = [c for c in children(word, "ccomp") if trigger in c.subtree]
    return found.control == "obj" and any(
        c.tag_ in ("VBZ", "VBD") or any(t.tag_ in ("VBZ", "VBD") for t in children(c, "aux", "auxpass"))
        for c in clauses
    )


def _key(word: Token, lexicon: Lexicon) -> tuple[str, str]:
    if word.pos_ in ("VERB", "AUX"):
        return lexicon.lemma(word.text, word.lemma_), "verb"
    return word.lemma_.lower(), {"ADJ": "adj", "ADV": "adj", "ADP": "adp"}.get(word.pos_, "noun")


def _words_above(trigger: Token) -> list[tuple[bool, Token]]:
    """The words above the trigger, nearest first, up to a clause that stands alone; True where a clause hangs on it."""
    found: list[tuple[bool, Token]] = []
    token = trigger
    while token.head.i != token.i and len(found) < _HIGHEST:
        head, label = token.head, token.dep_
        if label in _STANDS_ALONE or _is_adjunct(token) or (label == "conj" and found):
            break
        governs = label not in ("conj", "prep", "pobj", "dobj") or head.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "AUX")
        if governs and label != "conj":
            found.append((label in ("xcomp", "ccomp", "advcl", "acl"), head))
        token = head
    return [(is_clause, word) for is_clause, word in found if word.i != trigger.i]


def _is_adjunct(token: Token) -> bool:
    """A clause that only tells when or why is not governed by its head ("after expelling", "because it lifted")."""
    if token.dep_ == "advcl":
        return not any(t.tag_ == "TO" for t in token.children)
    if token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
        if token.lower_ == "in" and children(token, "pcomp"):
            return False
        return token.lower_ not in ("for", "on", "of", "from", "against", "about", "to", "with", "over", "out")
    return False
