"""The last nights as small drawings: texts, claims, what was set aside, which checks failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from expectations.charts import WIDEST_GAP, Line, Stack, line, round_top, slots, stacks
from expectations.page import number, percent, short_day
from expectations.reader import Reader, Row
from expectations.verdict import Verdict, count


@dataclass(frozen=True, slots=True)
class Trend:
    """One drawing over nights. `title` and `words` say it to a listener; `latest` and `usual` are its figures."""

    key: str
    title: str
    words: str
    latest: str
    usual: str
    top: str
    first: date
    last: date
    line: Line | None = None
    stacks: tuple[Stack, ...] = ()
    alarms: tuple[float, ...] = ()


def trends(reader: Reader, verdict: Verdict, night: date) -> tuple[Trend, ...]:
    """The drawings over the last 28 nights, none with fewer than two; this night's checks are those of `verdict`."""
    rows = reader.rows("nights")
    if len(rows) < 2:
        return ()
    made = [
        _line(rows, "texts", "Texts read", number),
        _line(rows, "claims", "Claims", number),
        _line(rows, "share_set_aside", "Share set aside", percent, round_share),
    ]
    checked = _checked(reader, verdict, night)
    return (*made, _checks(checked)) if len(checked) > 1 else tuple(made)


def round_share(highest: float) -> float:
    """Where an axis of shares ends: 5, 10, 25, 50 or 100 per cent."""
    return next(top for top in (0.05, 0.1, 0.25, 0.5, 1.0) if top >= min(highest, 1.0))


def _line(
    rows: Sequence[Row],
    column: str,
    title: str,
    shown: Callable[[float | None], str],
    ends: Callable[[float], float] = round_top,
) -> Trend:
    nights = [row["night"] for row in rows]
    values = [None if row[column] is None else float(row[column]) for row in rows]
    known = [value for value in values if value is not None]
    top = ends(max(known, default=0))
    labels = [f"{short_day(night)}: {shown(value)}" for night, value in zip(nights, values, strict=True)]
    before = [value for value in values[:-1] if value is not None]
    usual = f"usually {shown(median(before))}" if before else "nothing to compare with"
    return Trend(
        column,
        title,
        f"{_span(nights)} {'; '.join(labels)}.",
        shown(values[-1]),
        usual,
        shown(top),
        nights[0],
        nights[-1],
        line=line(slots(nights), values, labels, top),
    )


def _checked(reader: Reader, verdict: Verdict, night: date) -> list[Row]:
    """How each night's checks ended; a night that was never checked is left out, and this one is as `verdict` says."""
    own = {
        "night": night,
        "status": None,
        "checks": len(verdict.results),
        "failed": len(verdict.failures),
        "warned": len(verdict.warnings),
    }
    earlier = [row for row in reader.rows("nights_checked") if row["checks"] and row["night"] != night]
    return [*earlier, own]


def _checks(rows: Sequence[Row]) -> Trend:
    nights = [row["night"] for row in rows]
    counts = [(int(row["failed"]), int(row["warned"])) for row in rows]
    top = round_top(max(1, *(low + high for low, high in counts)))
    labels = [
        f"{short_day(row['night'])}: {low} failed, {count(high, 'warning')}"
        + (", not published" if row["status"] == "refused" else "")
        for row, (low, high) in zip(rows, counts, strict=True)
    ]
    drawn = stacks(slots(nights), counts, labels, top)
    calm = sum(pair == (0, 0) for pair in counts)
    return Trend(
        "checks",
        "Checks that did not hold",
        f"{_span(nights)} {'; '.join(labels)}.",
        number(sum(counts[-1])),
        f"{calm} of {count(len(nights), 'night')} without any",
        number(top),
        nights[0],
        nights[-1],
        stacks=drawn,
        alarms=tuple(
            round(bar.x + bar.width / 2, 1) for bar, row in zip(drawn, rows, strict=True) if row["status"] == "refused"
        ),
    )


def _span(nights: Sequence[date]) -> str:
    gaps = sum((after - before).days > 1 for before, after in pairwise(nights))
    told = f"The last {len(nights)} nights, {short_day(nights[0])} to {short_day(nights[-1])}, oldest first."
    if not gaps:
        return told
    return f"{told} The line breaks {count(gaps, 'time')} where no night ran, at most {WIDEST_GAP} places wide."
