"""The report of a night: one HTML file that needs nothing else, the verdict first.

Titles, sentences and addresses are foreign input: Jinja2 escapes all of them, only http(s) addresses become links, and
the page's own policy forbids scripts and requests. The page holds no wall clock: same warehouse, same bytes.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from expectations.charts import Sparkline, share, sparkline
from expectations.passages import Piece, opening, passage, sentence_pieces
from expectations.rows import records
from expectations.statements import HERE, bind, read_statement
from expectations.verdict import Example, Result, Verdict

Query = Callable[[str], pd.DataFrame]
Row = dict[str, Any]

TEMPLATES = HERE / "report"
#: Rows of the longest tables; what is left out is said in the report and stands in the warehouse.
MOST_EVENTS, MOST_SET_ASIDE = 300, 50
TRENDS = (("articles", "Articles"), ("claims", "Claims"), ("set_aside", "Set aside"))


@dataclass(frozen=True, slots=True)
class Opened:
    """A refused row with the passage it is about; `pieces` are empty where none can be found."""

    example: Example
    pieces: tuple[Piece, ...]
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed check with its opened examples."""

    result: Result
    examples: tuple[Opened, ...]


class Reader:
    """Runs the report's statements. One that fails leaves its part empty and is named in the report."""

    def __init__(self, query: Query, night: date) -> None:
        self._query = query
        self._night = night
        self.problems: dict[str, str] = {}

    def rows(self, name: str, key: str | None = None) -> list[Row]:
        """The rows of `report/<name>.sql`; `key` is bound as a quoted literal."""
        try:
            sql = bind(read_statement(TEMPLATES / f"{name}.sql"), self._night)
            if key is not None:
                sql = sql.replace("$key", "'" + key.replace("'", "''") + "'")
            return records(self._query(sql))
        except Exception as error:
            # A refused night may lack a table: the report of why it was refused must still be written.
            self.problems[name] = f"{type(error).__name__}: {error}".split("\n", maxsplit=1)[0]
            return []


def render(query: Query, verdict: Verdict, night: date) -> str:
    """The report as one self-contained HTML page. `query` takes one SELECT on the candidate and returns its rows.

    Never raises for what the warehouse holds or lacks: a part that cannot be read says so in its place.
    """
    reader = Reader(query, night)
    events = reader.rows("events")
    set_aside = reader.rows("set_aside_rows")
    page = {
        "night": night,
        "verdict": verdict,
        "failures": [_finding(reader, result) for result in verdict.failures],
        "warnings": [_finding(reader, result) for result in verdict.warnings],
        "counts": next(iter(reader.rows("counts")), None),
        "by_type": _bars(reader.rows("by_type")),
        "by_status": _bars(reader.rows("by_status")),
        "events": [_told(row) for row in events[:MOST_EVENTS]],
        "events_total": len(events),
        "set_aside": set_aside[:MOST_SET_ASIDE],
        "set_aside_total": len(set_aside),
        "by_reason": _bars(reader.rows("set_aside_by_reason")),
        "by_language": reader.rows("set_aside_by_language"),
        "trends": _trends(reader.rows("trend")),
        "suites": _by_suite(verdict.results),
        "problems": reader.problems,
        "css": stylesheet() + (TEMPLATES / "report.css").read_text(encoding="utf-8"),
    }
    return environment(TEMPLATES).get_template("report.html.j2").render(page)


def stylesheet() -> str:
    """What every page of ours looks like, in CSS: this report, and those that `dags.local` writes."""
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
        day=day, span=span, words=words, number=number, sentence=sentence, link=safe_link, parts=identifier_parts
    )
    return made


def day(value: date) -> str:
    """`31 January 2019`, in English whatever the machine's locale."""
    return f"{value.day} {month_name[value.month]} {value.year}"


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


def words(name: str) -> str:
    """A name of the vocabulary or of a check as plain words."""
    return name.replace("_", " ")


def sentence(text: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def number(value: Any) -> str:
    """`1,234`; a dash where nothing is known."""
    return "–" if value is None else f"{int(value):,}"


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


def _bars(rows: list[Row]) -> list[Row]:
    """Rows with `n` get the length of their bar; rows of one `part` share a scale with all others."""
    largest = max((row["n"] for row in rows), default=0)
    return [{"part": None, **row, "share": share(row["n"], largest)} for row in rows]


def _told(row: Row) -> Row:
    return {**row, "pieces": sentence_pieces(row["quote"] or "", _pairs(row["triggers"]))}


def _pairs(triggers: Any) -> list[tuple[int, int]]:
    return [] if triggers is None else [(int(start), int(end)) for start, end in triggers]


def _trends(rows: list[Row]) -> list[Sparkline]:
    if len(rows) < 2:
        return []
    return [sparkline(name, [int(row[column]) for row in rows]) for column, name in TRENDS]


def _by_suite(results: Iterable[Result]) -> Mapping[str, list[Result]]:
    made: dict[str, list[Result]] = {}
    for result in results:
        made.setdefault(result.suite, []).append(result)
    return made


def _finding(reader: Reader, result: Result) -> Finding:
    return Finding(result, tuple(_opened(reader, example) for example in result.examples))


def _opened(reader: Reader, example: Example) -> Opened:
    """The sentence of the example's claim in its text; without one, the first words of its text; else the bare row."""
    evidence = reader.rows("sentence_of_claim", example.claim_id) if example.claim_id else []
    sentences = [row for row in evidence if row["kind"] == "sentence" and row["text"]]
    if sentences:
        first = sentences[0]
        triggers = [
            (row["start_char"], row["end_char"])
            for row in evidence
            if row["kind"] == "trigger" and row["field"] == first["field"]
        ]
        pieces = passage(first["text"], first["start_char"], first["end_char"], triggers)
        return Opened(example, pieces, first["title"], first["url"])
    texts = reader.rows("opening_of_text", example.version_id) if example.version_id else []
    if texts:
        return Opened(example, opening(texts[0]["text"]), texts[0]["title"], texts[0]["url"])
    return Opened(example, (), None, None)
