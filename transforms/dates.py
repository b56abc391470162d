"""Date phrases resolved against the day of publication, each by a named rule.

A phrase is read in the direction of the clause that holds it (`ahead`: True, False, or None where nothing says so): "on
Monday" of a past act is the last Monday on or before publication, of an act ahead the next one; "by Sunday" is the next
Sunday; "7 February" lies behind, ahead or in the nearest year; "earlier this month" is a month. "The next day" and "two
days later" count from an anchor, the day that the text named last; without one they are no date. ISO 8601 days, weeks
from Monday to Sunday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = dict(
    zip(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        (1, *range(1, 11)),
        strict=True,
    )
)
_MONTH = r"(?P<month>" + "|".join(MONTHS) + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_UNIT = r"(?P<unit>day|week|month|year|hour)s?"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"
_LEAD = (
    r"(?:(?P<lead>by|until|till|before|since|after|from|on|in|at|of|for|as of|effective|starting|beginning|late|early"
    r"|mid|later|earlier)[ -]"
    r"(?:(?:late|early|noon|midnight)(?: on)? )?(?:the )?(?:end of |beginning of |start of |middle of )?)?"
)
_LIMITS = ("by", "until", "till", "before")
# How far off a day without a year may lie before the nearest year stops being the likeliest one.
_HALF_A_YEAR = 183


@dataclass(frozen=True, slots=True)
class When:
    """A resolved phrase: days inclusive, None open; `precision` as in the guide; offsets into the text searched."""

    start: date | None
    end: date | None
    precision: str
    text: str
    rule: str
    at: int
    to: int
    lead: str

    @property
    def is_deadline(self) -> bool:
        """Whether the phrase limits ("by Sunday") rather than dates."""
        return self.lead in _LIMITS

    @property
    def day(self) -> date | None:
        """The one day that the phrase means; None for anything longer."""
        return self.start if self.start == self.end else None


class Setting(NamedTuple):
    """What a phrase is read by: the day of publication, the direction of its clause, the day named last before it."""

    published: date
    ahead: bool | None = None
    anchor: date | None = None


def find_dates(text: str, published: date, ahead: bool | None = None, anchor: date | None = None) -> list[When]:
    """The date phrases of a folded sentence in text order, all read in one direction; see `Setting`."""
    found: list[When] = []
    for match, rule in _phrases(text):
        days = (w.day for w in reversed(found) if w.day and not w.is_deadline)
        when = rule(match, Setting(published, ahead, next(days, anchor)))
        if when:
            found.append(when)
    return found


def _phrases(text: str) -> list[tuple[re.Match[str], _Rule]]:
    """The phrases and their rules in text order; where two overlap, the one whose rule stands first."""
    found: list[tuple[re.Match[str], _Rule]] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end() and other.start() < match.end() for other, _ in found):
                found.append((match, rule))
    return sorted(found, key=lambda pair: pair[0].start())


def _made(match: re.Match[str], start: date | None, end: date | None, precision: str, rule: str) -> When:
    return When(start, end, precision, match.group().strip(), rule, match.start(), match.end(), _lead(match))


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").lower()


def _lead(match: re.Match[str]) -> str:
    return _group(match, "lead")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _days(match: re.Match[str], first: date | None, last: date | None, rule: str) -> When | None:
    if first is None or last is None or first > last:
        return None
    return _made(match, first, last, "day" if first == last else "range", rule)


def _full_day(match: re.Match[str], setting: Setting) -> When | None:
    day = _day(int(match["year"]), _month_number(match["month"]), int(match["day"]))
    return _days(match, day, day, "day, month and year")


def _day_and_month(match: re.Match[str], setting: Setting) -> When | None:
    day = _in_direction(_month_number(match["month"]), int(match["day"]), setting, _lead(match) in _LIMITS)
    return _days(match, day, day, "day and month, nearest year")


def _in_direction(month: int, number: int, setting: Setting, limits: bool = False) -> date | None:
    """The day without its year: behind, ahead, or the nearest one. A clock's difference may put "today" at tomorrow."""
    published = setting.published
    choices = [d for d in (_day(published.year + k, month, number) for k in (-1, 0, 1)) if d]
    if setting.ahead or limits:
        return min((d for d in choices if d >= published), default=None)
    if setting.ahead is False:
        return max((d for d in choices if d <= published + timedelta(days=1)), default=None)
    near = [d for d in choices if abs((d - published).days) <= _HALF_A_YEAR]
    return min(near or choices, key=lambda d: (d > published, abs((d - published).days)), default=None)


def _month_and_year(match: re.Match[str], setting: Setting) -> When | None:
    if _DAY_BEFORE.search(match.string[: match.start("month")]):
        return None  # "31 February 2019": no such day, and not the month either
    return _whole_month(match, int(match["year"]), _month_number(match["month"]), "month and year")


_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $")


def _bare_month(match: re.Match[str], setting: Setting) -> When | None:
    number, year = _month_number(match["month"]), setting.published.year
    if _group(match, "which") in ("last", "past"):
        year -= number >= setting.published.month
    elif _group(match, "which") == "next":
        year += number <= setting.published.month
    elif setting.ahead or _lead(match) in _LIMITS:
        year += number < setting.published.month
    else:
        year -= number > setting.published.month
    return _whole_month(match, year, number, "month, nearest year")


def _whole_month(match: re.Match[str], year: int, number: int, rule: str) -> When:
    first = date(year, number, 1)
    return _made(match, first, date(year, number, monthrange(year, number)[1]), "month", rule)


def _whole_year(match: re.Match[str], setting: Setting) -> When | None:
    year = int(match["year"])
    if year > setting.published.year + 30:
        return None
    if match.groupdict().get("last"):
        return _days(match, date(year, 1, 1), date(int(match["last"]), 12, 31), "from year to year")
    return _made(match, date(year, 1, 1), date(year, 12, 31), "year", "year")


def _decade(match: re.Match[str], setting: Setting) -> When | None:
    year = int(match["decade"])
    return _days(match, date(year, 1, 1), date(year + 9, 12, 31), "decade")


def _weekday(match: re.Match[str], setting: Setting) -> When | None:
    wanted = WEEKDAYS.index(match["weekday"].lower())
    lead, which = _lead(match), _group(match, "which")
    limits = lead in _LIMITS
    back = (setting.published.weekday() - wanted) % 7
    if which in ("last", "past"):
        days = -(back or 7)
    elif which in ("next", "coming") or setting.ahead or limits:
        today = which == "" and (not limits or _HOUR.search(match.group()) is not None)
        days = (7 - back) % 7 or (0 if today else 7)
    else:
        days = -back
    day = setting.published + timedelta(days=days)
    return _made(match, day, day, "day", "weekday ahead" if days > 0 else "weekday on or before publication")


# "until noon on Friday", said on a Friday, is today.
_HOUR = re.compile(r"noon|midnight", re.IGNORECASE)


def _relative_day(match: re.Match[str], setting: Setting) -> When | None:
    if match.string[: match.start("word")].lower().endswith("day before "):
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    day = setting.published + timedelta(days=shift)
    return _made(match, day, day, "day", f"{match['word'].lower()!r}")


def _this_unit(match: re.Match[str], setting: Setting) -> When | None:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    rule = f"{match['which'].lower()} {match['unit'].lower()}"
    if rule == "this week" and not setting.ahead:
        monday = setting.published - timedelta(days=setting.published.weekday())
        return _made(match, monday, setting.published, "week", "this week so far")
    return _unit_off(match, setting.published, match["unit"].lower(), step, rule)


def _unit_off(match: re.Match[str], day: date, unit: str, step: int, rule: str) -> When | None:
    """The week, month or year that lies `step` of them from the one of `day`."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * step)
        return _made(match, monday, monday + timedelta(days=6), "week", rule)
    if unit == "month":
        index = day.year * 12 + day.month - 1 + step
        return _whole_month(match, index // 12, index % 12 + 1, rule)
    if unit == "year":
        return _made(match, date(day.year + step, 1, 1), date(day.year + step, 12, 31), "year", rule)
    return None


def _weekend(match: re.Match[str], setting: Setting) -> When | None:
    """ "last weekend", "at the weekend": the Saturday and Sunday before publication, or the next ones."""
    ahead = _group(match, "which") in ("next", "this", "coming") or (setting.ahead and _group(match, "which") != "last")
    back = (setting.published.weekday() - 5) % 7
    days = (7 - back) % 7 if ahead else -(back or 7)
    saturday = setting.published + timedelta(days=days)
    return _days(match, saturday, saturday + timedelta(days=1), "weekend")


def _ago(match: re.Match[str], setting: Setting) -> When | None:
    count, unit = number_of(match["count"]), match["unit"].lower()
    if unit == "day":
        day = setting.published - timedelta(days=count)
        return _made(match, day, day, "day", "days ago")
    return _unit_off(match, setting.published, unit, -count, f"{unit}s ago")


def number_of(word: str) -> int:
    """A count in digits or as a word up to ten; "a" is one."""
    return _NUMBERS.get(word.lower()) or int(word)


def _from_anchor(match: re.Match[str], setting: Setting) -> When | None:
    """ "two days later", "a week after that": so long from the day that the text named last."""
    if setting.anchor is None:
        return None
    count, unit = number_of(match["count"]), match["unit"].lower()
    step = -count if match["turn"].lower().startswith(("earl", "befo")) else count
    if unit == "day":
        day = setting.anchor + timedelta(days=step)
        return _made(match, day, day, "day", "days from the day named before")
    return _unit_off(match, setting.anchor, unit, step, f"{unit}s from the day named before")


def _beside_anchor(match: re.Match[str], setting: Setting) -> When | None:
    """ "the same day", "the next day", "on the eve of", "hours later": beside the day that the text named last."""
    if setting.anchor is None:
        return None
    words = match.group().lower()
    step = 1 if re.search(r"next|following|after\b", words) else -1 if re.search(r"previous|before|eve", words) else 0
    day = setting.anchor + timedelta(days=step)
    return _made(match, day, day, "day", "beside the day named before")


def _later_that(match: re.Match[str], setting: Setting) -> When | None:
    return _unit_off(match, setting.anchor, match["unit"].lower(), 0, "that one") if setting.anchor else None


def _day_range(match: re.Match[str], setting: Setting) -> When | None:
    """ "July 20-21", "from July 18 to July 25", "between December 15 and January 15"."""
    first, last = _month_number(match["month"]), _month_number(_group(match, "month2") or match["month"])
    day, end = int(match["day"]), int(match["last"])
    if match["year"]:
        year = int(match["year"])
        return _days(match, _day(year - (first > last), first, day), _day(year, last, end), "days of a year")
    start = _in_direction(first, day, setting)
    return _days(match, start, start and _day(start.year + (first > last), last, end), "days of the nearest year")


_Rule = Callable[[re.Match[str], Setting], When | None]


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_LEAD}{body}\b", re.IGNORECASE | re.ASCII)


_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?:-| to | and | until | through )"
_IN = (
    r"\b(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id|[Aa]t|[Ff]or|[Bb]efore)"
    r"[ -]"
    r"(?:the )?(?:(?:end|beginning|start|middle) of )?(?:late |early |mid-?)?"
)
_WEEKDAY = r"(?:(?P<which>last|past|next|this|coming) )?(?P<weekday>" + "|".join(WEEKDAYS) + r")"
_NAMED = "|".join(map(str.capitalize, MONTHS))
_SECOND = _MONTH.replace("<month>", "<month2>")
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    (
        _pattern(
            rf"(?:between )?{_MONTH} {_DAY}{_TO}(?:{_SECOND} )?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?"
        ),
        _day_range,
    ),
    (
        _pattern(rf"(?:between )?{_DAY}{_TO}{_LAST} {_MONTH}(?:,? {_YEAR})?"),
        _day_range,
    ),
    (
        _pattern(rf"(?:between )?{_DAY} {_MONTH}{_TO}{_LAST} {_SECOND}(?:,? {_YEAR})?"),
        _day_range,
    ),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}"), _full_day),
    (_pattern(rf"{_MONTH} {_DAY},? {_YEAR}"), _full_day),
    (_pattern(rf"{_MONTH},?(?: of)? {_YEAR}"), _month_and_year),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}"), _day_and_month),
    (_pattern(rf"{_MONTH} {_DAY}(?! (?:million|billion|thousand|per))"), _day_and_month),
    (_pattern(_WEEKDAY), _weekday),
    (_pattern(r"(?:(?P<which>last|past|next|this|coming)|the) weekend"), _weekend),
    (re.compile(rf"\b(?:earlier|later|early|late) in (?P<which>the) {_UNIT}\b", re.IGNORECASE), _this_unit),
    (_pattern(r"(?P<word>today|yesterday|tomorrow|tonight)"), _relative_day),
    (_pattern(r"the (?:same|very|next|following|previous) day"), _beside_anchor),
    (_pattern(rf"(?:(?:earlier|later) )?(?P<which>this|last|past|previous|next|coming) {_UNIT}"), _this_unit),
    (
        re.compile(
            rf"\b(?:(?P<lead>by|at|until|before) )?the (?:end|beginning|start|middle) of (?P<which>the) {_UNIT}\b",
            re.IGNORECASE,
        ),
        _this_unit,
    ),
    (re.compile(rf"\b(?:(?P<lead>[Ss]ince|[Ii]n) )?(?P<which>last|next) (?P<month>{_NAMED})\b"), _bare_month),
    (_pattern(rf"{_COUNT} {_UNIT} ago"), _ago),
    (_pattern(rf"(?:only )?{_COUNT} {_UNIT} (?P<turn>later|earlier|afterwards|after that|before that)"), _from_anchor),
    (re.compile(r"\b(?:the|a) day (?:before|after|earlier|later)(?= ?[,.;])", re.IGNORECASE), _beside_anchor),
    (_pattern(r"the eve of (?=the )"), _beside_anchor),
    (_pattern(r"(?:within (?:hours|minutes)|hours later|hours earlier|minutes later)"), _beside_anchor),
    (_pattern(rf"(?:later|earlier) (?:that|the same) {_UNIT}"), _later_that),
    (re.compile(rf"{_IN}{_YEAR}(?: (?:to|and|until) (?P<last>(?:19|20)\d\d))?\b", re.ASCII), _whole_year),
    (re.compile(rf"{_IN}(?P<decade>(?:19|20)\d0)s\b", re.ASCII), _decade),
    (re.compile(rf"{_IN}(?P<month>{_NAMED})\b"), _bare_month),
)
