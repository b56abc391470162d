"""What every page of ours is made with: the stylesheet they share, their templates' setting, and words for values.

Titles, sentences and addresses are foreign input: Jinja2 escapes all of them, and only http(s) addresses become links.
"""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from expectations.statements import HERE

TEMPLATES = HERE / "report"


def stylesheet() -> str:
    """What every page of ours looks like, in CSS: the report, and those that `dags.local` writes."""
    return (TEMPLATES / "house.css").read_text(encoding="utf-8")


def environment(folder: Path) -> Environment:
    """The templates of one folder, with our pages' filters; what they show is escaped, an unknown name an error."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=day,
        short_day=short_day,
        span=span,
        words=words,
        number=number,
        percent=percent,
        sentence=sentence,
        link=safe_link,
        parts=identifier_parts,
    )
    return made


#: In the place of a cell that is empty though it should not be.
MISSING = "missing"


def day(value: date | None) -> str:
    """`31 January 2019`, in English whatever the machine's locale; a refused night may lack any cell."""
    if value is None:
        return MISSING
    return f"{value.day} {month_name[value.month]} {value.year}"


def short_day(value: date) -> str:
    """`31 Jan 2019`."""
    return f"{value.day} {month_name[value.month][:3]} {value.year}"


def span(start: date | None, end: date | None) -> str:
    """A span of days in words; an open end says so, and nothing is made more precise than it is."""
    if start is None and end is None:
        return "not said"
    if start is None or end is None:
        return f"on or before {day(end)}" if end is not None else f"on or after {day(start or date.min)}"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def words(name: str | None) -> str:
    """A name of the vocabulary or of a check as plain words; a refused night may lack any cell."""
    return MISSING if name is None else name.replace("_", " ")


def sentence(text: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def number(value: Any) -> str:
    """`1,234`, or `12.5` where it is no whole number; a dash where nothing is known."""
    if value is None:
        return "–"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.1f}"


def percent(value: float | None) -> str:
    """`12 %`, with a non-breaking space; a dash where nothing is known, `< 1 %` where something is nearly nothing."""
    if value is None:
        return "–"
    return "< 1\N{NO-BREAK SPACE}%" if 0 < value < 0.005 else f"{100 * value:.0f}\N{NO-BREAK SPACE}%"


def identifier_parts(name: str) -> tuple[str, ...]:
    """The parts of an identifier between which a line may break, underscores kept."""
    return tuple(re.split(r"(?<=[_.])", name))


def safe_link(url: str | None) -> str | None:
    """The address where it is http or https with a host, else None: no other scheme becomes a link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
