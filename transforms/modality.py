"""What a word's own modals, negation and condition say of it, before anything that governs it is asked.

A reading is one of done, ahead (is to, scheduled), will, may, would, should.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from spacy.tokens import Token

from transforms.dates import WEEKDAYS
from transforms.knowledge.lexicon import Lexicon
from transforms.syntax import children

_MODALS = {
    "will": "will", "shall": "will", "'ll": "will", "may": "may", "might": "may", "could": "may", "can": "may",
    "would": "would", "should": "should", "must": "should", "ought": "should",
}  # fmt: skip
_CONDITION_MARKS = ("if", "unless", "whether", "until")
# "4:30 p.m. Secretary Blinken meets with …": a line of a programme, not a report.
_TIMETABLE = re.compile(r"\d{1,2}(?::\d\d)? ?[ap]\.?m\.? ", re.IGNORECASE)
_NEGATIONS = ("not", "n't", "never", "no", "neither", "nor", "hardly", "almost", "nearly")


class Mood(NamedTuple):
    """A reading, the rule that gave it, and whether the word is negated."""

    reading: str
    rule: str
    negated: bool


def mood(token: Token, lexicon: Lexicon) -> Mood:
    """The mood of a verb or noun by its own dependents; a coordinated verb shares its partner's modals."""
    negated = _is_negated(token)
    helped = {t.lower_ for t in children(token, "aux")}
    if negated and helped & {"do", "does"}:
        return Mood("stands", "does not", negated)
    if negated and token.tag_ == "VBN" and helped & {"has", "have"} and not helped & {"had", "would", "could"}:
        return Mood("stands", "has not", negated)
    if any(t.lower_ == "longer" and t.i and t.nbor(-1).lower_ == "no" for t in children(token, "advmod")):
        return Mood("stands", "no longer", True)
    modal = _modal(token)
    if modal is not None:
        # "cannot recognise" refuses; "may not recognise" leaves it open.
        refuses = negated and modal.lower_ == "can"
        reading, rule = _modal_reading(token, modal, lexicon)
        return Mood("would" if refuses else reading, rule, negated)
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX") and not children(token, "nsubj", "nsubjpass"):
        shared = mood(token.head, lexicon)
        return Mood(shared.reading, shared.rule, negated)
    return Mood(*_plain(token, lexicon), negated)


def _plain(token: Token, lexicon: Lexicon) -> tuple[str, str]:
    """The reading of a word without a modal, and its rule."""
    marks = [t.lower_ for t in children(token, "mark", "advmod")]
    if any(mark in _CONDITION_MARKS for mark in marks):
        return "may", "condition"
    if (
        _TIMETABLE.match(token.doc.text)
        or _is_in_the_diary(token, lexicon)
        or _is_about_to(token)
        or _is_to_be(token)
        or _is_described(token, lexicon, "scheduled")
    ):
        return "ahead", "is to"
    if _is_described(token, lexicon, "possible"):
        return "may", "possible"
    return "done", "tense"


def clause_mood(word: Token, lexicon: Lexicon) -> Mood | None:
    """The mood that a clause above the trigger lends it ("will join others in recognising"); None for a plain one."""
    if any(t.lower_ in ("if", "unless", "whether") for t in children(word, "mark", "advmod")):
        return Mood("may", "condition", False)
    modal = _modal(word)
    return Mood(*_modal_reading(word, modal, lexicon), False) if modal is not None else None


def is_conditioned(trigger: Token) -> bool:
    """Whether the trigger's clause, or one above it, holds only under a condition ("if he does not …, they will …")."""
    for verb in (trigger, *trigger.ancestors):
        for clause in children(verb, "advcl"):
            if any(t.lower_ in ("if", "unless") for t in children(clause, "mark")) and trigger not in clause.subtree:
                return True
        if verb.dep_ in ("ROOT", "relcl", "acl") or (verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"):
            break
    return False


def _is_negated(token: Token) -> bool:
    """ "did not", "no sanctions were", "neither … nor", "without recognising"."""
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return True
    if token.i > 1 and token.doc[token.i - 2 : token.i].text.lower() == "yet to":
        return True
    if token.dep_ == "conj" and any(t.lower_ == "nor" for t in token.head.children) and _is_negated(token.head):
        return True
    if any(t.lower_ in _NEGATIONS and t.dep_ in ("neg", "det", "advmod", "preconj", "cc") for t in token.children):
        return True
    return any(
        t.lower_ == "no" for noun in children(token, "nsubj", "nsubjpass", "dobj") for t in children(noun, "det")
    )


def _modal(token: Token) -> Token | None:
    return next((t for t in children(token, "aux") if t.lower_ in _MODALS), None)


def _modal_reading(token: Token, modal: Token, lexicon: Lexicon) -> tuple[str, str]:
    """ "said it would" reports a decision in the past; a bare "would" is a supposition."""
    reading = _MODALS[modal.lower_]
    first = token
    while (
        first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and not lexicon.is_a(first.head.lemma_, "reporting")
    ):
        first = first.head
    reported = first.dep_ in ("ccomp", "conj", "parataxis") and lexicon.is_a(first.head.lemma_, "reporting")
    if reading == "would" and reported:
        return "will", "reported future"
    return reading, f"modal {modal.lower_!r}"


def _is_to_be(token: Token) -> bool:
    head = token.head
    has_to = any(t.tag_ == "TO" for t in token.children)
    return has_to and token.dep_ == "xcomp" and head.lemma_ == "be" and not children(head, "acomp", "attr")


def _is_in_the_diary(token: Token, lexicon: Lexicon) -> bool:
    """ "Ministers meet in Riga on Monday": the present with a weekday tells what is in the diary."""
    if token.tag_ not in ("VBZ", "VBP") or not lexicon.is_a(token.lemma_, "diary"):
        return False
    days = [noun for prep in children(token, "prep") if prep.lower_ == "on" for noun in children(prep, "pobj")]
    return any(day.lower_ in WEEKDAYS for day in days)


def _is_about_to(token: Token) -> bool:
    return token.dep_ in ("xcomp", "acl", "advcl", "pcomp") and token.i > 1 and token.doc[token.i - 2].lower_ == "about"


def _is_described(token: Token, lexicon: Lexicon, kind: str) -> bool:
    return any(lexicon.is_a(t.lower_, kind) for t in children(token, "amod"))
