"""The calendar day that a written date stands for at the issuing place."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def day_of(written: str, time_zone: str | None) -> date:
    """The day of an ISO 8601 day or time, or of an RFC 5322 date as feeds write it.

    A time with an offset counts in `time_zone` (IANA name) where that is known, else in its own offset; a time without
    an offset, and a bare day, count as written. Raises ValueError for anything else.
    """
    text = written.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    moment = _moment(text)
    if time_zone and moment.tzinfo is not None:
        return moment.astimezone(ZoneInfo(time_zone)).date()
    return moment.date()


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError) as error:
        raise ValueError(f"no date: {text!r}") from error


def day_in_name(name: str) -> date | None:
    """The first YYYY-MM-DD in a file name that is a day of the calendar, else None."""
    for match in _IN_NAME.finditer(name):
        try:
            return date(*(int(part) for part in match.groups()))
        except ValueError:
            continue
    return None
