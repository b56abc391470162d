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
from transforms.syntax import children

_MODALS = {
    "will": "will", "shall": "will", "'ll": "will", "may": "may", "might": "may", "could": "may", "can": "may",
    "would": "would", "should": "should", "must": "should", "ought": "should",
}  # fmt: skip
_CONDITION_MARKS = ("if", "unless", "whether", "until")
_NEGATIONS = ("not", "n't", "never", "no")
_REPORTING = (
    "say",
    "announce",
    "tell",
    "state",
    "declare",
    "confirm",
    "report",
    "add",
    "insist",
    "pledge",
    "vow",
    "promise",
)
# Readings that a word further up may still settle ("announces plans to", "is expected to", "said it would").
_OPEN_READINGS = ("done", "will", "would", "to", "planned")
_FUTURE_ADVERBS = ("planned", "scheduled", "upcoming", "forthcoming")
_POSSIBLE = ("possible", "potential", "proposed", "further possible", "threatened")


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
    """The reading of the act that `trigger` names: one of done, will, may, would, should, planned or a status."""
    lexicon = view.context.lexicon
    reading, rule, negated = _own(trigger)
    governor, governing, refuser = None, None, None
    for step, word in _governors(trigger, lexicon):
        found = lexicon.governors.get(_key(word, lexicon))
        if found is None:
            if reading == "done" and step == "clause":
                reading, rule = _clause_reading(word, reading, rule)
            continue
        if governor is None:
            governor, governing = word, found
        if found.refuses and word.pos_ == "VERB" and governor is not word:
            reading, rule, refuser = found.status, f"refused by {word.lower_!r}", word
        own, own_rule, own_negated = _own(word)
        negated = negated or own_negated
        if reading in _OPEN_READINGS:
            reading, rule = found.status, f"governed by {word.lower_!r}"
            if found.control == "obj" and word.pos_ == "VERB" and _wants_itself(word):
                reading = "proposed_by_self"
        if own in ("may", "should") and found.status not in ("threatened", "called_for"):
            reading, rule = own, own_rule
    if reading == "to":
        reading = "done"
    if reading in ("will", "would") and is_conditioned(trigger):
        reading, rule = "may", "under a condition"
    return Verdict(reading, rule, negated, governor, governing, refuser)


def _wants_itself(word: Token) -> bool:
    """ "wants to recognise": who wants is who would act, so nobody is called upon."""
    return bool(children(word, "xcomp")) and not children(word, "dobj", "ccomp", "prep") and word.tag_ != "VBN"


def _key(word: Token, lexicon: Lexicon) -> tuple[str, str]:
    if word.pos_ in ("VERB", "AUX"):
        return lexicon.lemma(word.text, word.lemma_), "verb"
    return word.lemma_.lower(), "adj" if word.pos_ == "ADJ" else "noun"


def _own(token: Token) -> tuple[str, str, bool]:
    """What a word's own modals, negation and condition say."""
    negated = any(t.lower_ in _NEGATIONS and t.dep_ in ("neg", "det", "advmod", "preconj") for t in token.children)
    negated = negated or any(t.lower_ == "no" for s in children(token, "nsubj", "dobj") for t in children(s, "det"))
    for modal in children(token, "aux"):
        reading = _MODALS.get(modal.lower_)
        if reading == "would":
            return _would(token, negated)
        if reading:
            return reading, f"modal {modal.lower_!r}", negated
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and not children(token, "nsubj", "nsubjpass"):
        reading, rule, _ = _own(token.head)
        return reading, rule, negated
    if any(t.lower_ in _CONDITION_MARKS for t in children(token, "mark", "advmod")):
        return "may", "condition", negated
    if _is_to_be(token):
        return "planned", "is to", negated
    if any(t.lower_ in _POSSIBLE for t in children(token, "amod")):
        return "may", "possible", negated
    if any(t.lower_ in _FUTURE_ADVERBS for t in children(token, "amod")):
        return "planned", "planned", negated
    return "done", "tense", negated


def _would(token: Token, negated: bool) -> tuple[str, str, bool]:
    """ "said it would" reports a decision in the past; a bare "would" is a supposition."""
    head = token.head
    if token.dep_ in ("ccomp", "conj", "parataxis") and head.lemma_.lower() in _REPORTING:
        return "will", "reported future", negated
    return "would", "modal 'would'", negated


def _is_to_be(token: Token) -> bool:
    head = token.head
    has_to = any(t.tag_ == "TO" for t in token.children)
    return has_to and token.dep_ == "xcomp" and head.lemma_ == "be" and not children(head, "acomp", "attr")


def _clause_reading(word: Token, reading: str, rule: str) -> tuple[str, str]:
    """What a clause above the trigger says by its own modal or condition ("will join others in recognising")."""
    marks = [t.lower_ for t in children(word, "mark", "advmod")]
    if any(mark in ("if", "unless", "whether") for mark in marks):
        return "may", "condition"
    modal = next((t.lower_ for t in children(word, "aux") if t.lower_ in _MODALS), None)
    if modal and _MODALS[modal] == "would":
        return _would(word, False)[:2]
    return (_MODALS[modal], f"modal {modal!r}") if modal else (reading, rule)


def is_conditioned(trigger: Token) -> bool:
    """Whether the trigger's clause, or one above it, holds only under a condition ("if he does not …, they will …")."""
    for verb in (trigger, *trigger.ancestors):
        for clause in children(verb, "advcl"):
            if any(t.lower_ in ("if", "unless") for t in children(clause, "mark")) and trigger not in list(
                clause.subtree
            ):
                return True
        if verb.dep_ in ("ROOT", "relcl", "acl") or (verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"):
            break
    return False


def _governors(trigger: Token, lexicon: Lexicon) -> list[tuple[str, Token]]:
    """The words above the trigger that can decide its reality, nearest first; it stops at a clause that stands alone."""
    found: list[tuple[str, Token]] = []
    token = trigger
    while token.head is not token and len(found) < 8:
        head = token.head
        label = token.dep_
        if label in ("nsubj", "nsubjpass", "relcl", "appos", "poss") or _is_adjunct(token):
            break
        if label not in ("conj", "prep", "pobj", "dobj") or head.pos_ in ("VERB", "NOUN", "ADJ", "AUX"):
            if label != "conj":
                found.append(("clause" if label in ("xcomp", "ccomp", "advcl", "acl") else "phrase", head))
        token = head
    return [(step, word) for step, word in found if word.i != trigger.i]


def _is_adjunct(token: Token) -> bool:
    """A clause that only tells when or why does not make its head govern it ("after expelling", "because it lifted")."""
    if token.dep_ == "advcl":
        return not any(t.tag_ == "TO" for t in token.children)
    if token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
        if token.lower_ == "in" and children(token, "pcomp"):
            return False
        return token.lower_ not in ("for", "on", "of", "from", "against", "about", "to", "with", "over", "out")
    return False
