"""The calendar day that a written date stands for at the issuing place, and how exactly it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

# Words of seeds/ontology/precisions.csv.
DAY, MONTH, YEAR = "day", "month", "year"
_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
# The shorter forms of ISO 8601 that sitemaps and Atom may write (https://www.w3.org/TR/NOTE-datetime). `fromisoformat`
# knows neither, and the parsers of other libraries fill in a day that nobody wrote.
_SHORT = re.compile(r"(\d{4})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written somewhere: `day`, or the first day of the month or year that `precision` names.

    `time_zone` is the IANA zone in which a moment was counted, None where the day stands as written.
    """

    day: date
    precision: str = DAY
    time_zone: str | None = None


def day_of(written: str, time_zone: str | None) -> Day:
    """The day of an ISO 8601 day or time, of an ISO month or year, or of an RFC 5322 date as feeds write it.

    A time with an offset counts in `time_zone` (IANA name) where that is known, else in its own offset; a time without
    an offset, and a bare day, count as written. Raises ValueError for anything else.
    """
    text = written.strip()
    short = _SHORT.fullmatch(text)
    if short:
        return Day(date(int(short[1]), int(short[2] or 1), 1), MONTH if short[2] else YEAR)
    try:
        return Day(date.fromisoformat(text))
    except ValueError:
        pass
    moment = _moment(text)
    if time_zone and moment.tzinfo is not None:
        return Day(_in_zone(moment, time_zone), time_zone=time_zone)
    return Day(moment.date())


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError, OverflowError) as error:
        raise ValueError(f"no date: {text!r}") from error


def _in_zone(moment: datetime, time_zone: str) -> date:
    try:
        return moment.astimezone(ZoneInfo(time_zone)).date()
    except OverflowError as error:
        raise ValueError(f"no date of the calendar in {time_zone}: {moment}") from error


def day_in_name(name: str) -> Day | None:
    """The first YYYY-MM-DD in a file name that is a day of the calendar, else None."""
    for match in _IN_NAME.finditer(name):
        try:
            return Day(date(*(int(part) for part in match.groups())))
        except ValueError:
            continue
    return None
