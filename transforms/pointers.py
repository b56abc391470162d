"""The words of an act that point to another: "the move", "in response to the expulsions", "retaliated by …"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView, as_broken
from transforms.syntax import children, preposition_objects
from transforms.triggers import Candidate

_ECHO = "echo:"
# Before what an answer speaks of: "protested against the move", "regret at", "apologised for".
_ABOUT = ("about", "against", "at", "for", "of", "over", "to")
_INDEFINITE = ("a", "an", "any", "no", "some", "such")


@dataclass(frozen=True, slots=True)
class Pointers:
    """How an act's words point to another act, without saying to which.

    `is_act`: what it speaks of stands for an act ("the move"); `named` are the actions that what it speaks of names.
    `reason` is where the words of its reason stand, offsets into the article's field; `caused_by` the actions that
    their nouns name. `responds`: a verb above says that it is a response.
    """

    is_act: bool = False
    named: tuple[str, ...] = ()
    reason: tuple[int, int] | None = None
    caused_by: tuple[str, ...] = ()
    responds: bool = False


NOTHING = Pointers()


def pointers_of(view: SentenceView, candidate: Candidate, reason: str | None) -> Pointers:
    """The pointers of one act, whose reason has been found."""
    span = _span(view, candidate.trigger, reason)
    inside = [t for t in view.doc if span and span[0] <= view.offset(t) < span[1]]
    heads = (candidate.trigger, *candidate.objects)
    spoken_of = [*candidate.objects, *(noun for head in heads for noun in preposition_objects(head, _ABOUT))]
    return Pointers(
        is_act=any(view.context.lexicon.is_a(noun.lemma_, "told_act") for noun in spoken_of if _points(noun)),
        named=echoes(view, filter(_points, spoken_of)),
        reason=span,
        caused_by=echoes(view, filter(_points, inside)),
        responds=_responds(view, candidate.trigger),
    )


def echoes(view: SentenceView, nouns: Iterable[Token]) -> tuple[str, ...]:
    """The actions that nouns name again: "the vote", "the expulsions", "the offer"."""
    classes = view.context.lexicon.word_classes
    kinds = (kind for noun in nouns for kind in classes.get(noun.lemma_.lower(), ()))
    return tuple(sorted({kind.removeprefix(_ECHO) for kind in kinds if kind.startswith(_ECHO)}))


def _span(view: SentenceView, trigger: Token, reason: str | None) -> tuple[int, int] | None:
    """Where the reason stands, which was put on one line; it comes after its verb."""
    if not reason:
        return None
    found = as_broken(reason).search(view.context.text, view.offset(trigger), view.sentence.end_char)
    return found.span() if found else None


def _points(word: Token) -> bool:
    """Whether a noun can stand for what was told before: "the move", "Norway's decision", but not "any step", nor "its
    call for sanctions", which says itself what was called for."""
    is_told_anew = any(t.lower_ in _INDEFINITE for t in children(word, "det"))
    says_what = bool(children(word, "acl")) or any(t.lower_ == "for" for t in children(word, "prep"))
    return word.pos_ == "NOUN" and not is_told_anew and not says_what


def _responds(view: SentenceView, trigger: Token) -> bool:
    """ "retaliated by expelling …": whether a verb says that the act is a response."""
    by = trigger.head
    return trigger.dep_ == "pcomp" and by.lower_ == "by" and view.context.lexicon.is_a(by.head.lemma_, "responding")
