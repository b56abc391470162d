"""`demarche review accept` and its like: a decision becomes a row of corrections.csv, or ceases to be one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb

from dags.local.home import ROOT, corrections_file
from dags.local.review_list import FOLDER
from transforms.errors import InputError
from warehouse.correction_rows import FIX, MERGE, SPLIT, Anchor, Correction, read_corrections, write_corrections
from warehouse.corrections import check_values
from warehouse.published import published_file

SHORT = 4


@dataclass(frozen=True, slots=True)
class Said:
    """Who decided, on which day, and why."""

    by: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """A claim by its handle: where it stands and what it tells."""

    claim_id: str
    anchor: Anchor
    told: str
    sentence: str


def find(home: Path, handle: str) -> Found:
    """The published claim whose id begins with `handle`. Raises InputError where none does, or several do."""
    if len(handle) < SHORT:
        raise InputError(f"handle {handle!r}", "the command", f"give {SHORT} characters or more of a claim's id")
    with duckdb.connect(str(published_file(home)), read_only=True) as con:
        cursor = con.execute((FOLDER / "anchor.sql").read_text(encoding="utf-8"), {"handle": handle})
        names = [str(column[0]) for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    chosen = [row for row in rows if row["claim_id"].startswith(handle)]
    if not chosen:
        raise InputError(f"no claim {handle!r}", "the published warehouse", "`demarche review --all` lists handles")
    if len(chosen) > 1:
        ids = ", ".join(row["claim_id"] for row in chosen)
        raise InputError(f"handle {handle!r} of {len(chosen)} claims", "the published warehouse", f"give more of {ids}")
    return Found(chosen[0]["claim_id"], _anchor(chosen[0], rows), chosen[0]["told"], chosen[0]["sentence"])


def _anchor(row: dict[str, Any], rows: Iterable[dict[str, Any]]) -> Anchor:
    names = ("version_id", "field", "start_char", "end_char", "type", "action", "trigger_start")
    place = {name: row[name] for name in names}
    same = [other["claim_id"] for other in rows if all(other[name] == row[name] for name in names)]
    return Anchor(**place, nth=same.index(row["claim_id"]) + 1)


def decide(
    home: Path, decision: str, claims: tuple[Found, ...], said: Said, fix: Mapping[str, str] = MappingProxyType({})
) -> list[Correction]:
    """Write the decision on one claim, or two, into corrections.csv; its rows (of a fix, one a field).

    Raises SeedError for a value that no claim can take, InputError for a decision that stands there already or lacks
    its reason.
    """
    file = corrections_file()
    if not said.why.strip():
        raise InputError("no reason", "--why", "say why, so that others can follow it")
    if decision in (MERGE, SPLIT) and claims[0].claim_id == claims[1].claim_id:
        raise InputError(f"one claim, {claims[0].claim_id}, twice", "the command", "give the handles of two claims")
    other = claims[1].anchor if len(claims) > 1 else None
    first = claims[0]
    base = Correction(
        decision, first.anchor, first.told, "", "", other, said.by, said.on, said.why.strip(), "--set"
    )  # fmt: skip
    made = [replace(base, fixed=name, value=value) for name, value in fix.items()] if decision == FIX else [base]
    with duckdb.connect(str(published_file(home)), read_only=True) as con:
        check_values(con, made)
    known = read_corrections(file)
    ids = {row.correction_id for row in known}
    again = [row for row in made if row.correction_id in ids]
    if again:
        raise InputError(f"the same decision, {again[0].correction_id}", str(file), "it is there already")
    write_corrections(file, [*known, *made])
    return made


def undo(file: Path, handle: str, claim: Found | None) -> list[Correction]:
    """Remove the decisions on a claim, or the one whose correction_id begins with `handle`; the removed rows.

    Raises InputError where there is none.
    """
    known = read_corrections(file)
    gone = [row for row in known if row.correction_id.startswith(handle)]
    if not gone and claim:
        gone = [
            row for row in known if _same(row.anchor, claim.anchor) or (row.other and _same(row.other, claim.anchor))
        ]
    if not gone:
        raise InputError(f"no decision on {handle!r}", str(file), "`demarche review log` lists them")
    ids = {row.correction_id for row in gone}
    write_corrections(file, [row for row in known if row.correction_id not in ids])
    return gone


def _same(one: Anchor, other: Anchor) -> bool:
    unsaid = one.trigger_start is None
    return one == (replace(other, trigger_start=None) if unsaid else other)


def decider(given: str | None) -> str:
    """Who decides: `given`, or git's user.name. Raises InputError where there is neither."""
    if given and given.strip():
        return given.strip()
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.strip()
    except FileNotFoundError:
        asked = ""
    if not asked:
        raise InputError("nobody's name", "--by", "say who decides with --by NAME, or set git's user.name")
    return asked
