"""The condition under which an act comes about, in the article's words, and the deadline that it sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from transforms.article_context import SentenceView, words
from transforms.dates import number_of
from transforms.syntax import children, clause_verb
from transforms.timing import deadline

_CONDITION = re.compile(
    r"\b(?:if|unless|until|provided that|on condition that|in return for|as long as)\b[^.;]*", re.IGNORECASE
)
# "has until Friday to …", "gave it ten days to …": what is demanded, with its time.
_GIVEN_TIME = re.compile(
    r"\b(?:until [^.;,]{2,30}?"
    r"|(?:another |a further )?(?P<count>an?|\d{1,3}|[a-z]+)[ -](?P<unit>hour|day|week|month)s?)"
    r"(?= to [a-z])[^.;,]*",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|in) (?:the next )?(?P<count>an?|\d{1,3}|[a-z]+)[ -](?P<unit>hour|day|week|month)s?\b"
)
_TO_LEAVE = re.compile(r"[^.;,]{2,40} to (?:leave|go|depart|quit)\b")
_OR_FACE = re.compile(r",? or (?:else |it will |they will |to )?(?:face|risk|be)\b")
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30}
# Where a condition stops and the main clause goes on.
_STOPS = re.compile(r", then |,? or (?:else |it will |they will |to )?(?:face|risk|be)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in the article's own words; offsets into the article's field."""

    text: str
    start: int
    end: int
    deadline: date | None


def condition_of(view: SentenceView, trigger: Token, acted: date | None) -> Clause | None:
    """The clause that a condition word opens, or what is demanded by a time.

    "Within ten days" counts from the day of the act (`acted`), where that is not told from publication; of an act told
    in the past perfect ("had given him ten days") without its day nobody knows when the days began.
    """
    text = view.context.folded[view.sentence.start_char : view.sentence.end_char]
    place = _clause(view) or _given_time(text) or _demanded(view) or _words(text)
    if place is None or place[0] <= trigger.idx < place[1] or not _is_of(view, trigger, place[0]):
        return None
    first, last = place
    last = first + len(text[first:last].rstrip(" ,\"'"))
    start = view.sentence.start_char
    from_day = acted or (None if _told_back(view, first) else view.context.day)
    return Clause(words(text[first:last]), start + first, start + last, _limit(view, text[first:last], first, from_day))


def _told_back(view: SentenceView, first: int) -> bool:
    """Whether the clause from the offset on hangs on a verb in the past perfect."""
    token = next((t for t in view.doc if t.idx + len(t.text) > first), None)
    verbs = [t for t in token.ancestors if t.pos_ in ("VERB", "AUX")] if token is not None else []
    return any(t.lower_ == "had" for verb in verbs[:1] for t in children(verb, "aux"))


def _limit(view: SentenceView, text: str, first: int, from_day: date | None) -> date | None:
    """ "by Sunday", "until 31 August", "within 48 hours", "ten days to leave"."""
    span = _WITHIN.search(text) or _GIVEN_TIME.match(text)
    if span and span["unit"]:
        if from_day is None:
            return None
        try:
            return from_day + timedelta(days=round(number_of(span["count"]) * _DAYS[span["unit"].lower()]))
        except ValueError:
            return None
    limit = deadline(view, first, first + len(text))
    return limit.end if limit else None


def _is_of(view: SentenceView, trigger: Token, start: int) -> bool:
    """Whether the clause that the condition hangs on holds the act, or the act's own clause holds the condition."""
    first = next((t for t in view.doc if t.idx + len(t.text) > start), None)
    if first is None:
        return False
    verbs = [t for t in first.ancestors if t.pos_ in ("VERB", "AUX")]
    if _TO_LEAVE.match(view.doc.text[first.idx :]) and clause_verb(trigger) not in verbs[:1]:
        return False  # the time to leave of whom another verb has sent away
    inner = verbs[1:] if first.dep_ == "mark" else verbs
    holder = next(iter(inner), first.sent.root)
    return holder.i == trigger.i or trigger in holder.subtree or trigger.i in {t.i for t in verbs}


def _clause(view: SentenceView) -> tuple[int, int] | None:
    """The clause that "if" or "unless" opens, by its parse; offsets into the sentence."""
    for mark in view.doc:
        if mark.lower_ in ("if", "unless") and mark.dep_ == "mark" and mark.head.dep_ == "advcl":
            last = mark.head.right_edge
            return mark.idx, last.idx + len(last.text)
    return None


def _given_time(text: str) -> tuple[int, int] | None:
    found = _GIVEN_TIME.search(text)
    if found is None:
        return None
    return found.start(), found.start() + _length(found.group())


def _demanded(view: SentenceView) -> tuple[int, int] | None:
    """Of "told them to hand him over within a month or face a ban" the demand."""
    text = view.doc.text
    found = _OR_FACE.search(text)
    verbs = [t for t in view.doc if found and t.idx < found.start() and t.tag_ == "VB" and t.dep_ in ("xcomp", "ccomp")]
    if found is None or not verbs:
        return None
    return verbs[0].left_edge.idx, found.start()


def _words(text: str) -> tuple[int, int] | None:
    found = _CONDITION.search(text)
    if found is None or re.match(r"until (?:\d|the end|[A-Z]|next|late|early|mid)", found.group()):
        return None  # "in force until 15 September" ends it and sets no condition
    return found.start(), found.start() + _length(found.group())


def _length(clause: str) -> int:
    stop = _STOPS.search(clause)
    return stop.start() if stop else len(clause)
