"""Date phrases resolved against the day of publication, each by a named rule.

The grammar around a phrase decides, not one preference: "on Monday" of a past act is the last Monday on or before
publication, of a future act the next one; "by Sunday" is the next Sunday; "7 February" takes the year that puts it
nearest (before publication for past acts); "earlier this month" is a month. ISO 8601 days, weeks from Monday to Sunday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

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
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_UNIT = r"(?P<unit>day|week|month|year|hour)s?"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + r")"
_LEAD = (
    r"(?:(?P<lead>by|until|till|before|since|after|from|on|in|as of|effective|starting|beginning|late|early|mid|later"
    r"|earlier)[ -]"
    r"(?:the )?(?:end of |beginning of |start of )?)?"
)


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
        return self.lead in ("by", "until", "till", "before")


def find_dates(text: str, published: date, future: bool = False) -> list[When]:
    """The date phrases of a folded sentence in text order, read as of `published`; `future` if the act lies ahead."""
    found: list[When] = []
    spent: list[tuple[int, int]] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            if any(match.start() < to and at < match.end() for at, to in spent):
                continue
            spent.append(match.span())
            when = rule(match, published, future)
            if when:
                found.append(when)
    return sorted(found, key=lambda w: w.at)


def _made(match: re.Match[str], start: date | None, end: date | None, precision: str, rule: str) -> When:
    lead = (match.groupdict().get("lead") or "").lower()
    return When(start, end, precision, match.group().strip(), rule, match.start(), match.end(), lead)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _full_day(match: re.Match[str], published: date, future: bool) -> When | None:
    day = _day(int(match["year"]), _month_number(match["month"]), int(match["day"]))
    return _made(match, day, day, "day", "day, month and year") if day else None


def _day_and_month(match: re.Match[str], published: date, future: bool) -> When | None:
    number, day = _month_number(match["month"]), int(match["day"])
    choices = [d for d in (_day(published.year + k, number, day) for k in (-1, 0, 1)) if d]
    if not choices:
        return None
    ahead = future or (match.groupdict().get("lead") or "").lower() in ("by", "until", "till")
    if ahead:
        picked = min((d for d in choices if d >= published), default=choices[-1])
    else:
        picked = min(
            choices,
            key=lambda d: (
                abs((d - published).days) > 183,
                d > published + timedelta(days=1),
                abs((d - published).days),
            ),
        )
    return _made(match, picked, picked, "day", "day and month, nearest year")


def _month_and_year(match: re.Match[str], published: date, future: bool) -> When | None:
    if _DAY_BEFORE.search(match.string[: match.start("month")]):
        return None  # "31 February 2019": no such day, and not the month either
    return _whole_month(match, int(match["year"]), _month_number(match["month"]), "month and year")


_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $")


def _bare_month(match: re.Match[str], published: date, future: bool) -> When | None:
    number = _month_number(match["month"])
    year = published.year
    if future and number < published.month:
        year += 1
    elif not future and number > published.month:
        year -= 1
    return _whole_month(match, year, number, "month, nearest year")


def _whole_month(match: re.Match[str], year: int, number: int, rule: str) -> When:
    first = date(year, number, 1)
    return _made(match, first, date(year, number, monthrange(year, number)[1]), "month", rule)


def _whole_year(match: re.Match[str], published: date, future: bool) -> When | None:
    year = int(match["year"])
    if year > published.year + 30:
        return None
    return _made(match, date(year, 1, 1), date(year, 12, 31), "year", "year")


def _weekday(match: re.Match[str], published: date, future: bool) -> When | None:
    wanted = WEEKDAYS.index(match["weekday"].lower())
    lead = (match.groupdict().get("lead") or "").lower()
    which = (match.groupdict().get("which") or "").lower()
    back = (published.weekday() - wanted) % 7
    if which in ("last", "past"):
        days = -(back or 7)
    elif which in ("next", "coming") or future or lead in ("by", "until", "till", "before"):
        days = (7 - back) % 7 or (0 if which == "" and lead not in ("by", "until", "till", "before") else 7)
    else:
        days = -back
    day = published + timedelta(days=days)
    return _made(match, day, day, "day", "weekday ahead" if days > 0 else "weekday on or before publication")


def _relative_day(match: re.Match[str], published: date, future: bool) -> When | None:
    if match.string[: match.start("word")].lower().endswith("day before "):
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    day = published + timedelta(days=shift)
    return _made(match, day, day, "day", f"{match['word'].lower()!r}")


def _this_unit(match: re.Match[str], published: date, future: bool) -> When | None:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    unit = match["unit"].lower()
    rule = f"{match['which'].lower()} {unit}"
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * step)
        return _made(match, monday, monday + timedelta(days=6), "week", rule)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + step
        return _whole_month(match, index // 12, index % 12 + 1, rule)
    if unit == "year":
        year = published.year + step
        return _made(match, date(year, 1, 1), date(year, 12, 31), "year", rule)
    return None


def _ago(match: re.Match[str], published: date, future: bool) -> When | None:
    count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit == "day":
        day = published - timedelta(days=count)
        return _made(match, day, day, "day", "days ago")
    if unit == "year":
        year = published.year - count
        return _made(match, date(year, 1, 1), date(year, 12, 31), "year", "years ago")
    if unit == "month":
        index = published.year * 12 + published.month - 1 - count
        return _whole_month(match, index // 12, index % 12 + 1, "months ago")
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + 7 * count)
        return _made(match, monday, monday + timedelta(days=6), "week", "weeks ago")
    return None


def _day_range(match: re.Match[str], published: date, future: bool) -> When | None:
    number = _month_number(match["month"])
    year = int(match["year"]) if match["year"] else published.year
    first, last = _day(year, number, int(match["day"])), _day(year, number, int(match["last"]))
    return _made(match, first, last, "range", "days of a month") if first and last and first <= last else None


_Rule = Callable[[re.Match[str], date, bool], When | None]


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_LEAD}{body}\b", re.IGNORECASE | re.ASCII)


_IN = r"\b(?P<lead>in|since|until|by|from|during|late|early|mid)[ -](?:the )?(?:end of )?(?:late |early |mid-?)?"
_WEEKDAY = r"(?:(?P<which>last|past|next|this|coming) )?(?P<weekday>" + "|".join(WEEKDAYS) + r")"
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    (_pattern(rf"{_MONTH} {_DAY}(?:-| to | and )(?P<last>\d{{1,2}})(?:,? {_YEAR})?"), _day_range),
    (_pattern(rf"{_DAY}(?:-| to | and )(?P<last>\d{{1,2}}) {_MONTH}(?:,? {_YEAR})?"), _day_range),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}"), _full_day),
    (_pattern(rf"{_MONTH} {_DAY},? {_YEAR}"), _full_day),
    (_pattern(rf"{_MONTH},?(?: of)? {_YEAR}"), _month_and_year),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}"), _day_and_month),
    (_pattern(rf"{_MONTH} {_DAY}(?! (?:million|billion|thousand|per))"), _day_and_month),
    (_pattern(_WEEKDAY), _weekday),
    (_pattern(r"(?P<word>today|yesterday|tomorrow|tonight)"), _relative_day),
    (_pattern(rf"(?:(?:earlier|later) )?(?P<which>this|last|past|previous|next|coming) {_UNIT}"), _this_unit),
    (_pattern(rf"{_COUNT} {_UNIT} (?:ago|earlier)"), _ago),
    (re.compile(rf"{_IN}{_YEAR}\b", re.IGNORECASE | re.ASCII), _whole_year),
    (re.compile(rf"{_IN}(?P<month>{'|'.join(map(str.capitalize, MONTHS))})\b"), _bare_month),
)
