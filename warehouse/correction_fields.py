"""The fields of a claim that a person can set: how a new value is written, and where it goes.

A field of a claim is taken as a snapshot (the cells of `events` and the rows of other tables that hold it, with the
two readings that the machine may have left of it) and put in its place again: a fix puts a changed snapshot, its
undoing the machine's. Values are written as `demarche review fix HANDLE --set field=value` takes them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

UNKNOWN = "unknown"
LIST = "|"
BY_PERSON = "correction"
Snapshot = dict[str, list[list[Any]]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its cells in `events`, or its rows in `table` (`columns`, of those where `where` holds).

    `vocabulary` names the reference table and column of its words; `of_type` is the only type of claims that have the
    field; `clears` whether it may be unknown; `reading` what `readings.field` calls it.
    """

    help: str
    cells: tuple[str, ...] = ()
    table: str = ""
    columns: tuple[str, ...] = ()
    where: str = "true"
    vocabulary: tuple[str, str] | None = None
    of_type: str = ""
    clears: bool = True
    is_list: bool = False
    reading: str = ""


def _role(role: str, told: str, reading: str = "") -> Field:
    return Field(
        told, table="participants", columns=("role", "ordinal", "actor_id", "name"), where=f"role = '{role}'",
        is_list=True, reading=reading,
    )  # fmt: skip


FIELDS: dict[str, Field] = {
    "action": Field(
        "a word of seeds/ontology/actions.csv, of the claim's type", ("action",), vocabulary=("ref_actions", "action"),
        clears=False, reading="action",
    ),
    "status": Field(
        "a word of seeds/ontology/statuses.csv", ("status", "status_rule"), vocabulary=("ref_statuses", "status"),
        clears=False,
    ),
    "date": Field(
        "2019-01-31, 2019-01, 2019, 2019-01-28/2019-01-31, 2019-01-28/.. (on or after), ../2019-01-31 or unknown",
        ("date_start", "date_end", "date_precision", "date_rule"), reading="date",
    ),
    "actor": _role("actor", "who acts: ids such as USA, joined by |", "actor"),
    "target": _role("target", "at whom it is aimed: ids joined by |", "target"),
    "proposer": _role("proposer", "who urges, drafts or threatens on another's behalf: ids joined by |"),
    "about": _role("about", "states concerned: ids joined by |"),
    "scope": Field(
        "a word of seeds/ontology/scopes.csv", ("scope",), vocabulary=("ref_scopes", "scope"), of_type="sanction"
    ),
    "measures": Field(
        "words of seeds/ontology/measures.csv, joined by |", table="measures", columns=("measure",),
        vocabulary=("ref_measures", "measure"), of_type="sanction", is_list=True,
    ),
    "office": Field(
        "a word of seeds/ontology/offices.csv", ("office",), vocabulary=("ref_offices", "office"),
        of_type="recognition",
    ),
    "mode": Field("a word of seeds/ontology/meet_modes.csv", ("mode",), vocabulary=("ref_meet_modes", "mode")),
    "deadline": Field(
        "the last day to meet the claim's condition, such as 2019-02-03, or unknown",
        table="conditions", columns=("text", "start_char", "end_char", "deadline"),
    ),
}  # fmt: skip
READING = ("ordinal", "field", "value", "is_preferred", "rule", "start_char", "end_char", "quote")


def split_list(value: str) -> list[str]:
    """The parts of a list value, none of an unknown one."""
    return [] if value == UNKNOWN else [part.strip() for part in value.split(LIST)]


def take(con: duckdb.DuckDBPyConnection, claim_id: str, name: str) -> Snapshot:
    """The field of one claim as it stands: lists of rows by table, days as ISO 8601."""
    return {place.table: place.rows(con, claim_id) for place in _places(FIELDS[name])}


def put(con: duckdb.DuckDBPyConnection, claim_id: str, name: str, snapshot: Snapshot) -> None:
    """Have the field of one claim as the snapshot says."""
    for place in _places(FIELDS[name]):
        if place.table == "events":
            setting = ", ".join(f"{cell} = ?" for cell in place.columns)
            con.execute(f"UPDATE events SET {setting} WHERE claim_id = ?", [*snapshot["events"][0], claim_id])
        else:
            place.replace(con, claim_id, snapshot[place.table])


def fixed(name: str, value: str, machine: Snapshot, called: Callable[[str], str]) -> Snapshot:
    """The machine's snapshot with the value in its place; a decided field has no second reading.

    `called` gives the name of an actor. Raises ValueError, saying what is wrong, for a value that does not fit.
    """
    spec = FIELDS[name]
    made: Snapshot = {"readings": []} if spec.reading else {}
    if name == "date":
        return made | {"events": [[*read_date(value), BY_PERSON]]}
    if name == "status":
        return made | {"events": [[value, BY_PERSON]]}
    if spec.cells:
        return made | {"events": [[None if value == UNKNOWN else value]]}
    if name == "deadline":
        return made | {spec.table: [[*row[:3], _deadline(value)] for row in _one_condition(machine[spec.table])]}
    parts = split_list(value)
    if len(set(parts)) != len(parts):
        raise ValueError("one part stands twice")
    if name == "measures":
        return made | {spec.table: [[part] for part in sorted(parts)]}
    return made | {spec.table: [[name, number, part, called(part)] for number, part in enumerate(parts, 1)]}


def shown(name: str, snapshot: Snapshot) -> str:
    """The snapshot as a value, in the form in which a person would set it."""
    spec = FIELDS[name]
    if name == "date":
        return write_date(*snapshot["events"][0][:3])
    if spec.cells:
        return str(snapshot["events"][0][0] or UNKNOWN)
    place = {"measures": 0, "deadline": 3}.get(name, 2)
    return LIST.join(str(row[place] or UNKNOWN) for row in snapshot[spec.table]) or UNKNOWN


def read_date(value: str) -> tuple[str | None, str | None, str]:
    """First day, last day and precision of a date as EDTF (ISO 8601-2) writes it. Raises ValueError for others."""
    if value == UNKNOWN:
        return None, None, UNKNOWN
    first, slash, last = value.partition("/")
    if slash:
        start = None if first == ".." else date.fromisoformat(first)
        end = None if last == ".." else date.fromisoformat(last)
        if start and end and start > end:
            raise ValueError(f"{first} is after {last}")
        if not (start or end):
            raise ValueError("write unknown where neither end is known")
        return _iso(start), _iso(end), "range" if start and end else "after" if start else "before"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31", "year"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        return f"{value}-01", f"{value}-{monthrange(int(value[:4]), int(value[5:]))[1]:02}", "month"
    day = date.fromisoformat(value).isoformat()
    return day, day, "day"


def write_date(start: str | None, end: str | None, precision: str) -> str:
    """The date in the form that `read_date` takes."""
    if start is None and end is None:
        return UNKNOWN
    if precision == "day":
        return str(start)
    if start and end and precision in ("month", "year"):
        return start[:7] if precision == "month" else start[:4]
    return f"{start or '..'}/{end or '..'}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _deadline(value: str) -> str | None:
    return None if value == UNKNOWN else date.fromisoformat(value).isoformat()


def _one_condition(rows: Sequence[list[Any]]) -> Sequence[list[Any]]:
    if len(rows) != 1:
        raise ValueError(f"the claim has {len(rows)} conditions, and a deadline belongs to one")
    return rows


@dataclass(frozen=True, slots=True)
class _Place:
    """Rows of a claim in one table: these columns of those where `where` holds."""

    table: str
    columns: tuple[str, ...]
    where: str

    def rows(self, con: duckdb.DuckDBPyConnection, claim_id: str) -> list[list[Any]]:
        names = ", ".join(self.columns)
        sql = f"SELECT {names} FROM {self.table} WHERE claim_id = ? AND {self.where} ORDER BY ALL"
        found = con.execute(sql, [claim_id]).fetchall()
        return [[cell.isoformat() if isinstance(cell, date) else cell for cell in row] for row in found]

    def replace(self, con: duckdb.DuckDBPyConnection, claim_id: str, rows: Sequence[Sequence[Any]]) -> None:
        con.execute(f"DELETE FROM {self.table} WHERE claim_id = ? AND {self.where}", [claim_id])
        marks = ", ".join("?" for _ in self.columns)
        sql = f"INSERT INTO {self.table} (claim_id, {', '.join(self.columns)}) VALUES (?, {marks})"
        for row in rows:
            con.execute(sql, [claim_id, *row])


def _places(spec: Field) -> list[_Place]:
    own = _Place("events", spec.cells, "true") if spec.cells else _Place(spec.table, spec.columns, spec.where)
    return [own, _Place("readings", READING, f"field = '{spec.reading}'")] if spec.reading else [own]
