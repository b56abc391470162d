"""Who says so: the narrator, a speaker quoted or reported, or a source that nobody can check (hedged).

A speaker is the subject of a saying verb whose content the act is ("said that", "…, he said", "according to"). Who
"said it would" only announces: that an act is announced is told by the narrator.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.naming import phrase_text
from transforms.phrases import resolve
from transforms.syntax import children, clause_verb, raw_subjects

_ACCORDING = "according"
# Clauses that hang on what is said without being said: "said it would pay after the court had ruled".
_UNSAID = ("advcl", "relcl", "appos")
# From this many words on, a quotation inside the clause makes it the speaker's own.
_QUOTE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Attribution:
    """`by` is the speaker in the article's words, None for the narrator; `mode` as in seeds/ontology."""

    by: str | None
    mode: str


@dataclass(frozen=True, slots=True)
class _Telling:
    """Who tells it, and the verb of the clause that they tell; None where nobody does with a verb of saying."""

    speakers: list[Token]
    told: Token | None = None


def attribute(view: SentenceView, trigger: Token) -> Attribution:
    """Who says what `trigger` tells."""
    telling = _telling(view, trigger)
    speakers = telling.speakers
    if speakers and not _announces_itself(telling):
        return Attribution(_name(view, speakers[0]), _mode(view, trigger, speakers[0]))
    return Attribution(None, "hedged" if not speakers and _is_hedged(view, trigger) else "narrator")


def _announces_itself(telling: _Telling) -> bool:
    """ "Norway said it would recognise", but not "said that it had" nor "its minister said that it would"."""
    told, speaker = telling.told, telling.speakers[0]
    if told is None or children(speaker, "appos", "poss"):
        return False
    own = any(t.lower_ in ("it", "they", "he", "she") and t.i > speaker.i for t in children(told, "nsubj", "nsubjpass"))
    helpers = {t.lower_ for t in children(told, "aux", "auxpass")}
    return own and (
        bool(helpers & {"would", "will", "did", "does", "do"}) or (told.tag_ == "VBG" and "had" not in helpers)
    )


def _telling(view: SentenceView, trigger: Token) -> _Telling:
    found = _saying(view, trigger)
    if found is not None:
        verb, told = found
        return _Telling(_subjects(verb), told)
    above = {trigger.i, *(t.i for t in trigger.ancestors)}
    for word in view.doc:
        if word.lower_ == _ACCORDING and (word.head.i in above or word.i == 0):
            return _Telling([noun for to in children(word, "prep") for noun in children(to, "pobj")])
    return _Telling([])


def _saying(view: SentenceView, trigger: Token) -> tuple[Token, Token] | None:
    """The verb whose content `trigger` is, and the content's own verb.

    It stands above the clause ("said that it would …") or after it ("…, the ministry said").
    """
    token = trigger
    while token.head.i != token.i and token.dep_ not in _UNSAID:
        if token.dep_ == "ccomp" and _says(view, token.head):
            return token.head, token
        token = token.head
    after = next((t for t in view.doc[trigger.i + 1 :] if _says(view, t) and _is_trailing(t)), None)
    return (after, clause_verb(trigger)) if after is not None else None


def _says(view: SentenceView, token: Token) -> bool:
    return token.pos_ == "VERB" and view.context.lexicon.is_a(token.lemma_, "saying")


def _is_trailing(verb: Token) -> bool:
    """Whether a saying verb stands with its subject after a comma and tells nothing of its own: "…, he said"."""
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or after == "that" or children(verb, "mark"):
        return False
    if any(t.i > verb.i for t in children(verb, "ccomp", "dobj", "xcomp")):
        return False
    subjects = _subjects(verb)
    if not subjects:
        return False
    first = min(t.left_edge.i for t in subjects)
    return first > 0 and verb.doc[first - 1].text in (",", '"', "'") and all(t.i < verb.i for t in subjects)


def _subjects(verb: Token) -> list[Token]:
    """The subject of a saying verb, or the name that stands right before it, which the parser may hang elsewhere."""
    own = [t for t in raw_subjects(verb) if verb.dep_ != "conj" or t in children(verb, "nsubj")]
    if own:
        return own
    before = next((t for t in reversed(verb.doc[: verb.i]) if t.text not in (",", '"')), None)
    return [before] if before is not None and before.pos_ in ("PROPN", "NOUN", "PRON") else []


def _name(view: SentenceView, speaker: Token) -> str:
    """The speaker in the article's words; of a pronoun the person or state that it means."""
    if speaker.pos_ != "PRON":
        named = resolve(view, [speaker], personal=True)
        return named[0].name if named else phrase_text(view, speaker)
    meant = resolve(view, [speaker], personal=True)
    surname = meant[0].actor_id.removeprefix("NAME:") if meant else speaker.text
    person = view.context.people.find(surname, True) if meant else None
    return person.name if person else view.context.gazetteer.name(surname) or surname


def _mode(view: SentenceView, trigger: Token, speaker: Token) -> str:
    lexicon = view.context.lexicon
    if _is_quoted(view, trigger):
        return "quoted"
    nobody = not any(view.span_at(t) for t in speaker.lefts) and not children(speaker, "appos")
    return "hedged" if nobody and lexicon.is_a(speaker.lemma_.lower(), "anonymous") else "reported"


def _is_quoted(view: SentenceView, trigger: Token) -> bool:
    """Whether the trigger stands in quotation marks, or its clause quotes at length."""
    if view.doc.text[: trigger.idx].count('"') % 2 == 1:
        return True
    marks = [t.i for t in clause_verb(trigger).subtree if t.text == '"' and t.i > trigger.i]
    return len(marks) > 1 and marks[1] - marks[0] > _QUOTE_WORDS


def _is_hedged(view: SentenceView, trigger: Token) -> bool:
    """Whether a word of doubt governs the act or stands beside it: "is understood to", "allegedly"."""
    lexicon = view.context.lexicon
    words = [trigger]
    while words[-1].head.i != words[-1].i and words[-1].dep_ not in _UNSAID:
        words.append(words[-1].head)
    beside = [child for word in words for child in word.children if child.dep_ in ("advmod", "amod")]
    return any(lexicon.is_a(t.lower_, "hedge") for t in (*words[1:], *beside))
