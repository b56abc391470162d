"""What a sentence says became of a deadline or an ultimatum: that it lapsed, was met, or was extended.

The words are rows of `seeds/lexicon/clock_nouns.csv` and `clock_turns.csv`. Only what the text tells as done counts:
what is denied, doubted, wished, conditional or still ahead ("expires on Sunday") says nothing of the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Token

from transforms.article_context import SentenceView
from transforms.dates import When, find_dates
from transforms.errors import SeedError
from transforms.knowledge.rows import read_rows
from transforms.modality import mood
from transforms.phrases import resolve
from transforms.placing import Outlook
from transforms.records import ClockNotice, ClockNoticeActor
from transforms.syntax import children, conjuncts, preposition_objects, raw_subjects
from transforms.timing import dated

OUTCOMES = ("lapsed", "met", "extended")
SETTER, ADDRESSEE, NAMED = "setter", "addressee", "named"
_SETTING = ("set", "give", "impose", "issue", "fix")
_LETTING = ("let", "allow")
_UNSURE_MARKS = {"if", "unless", "until", "till", "whether", "before"}
_POINTS_IN_TIME = {"once", "when"}
_DENYING = ("deny", "doubt", "fear", "hope", "expect", "want", "demand", "refuse", "fail", "hesitate", "warn")
_PAST = Outlook(ahead=False, contingent=False, standing=False)
_TO_A_DAY = re.compile(r"\b(?:to|until|till)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turns:
    """The nouns that a clock hangs on, and what each verb with its particle makes of them as its subject or object."""

    nouns: frozenset[str]
    outcomes: dict[tuple[str, str, str], str]
    sieve: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice before it is numbered; actors by role, offsets into the part of the version that `field` names."""

    outcome: str
    new_deadline: date | None
    when: When
    field: str
    start: int
    end: int
    actors: tuple[tuple[str, str, str], ...]  # role, actor_id, name


@lru_cache(maxsize=2)
def load_turns(seeds: Path) -> Turns:
    """The words under `seeds/lexicon/`. Raises SeedError for an outcome or a slot that does not exist."""
    nouns = frozenset(row["noun"] for row in read_rows(seeds / "lexicon" / "clock_nouns.csv", ("noun",)))
    outcomes = {}
    for row in read_rows(seeds / "lexicon" / "clock_turns.csv", ("lemma", "particle", "slot", "outcome")):
        if row["outcome"] not in OUTCOMES or row["slot"] not in ("subject", "object"):
            where = f"clock_turns.csv ({row['lemma']})"
            raise SeedError(f"{row['slot']} {row['outcome']!r}", where, f"write subject or object, {OUTCOMES}")
        outcomes[row["lemma"], row["particle"], row["slot"]] = row["outcome"]
    words = "|".join(sorted(map(re.escape, nouns)))
    return Turns(nouns, outcomes, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE))


def notices_of(view: SentenceView, turns: Turns) -> Iterator[Notice]:
    """The notices of one parsed sentence in text order, at most one a noun."""
    if view.context.is_vetoed(view.sentence) or view.doc.text.rstrip("\"' )").endswith("?"):
        return
    for noun in view.doc:
        if noun.lemma_.lower() not in turns.nouns or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        for verb, slot in _verbs_of(noun):
            outcome = next((turns.outcomes[key] for key in _keys(verb, slot) if key in turns.outcomes), None)
            if outcome is not None and _is_told(view, verb):
                yield _notice(view, noun, verb, outcome)
                break


def rows_of(
    version_id: str, text: str, title: str | None, notices: Iterable[Notice]
) -> tuple[tuple[ClockNotice, ...], tuple[ClockNoticeActor, ...]]:
    """The numbered rows of a version's notices, in order of field and place."""
    told, parties = [], []
    for ordinal, one in enumerate(sorted(notices, key=lambda n: (n.field, n.start)), 1):
        quote = (text if one.field == "text" else title or "")[one.start : one.end]
        when = one.when
        told.append(
            ClockNotice(
                version_id,
                ordinal,
                one.outcome,
                one.new_deadline,
                when.start,
                when.end,
                when.precision,
                one.field,
                one.start,
                one.end,
                quote,
            )
        )
        parties += [ClockNoticeActor(version_id, ordinal, role, actor_id) for role, actor_id, _ in one.actors]
    return tuple(told), tuple(parties)


def _verbs_of(noun: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that `noun` is the logical subject or object of; first those of an "it" that can only mean it."""
    head = noun
    if noun.head.pos_ in ("VERB", "AUX") and noun.head.dep_ in ("advcl", "relcl", "ROOT", "conj"):
        # "when the deadline expired, Venezuela extended it": what became of it in the end.
        its = [t for t in noun.doc if t.i > noun.i and t.lower_ == "it" and t.dep_ == "dobj"]
        yield from ((t.head, "object") for t in its if t.head.i != noun.head.i and _only_thing(noun, t))
    if noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.lower_ in ("of", "in"):
        head = noun.head.head  # "the demand of the ultimatum", "the terms in the ultimatum"
    verb = head.head
    if head.dep_ == "nsubj":
        yield verb, "subject"
        yield from ((other, "subject") for other in children(verb, "conj") if not children(other, "nsubj", "nsubjpass"))
    elif head.dep_ in ("dobj", "nsubjpass"):
        yield verb, "object"
    elif head.dep_ == "pobj" and verb.lower_ in ("after", "since"):
        # "after the deadline that they had set expired": the parser hangs the clause on the noun.
        hung = children(noun, "acl", "relcl")
        yield from ((other, "subject") for other in hung if not children(other, "nsubj", "nsubjpass", "agent"))
    elif head.dep_ == "pobj" and verb.head.pos_ == "VERB":
        yield verb.head, "object"


def _only_thing(noun: Token, pronoun: Token) -> bool:
    """Whether no other single thing stands between a noun and "it" that the pronoun could mean."""
    between = noun.doc[noun.i + 1 : pronoun.i]
    return not any(t.pos_ == "NOUN" and t.tag_ == "NN" and t.dep_ in ("dobj", "nsubj", "nsubjpass") for t in between)


def _keys(verb: Token, slot: str) -> Iterator[tuple[str, str, str]]:
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "advmod", "prep"):
            yield lemma, child.lower_, slot
    yield lemma, "", slot


def _is_told(view: SentenceView, verb: Token) -> bool:
    """Whether the text tells the turn of `verb` as done."""
    main = verb
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in _LETTING:
        main = verb.head
    if not _is_done(view, main):
        return False
    child = main
    for above in main.ancestors:
        if above.pos_ in ("VERB", "AUX") and child.dep_ in ("ccomp", "xcomp") and above.lemma_ in _DENYING:
            return False
        if any(t.lower_ in ("if", "unless") for t in children(above, "mark")):
            return False
        child = above
    return True


def _is_done(view: SentenceView, verb: Token) -> bool:
    told = mood(verb, view.context.lexicon)
    if told.reading != "done" or told.negated or any(t.dep_ == "neg" for t in verb.children):
        return False
    marks = {t.lower_ for t in children(verb, "mark", "advmod")}
    helpers = {t.lower_ for t in children(verb, "aux", "auxpass")}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"has", "have", "had", "was", "were"})
    if marks & _UNSURE_MARKS or (marks & _POINTS_IN_TIME and not past):
        return False
    return bool(past) or _is_done_by_its_head(view, verb, marks, helpers) or _is_headline(view, verb, helpers)


def _is_done_by_its_head(view: SentenceView, verb: Token, marks: set[str], helpers: set[str]) -> bool:
    """ "after the deadline expired", hung on the noun; "and extended"; ", ignoring the ultimatum"."""
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "pobj" and not helpers:
        return verb.head.head.lower_ in ("after", "since")
    shares = (verb.tag_ == "VBN" and verb.dep_ == "conj") or (verb.tag_ == "VBG" and verb.dep_ == "advcl" and not marks)
    if shares:
        return verb.head.i != verb.i and _is_done(view, verb.head)
    # "Forces attack after an ultimatum expires": a digest tells what was done in the present tense.
    told = (
        verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "advcl" and "after" in marks and verb.head.tag_ in ("VBZ", "VBP")
    )
    return told and not children(verb.head, "aux", "auxpass")


def _is_headline(view: SentenceView, verb: Token, helpers: set[str]) -> bool:
    """A headline tells what was done in the present tense; "deadline expires" may lie ahead even there."""
    present = view.sentence.field == "title" and verb.tag_ in ("VBZ", "VBP") and not helpers
    return present and not any(t.lemma_ in ("deadline", "ultimatum") for t in children(verb, "nsubj"))


def _notice(view: SentenceView, noun: Token, verb: Token, outcome: str) -> Notice:
    moved = _new_deadline(view, verb) if outcome == "extended" else None
    when = dated(view, verb, _PAST)
    if moved is not None and when.text and when.at <= view.base + moved.at < when.to:
        when = _other_day(view, verb, moved)
    sentence = view.sentence
    day = moved.day if moved is not None else None
    actors = tuple(_actors(view, noun, verb, outcome))
    return Notice(outcome, day, when, sentence.field, sentence.start_char, sentence.end_char, actors)


def _other_day(view: SentenceView, verb: Token, moved: When) -> When:
    """The day of an extension beside the day that it set: "extended it to Friday on Monday"."""
    at = {t.idx for t in _clause(verb)}
    for when in find_dates(view.doc.text, view.context.day, False):
        if when.at in at and when.at != moved.at and not when.is_deadline:
            return when
    return When(None, view.context.day, "before", "", "no date, reported", 0, 0, "")


def _new_deadline(view: SentenceView, verb: Token) -> When | None:
    """The day that the clock was set to: "extended the deadline to Friday", "until 31 August"."""
    text = view.doc.text
    for when in find_dates(text, view.context.day, True):
        is_limit = when.lead in ("until", "till") or _TO_A_DAY.search(text, 0, when.at)
        if when.at > verb.idx and when.day and is_limit:
            return when
    return None


def _actors(view: SentenceView, noun: Token, verb: Token, outcome: str) -> Iterator[tuple[str, str, str]]:
    """Who set the clock, to whom, and who else the clause names; each actor once, in its first role."""
    seen: set[str] = set()
    clause = {t.i for t in _clause(verb)}
    named = [t for t in view.doc if t.i in clause and view.names_actor(t)]
    for role, heads in (
        (SETTER, _setters(noun, verb, outcome)),
        (ADDRESSEE, _addressees(noun, verb, outcome)),
        (NAMED, named),
    ):
        for who in resolve(view, heads, personal=role == ADDRESSEE):
            if who.actor_id not in seen:
                seen.add(who.actor_id)
                yield role, who.actor_id, who.name


def _clause(verb: Token) -> Iterator[Token]:
    """The words of the verb's own clause, without the clauses that hang on it."""
    yield verb
    for child in verb.children:
        if child.dep_ not in ("advcl", "ccomp", "conj", "parataxis", "relcl"):
            yield from child.subtree


def _setters(noun: Token, verb: Token, outcome: str) -> list[Token]:
    found = [t for setting in _settings(noun) for t in _who_sets(setting)]
    # Whose "their ultimatum" is stays open.
    found += [t for t in children(noun, "poss") if t.pos_ != "PRON"] if not found else []
    if outcome == "extended" and not found:
        found = raw_subjects(verb) if not children(verb, "nsubjpass") else preposition_objects(verb, ("by",))
    return found


def _who_sets(setting: Token) -> list[Token]:
    if setting.tag_ == "VBN" and setting.dep_ == "acl":
        return preposition_objects(setting, ("by",))
    return children(setting, "nsubj")


def _addressees(noun: Token, verb: Token, outcome: str) -> list[Token]:
    letting = verb.head if verb.head.lemma_ in _LETTING and verb.dep_ in ("ccomp", "xcomp") else None
    if letting is not None:
        return raw_subjects(letting)
    found = [t for prep in noun.subtree if prep.lower_ in ("for", "to") for t in children(prep, "pobj")]
    for setting in _settings(noun):
        found += children(setting, "dative", "iobj") + preposition_objects(setting, ("for", "to"))
        found += [t for t in children(setting, "dobj") if t.lower_ not in ("that", "which")]
    if outcome in ("lapsed", "met") and noun.dep_ in ("dobj", "pobj"):
        found += raw_subjects(verb)
    if outcome in ("lapsed", "met") and noun.dep_ == "nsubjpass":
        found += preposition_objects(verb, ("by",))
    return [t for t in found if t.pos_ in ("PROPN", "NOUN", "PRON")]


def _settings(noun: Token) -> list[Token]:
    return [t for single in conjuncts(noun) for t in children(single, "relcl", "acl") if t.lemma_ in _SETTING]
