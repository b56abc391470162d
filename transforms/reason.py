"""Why an act is done, in the article's words: "over its refusal to …", "in response to", "because", "citing"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.syntax import SUBJECTS, children, preposition_objects

# Nouns between "in" and "to", "at" or "for" that make what follows the cause.
_ANSWERS = ("response", "protest", "reply", "retaliation", "anger", "reaction", "solidarity", "revenge", "punishment")
_BECAUSE = ("because", "since", "as")
# What somebody did after another had done something answers it, if no time stands between.
_AFTER = ("after",)
_TO_WHAT_END = ("punish", "reward", "protest")
_CITING = ("cite", "accuse", "reward", "allege", "blame")
# "sanctions on officials accused of abuses".
_CHARGED = ("accused", "suspected", "blamed")
_STANDS_FOR = ("issue", "matter", "affair", "it", "this", "that", "them")
_LONGEST = 40


def reason_of(view: SentenceView, trigger: Token, objects: Iterable[Token], answers: bool) -> str | None:
    """The words that give the reason of the act of `trigger`; None where the text gives none.

    `answers`: the act is one that answers others' doings, so that "over", "for" and "after" give its reason.
    """
    heads = [trigger, *(t for t in objects if t.i > trigger.i)]
    if trigger.pos_ == "NOUN" and trigger.dep_ in ("dobj", "nsubjpass") and trigger.head.pos_ == "VERB":
        heads.append(trigger.head)
    for head in heads:
        for child in head.children:
            if child.i > trigger.i and _is_reason(child, answers):
                return _words(view, child)
    blamed = (t for head in heads for noun in preposition_objects(head, ("on", "against")) for t in noun.children)
    charge = next((t for t in blamed if t.dep_ == "acl" and t.lower_ in _CHARGED and children(t, "prep")), None)
    return _words(view, charge) if charge is not None else None


def _is_reason(child: Token, answers: bool) -> bool:
    if child.dep_ == "prep":
        return _gives_cause(child) or (answers and _gives_answer(child))
    if child.dep_ != "advcl":
        return False
    if child.lemma_ in _CITING and child.tag_ == "VBG" and not children(child, *SUBJECTS):
        return True
    if child.lemma_ in _TO_WHAT_END and any(t.tag_ == "TO" for t in child.children):
        return True
    marks = [t.lower_ for t in children(child, "mark", "advmod", "prep")]
    return "because" in marks or (answers and "after" in marks and _is_after(child))


def _gives_cause(prep: Token) -> bool:
    """ "because of", "following", "in response to"; "in protest" alone says nothing."""
    if prep.lower_ == "in":
        return any(t.lower_ in _ANSWERS and children(t, "prep") for t in children(prep, "pobj"))
    return prep.lower_ in ("because", "due", "following")


def _gives_answer(prep: Token) -> bool:
    """ "over its refusal", "for recognising it", "after he had refused"."""
    return _is_over_something(prep) or (prep.lower_ == "for" and bool(children(prep, "pcomp"))) or _is_after(prep)


def _is_over_something(child: Token) -> bool:
    """ "over its refusal", but not "over the issue", which stands for a reason given elsewhere."""
    return child.lower_ == "over" and any(t.lower_ not in _STANDS_FOR for t in children(child, "pobj"))


def _is_after(child: Token) -> bool:
    """ "after Moscow had refused", but not "two days after" nor "after a meeting"."""
    clause = next(iter(children(child, "pcomp")), child)
    first = child.left_edge
    timed = first.i > 0 and first.nbor(-1).lower_.startswith(("day", "week", "month", "year", "hour", "minute"))
    own = any(t.dep_ == "npadvmod" for t in clause.children if t.i < clause.i)
    return bool(children(clause, *SUBJECTS)) and not (timed or own) and child.lower_ in (*_AFTER, clause.lower_)


def _words(view: SentenceView, child: Token) -> str:
    first, last = child.left_edge, child.right_edge
    last = min(last, first.doc[min(len(first.doc) - 1, first.i + _LONGEST)], key=lambda t: t.i)
    while last.is_punct and last.i > first.i:
        last = last.nbor(-1)
    return view.words(first, last)
