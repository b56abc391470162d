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
from transforms.syntax import SUBJECTS, children

# Readings of a clause's own tense that a word further up may still settle ("announces plans to", "said it would").
_OPEN_READINGS = ("done", "will", "would", "ahead")
_UNDER_MODAL = ("may", "would", "should", "will")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_REPORTED = ("ccomp", "parataxis")
_FINITE = ("VBZ", "VBD", "VBP", "MD")
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
    reading, rule, negated = _own_mood(trigger, lexicon)
    is_open = reading in _OPEN_READINGS
    first: tuple[Token, Governor] | None = None
    refuser = None
    for below, word in (*_predicates(trigger), *_words_above(trigger)):
        found = _governing(below, word, lexicon)
        if found is None:
            if reading in ("done", "ahead") and below.dep_ in _CLAUSES:
                reading, rule, _ = clause_mood(word, lexicon) or Mood(reading, rule, negated)
                is_open = reading in _OPEN_READINGS
            continue
        own, own_rule, own_negated = mood(word, lexicon)
        whether = any(t.lower_ == "whether" for t in children(below, "mark"))
        if (own_negated and found.refuses and is_open) or (whether and word.pos_ == "VERB"):
            own_negated, found = False, lexicon.governors["consider", "verb"]
        negated = negated or own_negated
        if is_open or (found.refuses and first is not None):
            refuser = word if found.refuses and first is not None else None
            reading, rule, is_open = found.status, f"governed by {word.lower_!r}", found.is_open
            if found.control == "obj" and word.pos_ == "VERB" and _wants_itself(word):
                reading = "wished"
        if own in ("may", "should") and not found.holds:
            reading, rule, is_open = own, own_rule, False
        first = first or (word, found)
    reading, rule = _overruled(trigger, lexicon) or (reading, rule)
    if reading in ("will", "would") and is_conditioned(trigger):
        reading, rule = "may", "under a condition"
    governor, governing = first or (None, None)
    return Verdict(reading, rule, negated, governor, governing, refuser)


def _own_mood(trigger: Token, lexicon: Lexicon) -> Mood:
    """A verb's own mood; a noun under a modal has that of its verb ("more sanctions could follow")."""
    own = mood(trigger, lexicon)
    if trigger.pos_ != "NOUN" or trigger.dep_ not in ("nsubj", "nsubjpass") or own.reading != "done":
        return own
    above = mood(trigger.head, lexicon)
    return Mood(above.reading, above.rule, own.negated) if above.reading in _UNDER_MODAL else own


def _overruled(trigger: Token, lexicon: Lexicon) -> tuple[str, str] | None:
    """What holds whatever the words above say: a report called untrue, a threat put as an alternative."""
    if any(_is_said_untrue(word, lexicon) for word in trigger.ancestors):
        return lexicon.governors["denial", "noun"].status, "said to be untrue"
    if _is_alternative(trigger):
        return lexicon.governors["threaten", "verb"].status, "or else"
    return None


def _governing(below: Token, word: Token, lexicon: Lexicon) -> Governor | None:
    """What `word` makes of the clause or noun `below` that hangs on it; None where it settles nothing.

    "told reporters that it would" and "insists that it will" report, they call on nobody; "expects France to" guesses.
    """
    key = _key(word, lexicon)
    found = lexicon.governors.get(key)
    if word.lower_ == "against" and lexicon.is_a(word.head.lemma_, "opposing"):
        return lexicon.governors["oppose", "verb"]
    if found is None or _is_of_another_matter(below, key):
        return None
    if word.pos_ != "VERB":
        return found
    is_told = lexicon.is_a(key[0], "reporting") or not children(below, "mark")
    if found.control == "obj" and is_told and below.dep_ in _REPORTED and _is_finite(below):
        return None
    is_guess = found.is_open and below.dep_ == "ccomp" and word.tag_ != "VBN" and key[0] == "expect"
    return lexicon.governors["hope", "verb"] if is_guess else found


def _is_of_another_matter(below: Token, key: tuple[str, str]) -> bool:
    """ "the opposition over …" opposes nothing, "tell of their plans" tells nobody to act."""
    if below.dep_ != "prep":
        return False
    return key[0] == "tell" or (key == ("opposition", "noun") and below.lower_ not in ("to", "against"))


def _is_finite(clause: Token) -> bool:
    return any(t.tag_ in _FINITE for t in (clause, *children(clause, "aux", "auxpass"))) and not _is_bare(clause)


def _is_bare(verb: Token) -> bool:
    """Whether a verb is bare under a singular subject: "insists that Washington drop sanctions" is no report."""
    return verb.tag_ == "VBP" and any(t.tag_ in ("NN", "NNP") for t in children(verb, "nsubj")[:1])


def _predicates(trigger: Token) -> list[tuple[Token, Token]]:
    """What is said of a noun that a form of "be" carries: "sanctions are under consideration", "… is unlikely"."""
    verb = trigger.head
    if trigger.pos_ != "NOUN" or trigger.dep_ != "nsubj" or verb.lemma_ not in ("be", "remain"):
        return []
    said = children(verb, "acomp", "attr", "oprd")
    said += [noun for prep in children(verb, "prep") for noun in children(prep, "pobj")]
    said += [clause for noun in said for clause in children(noun, "acl") if noun.dep_ == "pobj"]
    return [(trigger, word) for word in said]


def _is_said_untrue(word: Token, lexicon: Lexicon) -> bool:
    """Whether `word` is a report that its sentence calls untrue: "Reports that … were false"."""
    if word.pos_ != "NOUN" or word.dep_ != "nsubj":
        return False
    return any(lexicon.is_a(t.lower_, "untrue") for t in children(word.head, "acomp", "attr"))


def _is_alternative(trigger: Token) -> bool:
    """ "must withdraw or face sanctions", "has until May to comply or it will be punished"."""
    has_own_clause = trigger.lemma_ == "face" or any(
        t.lower_ in ("will", "would", "'ll") for t in children(trigger, "aux")
    )
    if trigger.dep_ not in ("conj", "ROOT") or trigger.pos_ != "VERB" or not has_own_clause:
        return False
    first = children(trigger, *SUBJECTS, "aux")[:1] or [trigger]
    start = min(first[0].left_edge.i, trigger.i)
    return start > 0 and trigger.doc[start - 1].lower_ == "or"


def _wants_itself(word: Token) -> bool:
    """ "wants to recognise": who wants is who would act, so nobody is called upon."""
    return bool(children(word, "xcomp")) and not children(word, "dobj", "ccomp", "prep") and word.tag_ != "VBN"


def _key(word: Token, lexicon: Lexicon) -> tuple[str, str]:
    if word.pos_ in ("VERB", "AUX"):
        return lexicon.lemma(word.text, word.lemma_), "verb"
    return word.lemma_.lower(), {"ADJ": "adj", "ADV": "adj", "ADP": "adp"}.get(word.pos_, "noun")


def _words_above(trigger: Token) -> list[tuple[Token, Token]]:
    """The words above the trigger, nearest first, up to a clause that stands alone; each after what hangs on it."""
    found: list[tuple[Token, Token]] = []
    token = trigger
    while token.head.i != token.i and len(found) < _HIGHEST:
        head, label = token.head, token.dep_
        if label in _STANDS_ALONE or _is_adjunct(token) or (label == "conj" and found):
            break
        governs = label not in ("conj", "prep", "pobj", "dobj") or head.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "AUX")
        if governs and label != "conj":
            found += [(token, noun) for noun in _talked_over(token)]
            found.append((token, head))
        token = head
    return [(below, word) for below, word in found if word.i != trigger.i]


def _talked_over(token: Token) -> list[Token]:
    """ "holds talks with Iran over the lifting …": the talks, where the parser hung the matter on the verb."""
    if token.dep_ != "prep" or token.lower_ not in ("on", "over", "about") or token.head.pos_ != "VERB":
        return []
    return [noun for noun in children(token.head, "dobj") if noun.i < token.i]


def _is_adjunct(token: Token) -> bool:
    """A clause that only tells when or why is not governed by its head ("after expelling", "because it lifted")."""
    if token.dep_ == "advcl":
        return not any(t.tag_ == "TO" for t in token.children)
    if token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
        if token.lower_ == "in" and children(token, "pcomp"):
            return False
        return token.lower_ not in ("for", "on", "of", "from", "against", "about", "to", "with", "over", "out")
    return False
