"""Which date phrase of a sentence dates which act, and what an act without one has: `before` or `unknown`.

Each phrase is read in the direction of the clause that holds it (`transforms.placing`); "the next day" counts from the
day that the text named last.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Span, Token

from transforms.article_context import SentenceView
from transforms.dates import WEEKDAYS, When, find_dates, number_of
from transforms.placing import GOVERNED, Outlook, placed
from transforms.syntax import children, clause_verb, raw_subjects

# Words of seeds/ontology/reading_rules.csv.
WHICH_WEEK, PRESENT_TENSE = "which_week", "present_tense"
_VERBS = ("VERB", "AUX")
# How far back the day named last still anchors "the next day".
_WITHIN = 700
# How old the day of an occasion told as news may be: a fortnight, as weeklies have it.
_NEWS_DAYS = 14
_AFTER_THAT = re.compile(r"\b(?P<count>\w+) (?P<unit>day|week)s? (?P<turn>after|before)\b", re.IGNORECASE)
_PLAIN_DAY = re.compile(rf"^(?:on )?(?:{'|'.join(WEEKDAYS)}|today|yesterday)$", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:(?P<which>last|past|next|this|coming) )?(?:{'|'.join(WEEKDAYS)})$", re.IGNORECASE)
_SPAN_DAYS = {"day": 1, "week": 7, "range": 8, "month": 31, "year": 366}


def dated(view: SentenceView, trigger: Token, outlook: Outlook) -> When:
    """The phrase that dates the act of `trigger`, else the bound of its publication; offsets into the article."""
    found = _own_date(view, trigger, outlook)
    when = _bounded(found, outlook, view.context.day) if found else _undated(view.context.day, outlook)
    return replace(when, at=view.base + when.at, to=view.base + when.to)


def after_deadline(when: When, limit: date | None) -> When:
    """The date of what is threatened: where it has none, it can only come after the day by which it may be averted."""
    if limit is None or when.text:
        return when
    return replace(when, start=limit, end=None, precision="after", rule="after the condition's deadline")


def deadline(view: SentenceView, start: int, end: int) -> When | None:
    """The first limiting phrase in the sentence's characters [start, end): "by Sunday", "until 31 August"."""
    limits = [w for w in find_dates(_text(view), view.context.day, True) if start <= w.at < end]
    later = (w for w in limits if w.start and w.start >= view.context.day)
    return next((w for w in limits if w.is_deadline), next(later, None))


def _own_date(view: SentenceView, trigger: Token, outlook: Outlook, deep: bool = True) -> When | None:
    usable: list[tuple[int, int, int, When]] = []
    for phrase in _read(view, None):
        span = view.doc.char_span(phrase.at, phrase.to, alignment_mode="expand")
        if span is None:
            continue
        if _quotes_before(view, phrase.at) % 2 > _quotes_before(view, trigger.idx) % 2:
            continue  # what is said in quotation marks dates no act outside them
        place = placed(view, trigger, _hung(span, phrase), outlook)
        when = _read_at(view, phrase.at, place.ahead) if place else None
        if place is None or when is None or (when.is_deadline and not outlook.ahead):
            continue
        if outlook.contingent and _of_telling(place.rank, when):
            continue
        if place.told_after:
            when = replace(when, start=None, precision="before", rule=f"told after, {when.rule}")
        usable.append((place.rank, _SPAN_DAYS.get(when.precision, 400), abs(span.root.i - trigger.i), when))
    if usable:
        return min(usable, key=lambda found: found[:3])[3]
    return (_shifted(view, trigger, outlook) or _same_occasion(view, trigger, outlook)) if deep else None


def _hung(phrase: Span, when: When) -> Token:
    """The word by which a phrase hangs on its clause: its last inside a noun ("Monday's decision"), else its head."""
    last = phrase[-1]
    inside = last.head.i > last.i and (last.head.pos_ == "NOUN" or not when.lead)
    return last if inside else phrase.root


def read_otherwise(view: SentenceView, trigger: Token, outlook: Outlook, when: When) -> tuple[str, When] | None:
    """The other day that the weekday of `when`, an act's date in this sentence, can be, and the rule that says so.

    "leaves on Wednesday" tells neither way: the present may look back, as headlines do, or ahead. "last Monday" said on
    Sunday, "next Friday" said on Tuesday: that of this week or of the one beside it. None for any other phrase.
    """
    weekday = _WEEKDAY.search(when.text)
    if weekday is None or when.day is None or not view.sentence.start_char <= when.at < view.sentence.end_char:
        return None
    turn = {"last": -1, "next": 1}.get((weekday["which"] or "").lower(), 0)
    if turn and when.day.isocalendar()[:2] == view.context.day.isocalendar()[:2]:
        day = when.day + timedelta(days=7 * turn)
        return WHICH_WEEK, replace(when, start=day, end=day)
    phrase = view.doc.char_span(when.at - view.base, when.to - view.base, alignment_mode="expand")
    hung = _hung(phrase, when) if phrase is not None else None
    if hung is None or weekday["which"] or when.lead not in ("", "on") or hung.head.tag_ not in ("VBZ", "VBP"):
        return None
    place = placed(view, trigger, hung, outlook)
    ahead = _read_at(view, when.at - view.base, True)
    is_open = place is not None and place.ahead is None and place.rank < GOVERNED
    return (PRESENT_TENSE, ahead) if is_open and ahead and ahead.day != when.day else None


def _of_telling(rank: int, when: When) -> bool:
    """Whether a phrase dates the call or threat rather than what may never come: "urged them on Friday to …", and
    likewise "to impose sanctions on Friday", since a plain weekday at the end of a sentence is when it was said."""
    return rank >= GOVERNED or (when.lead in ("", "on") and _PLAIN_DAY.search(when.text) is not None)


def _quotes_before(view: SentenceView, at: int) -> int:
    return view.doc.text.count('"', 0, at)


def _text(view: SentenceView) -> str:
    return view.context.folded[view.sentence.start_char : view.sentence.end_char]


def _read(view: SentenceView, ahead: bool | None) -> list[When]:
    return find_dates(_text(view), view.context.day, ahead, _anchor(view))


def _read_at(view: SentenceView, at: int, ahead: bool | None) -> When | None:
    return next((when for when in _read(view, ahead) if when.at == at), None)


def _anchor(view: SentenceView) -> date | None:
    """The day named last before the sentence, if it stands near; publication where the text has named none yet."""
    start = view.sentence.start_char
    days = [(at, day) for at, day in _days_named(view.context.folded, view.context.day) if at < start]
    if not days:
        return view.context.day
    return days[-1][1] if start - days[-1][0] < _WITHIN else None


@lru_cache(maxsize=8)
def _days_named(text: str, published: date) -> tuple[tuple[int, date], ...]:
    """(offset, day) of the phrases of a whole text that name one day and set no limit, told as past."""
    return tuple((w.at, w.day) for w in find_dates(text, published, False) if w.day and not w.is_deadline)


def _same_occasion(view: SentenceView, trigger: Token, outlook: Outlook) -> When | None:
    """ "On Friday Mr Sarkozy spoke in Paris. He urged …": a pronoun goes on with what the paragraph's one day tells."""
    verb = clause_verb(trigger)
    subjects = raw_subjects(verb)
    goes_on = verb.tag_ in ("VBD", "VBZ") and not children(verb, "aux") and verb.sent.root.i in (verb.i, verb.head.i)
    if outlook.ahead or outlook.contingent or outlook.standing or not goes_on or not subjects:
        return None
    if subjects[0].lower_ not in ("he", "she", "they", "it"):
        return None
    start = view.sentence.start_char
    paragraph = view.context.folded.rfind("\n", 0, start)
    days = [(at, day) for at, day in _days_named(view.context.folded, view.context.day) if paragraph < at < start]
    if len(days) != 1:
        return None
    at, day = days[0]
    if (view.context.day - day).days > _NEWS_DAYS:
        return None  # an earlier day told for background
    return When(day, day, "day", "", "the occasion told before", at - view.base, at - view.base, "")


def _shifted(view: SentenceView, trigger: Token, outlook: Outlook) -> When | None:
    """ "on Monday, a day after parliament declared independence": Sunday, for the declaration."""
    if outlook.ahead:
        return None
    for clause in (t for t in (trigger, *trigger.ancestors) if t.dep_ in ("advcl", "pcomp", "relcl", "ccomp")):
        lead = _AFTER_THAT.search(view.doc[max(0, clause.left_edge.i - 3) : clause.i].text)
        main = next((t for t in clause.ancestors if t.pos_ in _VERBS), None)
        if lead is None or main is None:
            continue
        found = _own_date(view, main, replace(outlook, ahead=False, contingent=False), deep=False)
        return _moved(lead, found) if found and found.day else None
    return None


def _moved(lead: re.Match[str], known: When) -> When | None:
    try:
        count = number_of(lead["count"])
    except ValueError:
        return None
    days = timedelta(days=count * (7 if lead["unit"].lower() == "week" else 1))
    day = (known.start or date.min) + (-days if lead["turn"].lower() == "after" else days)
    return replace(known, start=day, end=day, rule=f"{lead.group().lower()!r}, {known.rule}")


def _bounded(when: When, outlook: Outlook, published: date) -> When:
    if when.lead == "since" and outlook.standing:
        return replace(when, end=published, precision="range", rule=f"since, {when.rule}")
    if when.is_deadline and outlook.ahead:
        return replace(when, start=None, precision="before", rule=f"deadline, {when.rule}")
    return when


def _undated(published: date, outlook: Outlook) -> When:
    if outlook.contingent:
        return When(None, None, "unknown", "", "no date, contingent", 0, 0, "")
    if outlook.ahead:
        return When(published, None, "after", "", "no date, ahead", 0, 0, "")
    return When(None, published, "before", "", "no date, reported", 0, 0, "")
