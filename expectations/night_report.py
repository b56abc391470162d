"""What there is to say of a night, read once: the page, the Markdown and the JSON tell it each in their own form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from expectations.accuracy import GoldSet, Twice, accuracy, twice
from expectations.charts import share
from expectations.findings import Finding, findings, standing
from expectations.passages import sentence_pieces
from expectations.reader import Query, Reader, Row
from expectations.recorded import Run, recorded_run, recorded_verdict
from expectations.trends import Trend, trends
from expectations.verdict import Result, Verdict, count

#: Rows of the longest tables; what is left out is said in the report and stands in the warehouse.
MOST_EVENTS, MOST_SET_ASIDE = 300, 50


@dataclass(frozen=True, slots=True)
class SetAside:
    """What the night could not use: the first rows, how many there are, and bars by reason, source and language."""

    rows: tuple[Row, ...]
    total: int
    by_reason: tuple[Row, ...]
    by_source: tuple[Row, ...]
    by_language: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NightReport:
    """All parts of the report of one night. `problems` names the statements that failed, with the error."""

    night: date
    verdict: Verdict
    standing: str
    failures: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    run: Run | None
    counts: Row | None
    by_type: tuple[Row, ...]
    by_status: tuple[Row, ...]
    shifts: tuple[str, ...]
    trends: tuple[Trend, ...]
    events: tuple[Row, ...]
    events_total: int
    set_aside: SetAside
    quiet: tuple[Row, ...]
    accuracy: tuple[GoldSet, ...]
    twice: Twice | None
    suites: Mapping[str, tuple[Result, ...]]
    problems: Mapping[str, str]

    @property
    def headline(self) -> str:
        """The verdict in one plain sentence, a person's overruling included."""
        if not self.verdict.results:
            return "Not published: no check is on record."
        if self.standing != "overruled":
            return self.verdict.headline
        failed = count(len(self.failures), "critical check")
        return f"Published by hand: {failed} of {len(self.verdict.results)} failed and a person overruled them."

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why a person overruled the failed checks, each reason once."""
        return tuple(dict.fromkeys(finding.overruled.reason for finding in self.failures if finding.overruled))


def read_night(query: Query, night: date, verdict: Verdict | None = None) -> NightReport:
    """Read the report of a night. `query` takes one SELECT on the night's file and returns its rows.

    Without `verdict` it is the one on record for the night's latest run. Never raises for what the file holds or
    lacks: a part that cannot be read is empty and named in `problems`.
    """
    reader = Reader(query, night)
    judged = recorded_verdict(reader) if verdict is None else verdict
    failures = findings(reader, judged.failures)
    events = reader.rows("events")
    by_type, by_status = reader.rows("by_type"), reader.rows("by_status")
    return NightReport(
        night=night,
        verdict=judged,
        standing=standing(judged, failures),
        failures=failures,
        warnings=findings(reader, judged.warnings),
        run=recorded_run(reader),
        counts=next(iter(reader.rows("counts")), None),
        by_type=_mix(by_type),
        by_status=_mix(by_status),
        shifts=tuple(filter(None, (_shift("actions", by_type), _shift("statuses", by_status)))),
        trends=trends(reader, judged, night),
        events=tuple(_told(row) for row in events[:MOST_EVENTS]),
        events_total=len(events),
        set_aside=_set_aside(reader),
        quiet=tuple(reader.rows("quiet_sources")),
        accuracy=accuracy(reader),
        twice=twice(reader),
        suites=_by_suite(judged.results),
        problems=reader.problems,
    )


def _set_aside(reader: Reader) -> SetAside:
    rows = reader.rows("set_aside_rows")
    bars = (_bars(reader.rows(f"set_aside_by_{by}")) for by in ("reason", "source", "language"))
    return SetAside(tuple(rows[:MOST_SET_ASIDE]), len(rows), *bars)


def _bars(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with `n` get the length of their bar on a scale that they share."""
    found = list(rows)
    largest = max((row["n"] for row in found), default=0)
    return tuple({**row, "share": share(row["n"], largest)} for row in found)


def _mix(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Bars of this night's numbers, and beside each what its usual share (`usual`) would be of as many claims."""
    found = list(rows)
    total = sum(row["n"] for row in found)
    usual = [(row["usual"] or 0) * total for row in found]
    largest = max((*(row["n"] for row in found), *usual), default=0)
    return tuple(
        {**row, "share": share(row["n"], largest), "tick": share(expected, largest) if expected else None}
        for row, expected in zip(found, usual, strict=True)
    )


def _shift(nouns: str, rows: Iterable[Row]) -> str | None:
    """The label whose share moved most against the nights before, in words; None where there is nothing to compare."""
    found = [row for row in rows if row["usual"] is not None]
    total = sum(row["n"] for row in found)
    if not total:
        return None
    most = max(found, key=lambda row: (abs(row["n"] / total - row["usual"]), row["label"]))
    now, before = round(100 * most["n"] / total), round(100 * most["usual"])
    label = most["label"].replace("_", " ")
    return f"Among {nouns}, “{label}” moved most: {now} % of the night’s {count(total, 'claim')}, usually {before} %."


def _told(row: Row) -> Row:
    triggers = [] if row["triggers"] is None else [(int(start), int(end)) for start, end in row["triggers"]]
    return {**row, "pieces": sentence_pieces(row["quote"] or "", triggers)}


def _by_suite(results: Iterable[Result]) -> dict[str, tuple[Result, ...]]:
    made: dict[str, list[Result]] = {}
    for result in results:
        made.setdefault(result.suite, []).append(result)
    return {name: tuple(members) for name, members in made.items()}
