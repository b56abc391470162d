"""Words that may give an event away, matched with their frame: the lemma in its place, with the object it must govern.

A verb is matched through its logical object (active, passive, participle, relative clause, "a round of sanctions"); a
noun by itself or through "of". The first frame that fits a word wins, the most demanding first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.knowledge.gazetteer import ADJECTIVE, PEOPLE
from transforms.knowledge.lexicon import SANCTION_NOUN, Frame, Lexicon
from transforms.phrases import resolve
from transforms.syntax import (
    before_hyphen,
    children,
    conjuncts,
    infinitive_of,
    is_state_of_being,
    logical_objects,
    preposition_objects,
    raw_subjects,
    told_to,
)

# Objects that may be told to do something: "orders its ambassadors to return".
_TOLD = ("actor", "diplomat")
# Classes of office that may stand beside a name.
_TITLES = ("diplomat", "envoy_role")
_INDEPENDENT_OBJECTS = ("", "*", "actor", "claimant", "claimant_person", "self_office")


@dataclass(frozen=True)
class Candidate:
    """A word with a frame that fits it, and the words that fill the frame's object."""

    frame: Frame
    trigger: Token
    objects: tuple[Token, ...]

    @property
    def names_class(self) -> bool:
        """Whether the object is of a class of nouns, which then tells no act of its own."""
        return self.frame.object not in _INDEPENDENT_OBJECTS

    @property
    def has_owner(self) -> bool:
        """Whether what is acted on belongs to somebody named before: "their assets", "sent their ambassadors to"."""
        return any(t.pos_ == "PRON" for head in self.objects for t in children(head, "poss"))


def candidates_at(view: SentenceView, token: Token) -> Iterator[Candidate]:
    """The readings of one word, the most demanding frame first."""
    lexicon = view.context.lexicon
    pos = _part_of_speech(token, lexicon)
    if pos is None:
        return
    lemma = lexicon.lemma(token.text, token.lemma_) if pos == "verb" else token.lemma_.lower()
    for frame in sorted(lexicon.frames.get((lemma, pos), ()), key=_demand):
        objects = _objects(view, token, frame)
        if objects is not None:
            yield Candidate(frame, token, tuple(objects))


def left_over(view: SentenceView, taken: set[int]) -> Iterator[Candidate]:
    """The sanction nouns of a sentence that no reading took (`taken`: token numbers): a regime told in passing."""
    for frame in view.context.lexicon.frames.get((SANCTION_NOUN, "noun"), ()):
        for token in view.doc:
            if token.i not in taken and is_sanction_noun(view, token):
                yield Candidate(frame, token, (token,))


def _part_of_speech(token: Token, lexicon: Lexicon) -> str | None:
    if token.pos_ in ("VERB", "AUX") or (token.tag_ == "VBN" and token.dep_ in ("amod", "acl")):
        return "verb"
    if is_state_of_being(token) and token.lower_ in lexicon.lemmas:
        return "verb"
    if token.dep_ == "acl" and token.tag_ == "NN" and token.lower_.endswith("ing") and token.lower_ in lexicon.lemmas:
        return "verb"  # "Ministers of the bloc, meeting in Brussels, …"
    if token.pos_ == "NOUN" and (token.lemma_.lower(), "noun") in lexicon.frames:
        return "noun"
    return "verb" if is_lost_verb(token, lexicon) else None


def is_lost_verb(token: Token, lexicon: Lexicon) -> bool:
    """A verb of the lexicon that the tagger took for a noun or adjective: "Several nations … expel Syrian diplomats".

    Only where the sentence has no main verb of its own.
    """
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.text[:1].isupper() or token.lower_ not in lexicon.lemmas:
        return False
    root = token.sent.root
    return token.i == root.i or not any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in token.doc)


def _demand(frame: Frame) -> float:
    if frame.gate == "deadline":
        return -1
    if frame.object == "*":
        return 3
    if frame.object in ("", "actor"):
        return 2
    return (1 if not frame.prep else 0) - (0.5 if frame.gate == "claimant_named" else 0)


def _objects(view: SentenceView, token: Token, frame: Frame) -> list[Token] | None:
    """The words that fill the frame's object; None where the frame does not fit."""
    if frame.object == "":
        return []
    heads = _object_heads(view, token, frame)
    if frame.object == "*":
        return heads if heads or not frame.prep else None
    if frame.object == "self_office":
        return _self_office(view, token)
    if frame.object in ("actor", "claimant_person"):
        return heads if resolve(view, heads, personal=True) else None
    if frame.object == "body":
        heads = [head for head in heads if view.context.is_body(view.actor_at(head) or "")]
    elif frame.object != "claimant":
        heads = [head for head in heads if is_of_class(view, head, frame.object)]
    return heads or None


def _object_heads(view: SentenceView, token: Token, frame: Frame) -> list[Token]:
    if frame.prep == ("subj",):
        heads = raw_subjects(token)
    elif frame.prep:
        heads = preposition_objects(token, frame.prep) or _beyond_object(token, frame)
    elif frame.pos == "noun":
        heads = preposition_objects(token, ("of",)) or (_called_on(token) if frame.object in _TOLD else [])
    elif token.pos_ not in ("VERB", "AUX") and token.dep_ != "acl" and not is_state_of_being(token):
        heads = _nouns_after(token)
    else:
        heads = logical_objects(token) or (told_to(token) if frame.object in _TOLD else [])
    if frame.status and frame.prep:
        heads = [head for head in heads if infinitive_of(head) is None]
    singles = [single for head in heads for single in conjuncts(head)]
    return [inner for single in singles for inner in _inside(view, single, frame.object)]


def _called_on(noun: Token) -> list[Token]:
    """Of "its call for Mr X to step down" Mr X, whom the parser makes the subject of the infinitive."""
    return [subject for clause in children(noun, "acl") for subject in children(clause, "nsubj")]


def _beyond_object(verb: Token, frame: Frame) -> list[Token]:
    """ "removed the Taliban from its list": the parser may hang the preposition on the object."""
    if frame.pos != "verb" or frame.object in _INDEPENDENT_OBJECTS:
        return []
    listed = [single for head in logical_objects(verb) for single in conjuncts(head)]
    return [noun for head in listed for noun in preposition_objects(head, frame.prep)]


def _nouns_after(token: Token) -> list[Token]:
    """The object of a lost verb: the first noun to its right that no other noun follows directly."""
    for noun in token.doc[token.i + 1 : token.i + 9]:
        if noun.pos_ in ("NOUN", "PROPN") and (
            noun.i + 1 == len(noun.doc) or noun.nbor().pos_ not in ("NOUN", "PROPN")
        ):
            return [noun]
    return []


def _inside(view: SentenceView, head: Token, wanted: str) -> list[Token]:
    """ "a round of sanctions", "$2bn of assets": what is counted, unless the frame wants the counting word itself."""
    lexicon = view.context.lexicon
    counts = lexicon.is_a(head.lemma_, "pass_through") or head.pos_ == "NUM" or head.text[0].isdigit()
    if counts and not is_sanction_noun(view, head) and not lexicon.is_a(head.lemma_.lower(), wanted):
        inner = preposition_objects(head, ("of",)) or _worth(view, head)
        if inner:
            return [single for noun in inner for single in conjuncts(noun)]
    return [head]


def _worth(view: SentenceView, amount: Token) -> list[Token]:
    """Of "cut off millions of dollars in aid" the aid, wherever the parser hung it."""
    inside = [*preposition_objects(amount, ("in",)), *preposition_objects(amount.head, ("in",))]
    return [noun for noun in inside if noun.i > amount.i and view.context.lexicon.is_a(noun.lemma_.lower(), "aid")]


def is_of_class(view: SentenceView, head: Token, wanted: str) -> bool:
    """Whether the noun `head`, alone or with the word before it, is of a class of seeds/lexicon/word_classes.csv."""
    if wanted == "sanction":
        return is_sanction_noun(view, head) or _is_them(view, head)
    is_a = view.context.lexicon.is_a
    if any(is_a(words, wanted) for words in _spellings(head)):
        return True
    if wanted == "diplomat" and is_people(view, head):
        return True
    if wanted == "agreement" and view.context.is_treaty(view.actor_at(head) or ""):
        return True
    return wanted in _TITLES and _is_titled(view, head, wanted)


def _spellings(head: Token) -> list[str]:
    """The words under which a noun may be listed: "visas", "high commissioner", "head of mission"."""
    lemma = head.lemma_.lower()
    found = [lemma, head.lower_, head.lower_.removesuffix("s")]
    found += [f"{joined}-{lemma}"] if (joined := before_hyphen(head)) else []
    found += [f"{head.nbor(-1).lower_} {lemma}"] if head.i else []
    return [*found, *(f"{lemma} of {noun.lower_}" for noun in preposition_objects(head, ("of",)))]


def _is_titled(view: SentenceView, head: Token, wanted: str) -> bool:
    """ "High Commissioner Caroline McDonald", "John Correa, a military attache": a name with its office."""
    lexicon = view.context.lexicon
    beside = [*head.lefts, *(t for t in children(head, "appos") if t.i > head.i)]
    return any(
        lexicon.is_a(t.lower_, wanted) or (t.i > 0 and lexicon.is_a(f"{t.nbor(-1).lower_} {t.lower_}", wanted))
        for t in beside
    )


def is_people(view: SentenceView, head: Token) -> bool:
    """Whether `head` counts people of a state ("expelled 60 Russians")."""
    span = view.span_at(head)
    return span is not None and span.kind in (ADJECTIVE, PEOPLE) and bool(children(head, "nummod", "det"))


def is_sanction_noun(view: SentenceView, head: Token) -> bool:
    """A sanction by name ("embargo", "asset freeze"), or a ban, curb or restriction that its own words make one."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    lexicon = view.context.lexicon
    lemma = head.lemma_.lower()
    if lexicon.is_a(lemma, "sanction") or lexicon.is_a(head.lower_, "sanction"):
        return True
    before = head.doc[head.i - 1].lower_ if head.i else ""
    if lexicon.is_a(f"{before} {lemma}", "sanction"):
        return True
    if lexicon.is_a(lemma, "weak_sanction"):
        return _weak_is_sanction(view, head, before) or _takes_up(view, head)
    return lexicon.is_a(lemma, "step") and _takes_up(view, head)


def _weak_is_sanction(view: SentenceView, head: Token, before: str) -> bool:
    lexicon = view.context.lexicon
    if any(lexicon.is_a(word, "sanction_cue") for word in (before, *(t.lower_ for t in head.lefts))):
        return True
    against = [single for noun in preposition_objects(head, ("on", "against")) for single in conjuncts(noun)]
    against += [noun for verb in against if verb.pos_ == "VERB" for noun in (verb, *children(verb, "dobj"))]
    return any(
        view.names_actor(t) or lexicon.is_a(t.lemma_, "trade") or lexicon.is_a(t.lower_, "sanction_cue")
        for t in against
    )


def _is_them(view: SentenceView, head: Token) -> bool:
    """ "would consider easing them": the sanctions of this sentence or the one before, after a verb of sanctions."""
    lexicon = view.context.lexicon
    if head.lower_ not in ("them", "it") or not lexicon.is_a(head.head.lemma_, "regime_verb"):
        return False
    here = view.offset(head)
    start = view.context.folded.rfind(". ", 0, max(0, view.base - 2)) + 1
    return bool(lexicon.sanction_words.search(view.context.folded, start, here))


def takes_up_claimant(view: SentenceView, candidate: Candidate) -> bool:
    """ "recognised it", "does not recognise the two regions": the claimant is one that was told before."""
    return bool(candidate.objects) and all(_is_bare_claimant(view, head) for head in candidate.objects)


def _is_bare_claimant(view: SentenceView, head: Token) -> bool:
    if view.span_at(head):
        return False
    if head.pos_ == "PRON":
        return head.lower_ in ("it", "them")
    lexicon = view.context.lexicon
    bare = not children(head, "prep", "appos", "poss", "relcl", "acl")
    beside = [t for t in head.lefts if t.dep_ not in ("det", "predet", "nummod")]
    is_known = any(t.lower_ in ("the", "both", "these", "this") for t in head.lefts)
    plain = all(lexicon.is_a(t.lower_, "taking_up") for t in beside)
    return bare and is_known and plain and (head.pos_ == "NUM" or lexicon.is_a(head.lemma_, "bare_claimant"))


def _takes_up(view: SentenceView, head: Token) -> bool:
    """ "the penalties", "further measures", "similar steps": after the article has told of sanctions by name."""
    lexicon = view.context.lexicon
    kind = "taking_up_step" if lexicon.is_a(head.lemma_, "step") else "taking_up"
    beside = [t for t in head.lefts if t.dep_ in ("det", "poss", "amod", "compound", "nmod")]
    if not any(lexicon.is_a(t.lower_, kind) for t in beside):
        return False
    plain = all(t.dep_ in ("det", "poss") or lexicon.is_a(t.lower_, "taking_up") for t in beside)
    return plain and bool(lexicon.sanction_words.search(view.context.folded, 0, view.offset(head)))


def _self_office(view: SentenceView, token: Token) -> list[Token] | None:
    """ "declared himself interim president": the reflexive."""
    objects = [t for t in token.subtree if t.lower_ in ("himself", "herself", "itself", "themselves") and t.i > token.i]
    offices = [t for t in token.subtree if t.lower_ in ("president", "leader", "state", "republic", "prime", "premier")]
    return objects[:1] if objects and offices else None
