"""Where a date phrase hangs: the clause that holds it, how near that is to an act, and which way its tense looks.

A phrase dates the act of its own verb, what that verb governs ("announced on Monday that it would", "agreed on Friday
to resume"), and what is coordinated with it under one subject. A phrase inside a noun ("Monday's decision", "after the
tests of 1998") dates that noun's act alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.syntax import SUBJECTS, children, clause_verb

_VERBS = ("VERB", "AUX")
# Clauses that tell another act than the one that they hang on.
_APART = ("relcl", "acl", "advcl")
# Prepositions whose objects are acts of their own: "after the visit on Thursday".
_OTHER_ACTS = ("after", "before", "since", "following", "despite", "against", "over", "because", "about", "ahead")
_AS_PREPOSITIONS = ("following", "including", "according", "concerning", "regarding")
_FORWARD = ("due", "set", "scheduled", "slated", "expected", "going", "about", "poised")
# Saying verbs that do what they say: what has been lifted, it was announced on Friday, was lifted on Friday.
_ENACTING = ("announce", "declare")
# Who calls a summit on Monday calls it before it is held.
_CALLING = ("call", "convene", "invite", "summon", "announce", "schedule")
# The order of preference among phrases that may all date an act.
ITS_OWN, BY_ITS_OBJECT, GOVERNED, SHARED = range(4)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the status says of an act: whether it lies ahead, may never come, or is a standing state of things."""

    ahead: bool
    contingent: bool
    standing: bool


class Place(NamedTuple):
    """How near a phrase stands to an act (see the ranks above), its direction, and whether the act was over by then."""

    rank: int
    ahead: bool | None
    told_after: bool = False


@dataclass(frozen=True)
class _Hanging:
    """A phrase at `root`: the verb (or the trigger) that it hangs on, the nouns between, and whether one keeps it."""

    view: SentenceView
    trigger: Token
    verb: Token
    root: Token
    holder: Token
    nouns: list[Token]
    apart: bool


def placed(view: SentenceView, trigger: Token, root: Token, outlook: Outlook) -> Place | None:
    """Where the phrase whose head is `root` stands for the act of `trigger`; None where it dates another act."""
    at = _hanging(view, trigger, root)
    for place in (_in_the_antecedent, _in_its_clause, _at_its_time, _in_what_governs, _in_what_shares):
        found = place(at, outlook)
        if found is not None:
            return found
        if at.apart:
            return None
    return None


def _in_the_antecedent(at: _Hanging, outlook: Outlook) -> Place | None:
    """ "the summit last month, which France hosted", "on Monday, when it declared"."""
    if at.verb.dep_ in ("relcl", "acl") and (at.verb.head in at.nouns or at.verb.head in at.root.subtree):
        return Place(BY_ITS_OBJECT, None if _is_content(at.verb) else _direction(at.verb, outlook, True))
    return None


def _in_its_clause(at: _Hanging, outlook: Outlook) -> Place | None:
    if at.holder.i not in (at.trigger.i, at.verb.i):
        return None
    rank = BY_ITS_OBJECT if at.nouns and at.trigger not in at.nouns else ITS_OWN
    called = at.nouns[-1] if at.nouns and at.nouns[-1].dep_ in ("dobj", "nsubjpass") else None
    if called is not None and at.verb.lemma_ in _CALLING and at.view.context.lexicon.is_a(called.lemma_, "meeting"):
        return Place(rank, True)
    return Place(rank, _direction(at.holder if at.holder.pos_ in _VERBS else at.trigger, outlook, bool(at.nouns)))


def _at_its_time(at: _Hanging, outlook: Outlook) -> Place | None:
    """ "when they meet on Friday", "visiting Riga on Monday, he recognised", "the summit planned for March"."""
    for clause, main in ((at.holder, at.verb), (at.verb, at.holder)):
        if clause.dep_ == "advcl" and clause.head.i == main.i and any(t.lower_ == "when" for t in clause.children):
            return Place(BY_ITS_OBJECT, _direction(at.holder, outlook, bool(at.nouns)))
    if at.holder.dep_ == "acl" and at.holder.tag_ == "VBN" and at.holder.head.i == at.trigger.i:
        return Place(ITS_OWN, _direction(at.holder, outlook, False))
    by_the_way = at.holder.dep_ == "acl" and at.holder.tag_ == "VBG" and at.holder.head.dep_ in SUBJECTS
    with_it = at.holder.dep_ == "advcl" and at.holder.head.i == at.verb.i and _is_content(at.holder)
    if with_it or (by_the_way and at.holder.head.head.i == at.verb.i):
        return Place(BY_ITS_OBJECT, _direction(at.holder, outlook, bool(at.nouns)))
    return None


def _in_what_governs(at: _Hanging, outlook: Outlook) -> Place | None:
    """ "agreed on Friday to resume", "signed a decree on Friday that bans", "…, the ministry said on Friday"."""
    enacts = at.verb.dep_ in ("acl", "relcl") and at.verb.tag_ != "VBN" and at.verb.head.head.i == at.holder.i
    if enacts and at.view.context.lexicon.is_a(at.verb.head.lemma_, "instrument"):
        return Place(GOVERNED, _direction(at.holder, None, False))
    told = at.holder.dep_ == "parataxis" and at.holder.head.i == at.verb.i
    if at.holder.pos_ not in _VERBS or not (told or _governs(at.holder, at.verb)):
        return None
    says = at.view.context.lexicon.is_a(at.holder.lemma_, "saying") and at.holder.lemma_ not in _ENACTING
    return Place(GOVERNED, _direction(at.holder, None, False), says and _is_perfect(at.verb))


def _in_what_shares(at: _Hanging, outlook: Outlook) -> Place | None:
    """ "On Monday it barred him and froze …", "in a statement agreed on Monday", "told him to leave on Friday"."""
    if at.holder.dep_ == "xcomp" and at.holder.head.i == at.verb.i and _tense(at.verb) is not None:
        return Place(SHARED, _direction(at.verb, outlook, False))
    stated = at.holder.dep_ == "acl" and at.holder.tag_ == "VBN" and at.holder.head.head.lower_ == "in"
    if _shares(at.holder, at.verb, at.root) or (stated and at.holder.head.head.head.i == at.verb.i):
        return Place(SHARED, _direction(at.holder, outlook, bool(at.nouns)))
    return None


def _is_perfect(verb: Token) -> bool:
    """ "had left", "has recognised": over when it is told."""
    return any(t.lower_ in ("has", "have", "had") for t in children(verb, "aux"))


def _hanging(view: SentenceView, trigger: Token, root: Token) -> _Hanging:
    nouns: list[Token] = []
    apart = root.lower_ == "of" and root.head.i != trigger.i
    token = root
    while token.head.i != token.i:
        inside = token.dep_ in ("poss", "compound", "amod", "nmod", "nummod") and token.head.pos_ in ("NOUN", "PROPN")
        apart = apart or (inside and token.head.i != trigger.i) or _keeps(view, token, nouns)
        token = token.head
        if token.dep_ in ("aux", "auxpass"):
            continue  # "had on Wednesday given": the phrase hangs on the auxiliary, and dates its verb
        if (token.pos_ in _VERBS and token.lower_ not in _AS_PREPOSITIONS) or token.i == trigger.i:
            break
        if token.pos_ in ("NOUN", "PROPN", "NUM"):
            nouns.append(token)
    return _Hanging(view, trigger, clause_verb(trigger), root, token, nouns, apart)


def _keeps(view: SentenceView, token: Token, nouns: list[Token]) -> bool:
    """Whether a preposition above a phrase's nouns makes them an act of its own; what is said after talks is not."""
    if token.lower_ == "to" and token.head.lower_ in ("response", "reaction", "reply"):
        return bool(nouns)
    if not nouns or token.lower_ not in _OTHER_ACTS:
        return False
    return token.lower_ != "after" or not view.context.lexicon.is_a(nouns[-1].lemma_, "meeting")


def _direction(verb: Token, outlook: Outlook | None, by_noun: bool) -> bool | None:
    """Whether the clause of `verb` lies ahead, by its tense; where that is open, by the status of the act."""
    tense = _tense(verb)
    if outlook is not None and tense and not outlook.ahead and not outlook.contingent and verb.dep_ == "xcomp":
        return _tense(verb.head)  # "refused in February to accept", which is done
    if outlook is not None and outlook.ahead and (by_noun or tense is not False):
        return True
    return tense


def _tense(verb: Token) -> bool | None:
    """True ahead, False behind, None where the form does not say (a headline's present, a noun)."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    words = {t.lower_ for t in helpers}
    if words & {"will", "'ll", "shall", "would"} or any(t.lower_ in _FORWARD for t in (verb, *children(verb, "acomp"))):
        return True
    if verb.tag_ == "VBD" or any(t.tag_ == "VBD" or t.lower_ in ("has", "have") for t in helpers):
        return False
    if verb.tag_ == "VB" and "to" in words and verb.dep_ in ("xcomp", "acl", "advcl"):
        return True
    if verb.tag_ in ("VBN", "VBG") and not helpers and verb.head.pos_ in _VERBS and verb.head.i != verb.i:
        return _tense(verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBS and not helpers and verb.tag_ == verb.head.tag_:
        return _tense(verb.head)
    return None


def _governs(holder: Token, verb: Token) -> bool:
    """Whether `holder` governs `verb` as its content: "agreed on Friday to resume", "said on Monday that it would"."""
    token = verb
    while token.i not in (token.head.i, holder.i):
        if token.dep_ in _APART and not _is_content(token):
            return False
        if token.dep_ == "conj" and children(token, *SUBJECTS):
            return False
        token = token.head
    return token.i == holder.i


def _is_content(clause: Token) -> bool:
    """ "plans to leave", "criticised Moscow on Monday, urging it to": a clause at the time of the one above it."""
    if any(t.tag_ == "TO" for t in clause.children):
        return True
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and not children(clause, "mark", *SUBJECTS)


def _shares(holder: Token, verb: Token, root: Token) -> bool:
    """Whether two coordinated verbs have one subject or one fronted phrase: "On Monday it barred him and froze …"."""
    if holder.dep_ == "conj" and holder.head.i == verb.i:
        return not children(holder, *SUBJECTS)
    if verb.dep_ != "conj" or verb.head.i != holder.i:
        return False
    fronted = all(root.i < subject.i for subject in children(holder, *SUBJECTS))
    return not children(verb, *SUBJECTS) or fronted
