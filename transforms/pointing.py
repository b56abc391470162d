"""Which words of its own sentence a pronoun points at; whom they name is asked in `phrases`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.syntax import children, raw_subjects

_WE = ("we", "us", "our", "i", "my")
_NOUN_PLACES = ("nsubj", "dobj", "pobj", "nsubjpass")


def plural_before(view: SentenceView, token: Token) -> Token | None:
    """Of "spoke to businesses, telling them not to …": the businesses; None where no such plural stands before."""
    is_a = view.context.lexicon.is_a
    before = reversed(view.doc[: token.i])
    return next((t for t in before if t.tag_ == "NNS" and t.dep_ in _NOUN_PLACES and is_a(t.lemma_, "group")), None)


def speakers_of(view: SentenceView, token: Token) -> list[Token]:
    """Of '"We have recognised Kosovo," the minister said': the minister; nobody outside quotation marks."""
    if view.doc.text[: token.idx].count('"') % 2 == 0:
        return []
    for verb in token.ancestors:
        if verb.pos_ == "VERB" and view.context.lexicon.is_a(verb.lemma_, "saying"):
            return [t for t in raw_subjects(verb) if t.lower_ not in _WE]
    return []


def sayers_above(view: SentenceView, token: Token) -> list[Token]:
    """Of "Israel says that they must recognise it": Israel, who speaks of a duty of others."""
    duties = [t.lower_ for verb in (token.head, token.head.head) for t in children(verb, "aux")]
    if token.dep_ != "dobj" or not {"must", "should"} & set(duties):
        return []
    is_a = view.context.lexicon.is_a
    saying = next((t for t in token.head.ancestors if t.pos_ == "VERB" and is_a(t.lemma_, "saying")), None)
    return [t for t in raw_subjects(saying) if t.pos_ != "PRON"] if saying is not None else []


def subjects_above(token: Token) -> Iterator[list[Token]]:
    """The named subjects of the clauses above a pronoun's, nearest first; of its own too where it is no subject."""
    verbs = [t for t in token.ancestors if t.pos_ in ("VERB", "AUX")]
    for verb in verbs[1:] if token.dep_ == "nsubj" else verbs:
        said = any(t.dep_ == "ccomp" and token in t.subtree for t in verb.children)
        yield [t for t in raw_subjects(verb) if t.pos_ != "PRON" and (said or t.i < token.i) and token not in t.subtree]


def acting_words(token: Token) -> list[Token]:
    """Who acts in the clause of an object: "Mr X met Mr Y and urged him" is not Mr X."""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return raw_subjects(verb) if verb is not None else []


def first_of_kind(token: Token) -> Token:
    """The first "he" (or "she") of a sentence that has several: they are the same person as a rule."""
    kind = ("she", "her") if token.lower_ in ("she", "her") else ("he", "him", "his")
    return next((t for t in token.doc[: token.i] if t.lower_ in kind and t.dep_ == "nsubj"), token)
