"""What people decided of claims, applied to a candidate: undone first, then all of it anew, whatever was there before.

The machine's values lie in `corrected_values`, so a decision that is taken back gives them back, and a text that is
extracted again (`load_night` writes its rows anew) gets its corrections again. Texts of which a correction begins,
changes or ends go into `ops_pending`. Work and rows grow with the number of corrections.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from transforms.errors import SeedError
from warehouse.correction_fields import FIELDS, UNKNOWN, Snapshot, fixed, put, read_date, shown, split_list, take
from warehouse.correction_judging import Judged, judge, judge_pairs
from warehouse.correction_rows import ACCEPT, FIX, MERGE, REJECT, SPLIT, Anchor, Correction
from warehouse.statements import HERE, read_statement
from warehouse.transaction import transaction

Pairs = list[tuple[str, str]]
APPLIED, SUPERSEDED, UNMATCHED = "applied", "superseded", "unmatched"
_ANCHORS = pa.schema(
    [
        ("number", pa.int32()),
        ("version_id", pa.string()),
        ("field", pa.string()),
        ("start_char", pa.int32()),
        ("end_char", pa.int32()),
        ("type", pa.string()),
    ]
)


@dataclass(slots=True)
class _Outcome:
    """What comes of one row, as far as it is known."""

    row: Correction
    claim_id: str | None = None
    other_claim_id: str | None = None
    told: str = ""
    before: str | None = None
    after: str | None = None
    state: str = APPLIED
    reason: str | None = None

    def not_applied(self, state: str, reason: str) -> None:
        self.state, self.reason, self.after = state, reason, None


def apply_corrections(candidate: Path, corrections: Sequence[Correction]) -> dict[str, int]:
    """Have the claims of a candidate as the machine read them and `corrections` say; rows by state.

    The caller holds the writer's lock. Raises SeedError, naming the line, for a value that no claim could take; a row
    that fits no claim is kept as unmatched.
    """
    con = duckdb.connect(str(candidate))
    try:
        with transaction(con):
            return apply(con, corrections)
    finally:
        con.close()


def apply(con: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]) -> dict[str, int]:
    """`apply_corrections` on an open file, inside the caller's transaction."""
    check_values(con, corrections)
    before = _effects(con)
    _undo(con)
    outcomes = [_Outcome(row) for row in sorted(corrections, key=lambda row: (row.decided_on, row.correction_id))]
    _match(con, outcomes)
    _apply_to_claims(con, [outcome for outcome in outcomes if outcome.claim_id and not outcome.row.other])
    _apply_to_pairs([outcome for outcome in outcomes if outcome.row.other and outcome.state == APPLIED])
    _keep(con, outcomes)
    changed = sorted({version for version, _ in before ^ _effects(con) if version})
    con.execute(_sql("mark_pending"), {"versions": changed})
    counts = dict.fromkeys((APPLIED, SUPERSEDED, UNMATCHED), 0)
    for outcome in outcomes:
        counts[outcome.state] += 1
    return counts


def pairs(candidate: Path) -> tuple[Pairs, Pairs]:
    """Pairs of claim ids that people put together, and those that they keep apart, each in order of the ids."""
    con = duckdb.connect(str(candidate))
    try:
        rows = con.execute(_sql("pairs")).fetchall()
    finally:
        con.close()
    together, apart = ([(one, other) for said, one, other in rows if said == chosen] for chosen in (MERGE, SPLIT))
    return together, apart


def check_values(con: duckdb.DuckDBPyConnection, corrections: Iterable[Correction]) -> None:
    """Raise SeedError for the first fix whose field or value no claim could have."""
    for row in corrections:
        if row.decision != FIX:
            continue
        spec = FIELDS.get(row.fixed)
        if spec is None:
            raise SeedError(f"field {row.fixed!r}", row.place, f"a fix sets one of {', '.join(FIELDS)}")
        if spec.of_type and row.anchor.type != spec.of_type:
            raise SeedError(
                f"{row.fixed} of a {row.anchor.type}", row.place, f"only a {spec.of_type} has {row.fixed}: reject it"
            )
        if row.value == UNKNOWN and not spec.clears:
            raise SeedError(f"{row.fixed} {row.value!r}", row.place, "reject the claim where nothing fits")
        if reason := _wrong_value(con, row):
            raise SeedError(f"{row.fixed} {row.value!r} ({reason})", row.place, f"write {spec.help}")


def _wrong_value(con: duckdb.DuckDBPyConnection, row: Correction) -> str | None:
    spec = FIELDS[row.fixed]
    if row.value == UNKNOWN:
        return None
    if row.fixed in ("date", "deadline"):
        try:
            precise = read_date(row.value)[2]
        except ValueError as error:
            return str(error)
        return None if row.fixed == "date" or precise == "day" else "no day"
    parts = split_list(row.value) if spec.is_list else [row.value]
    if len(set(parts)) != len(parts):
        return "one part stands twice"
    if spec.vocabulary:
        table, column = spec.vocabulary
        narrowed = " WHERE type = ?" if row.fixed == "action" else ""
        known = con.execute(f"SELECT {column} FROM {table}{narrowed}", [row.anchor.type] if narrowed else []).fetchall()
        missing = sorted(set(parts) - {word for (word,) in known})
    else:
        known = con.execute(_sql("known_actors"), {"ids": parts}).fetchall()
        named = {part for part in parts if part.startswith(("NAME:", "OPEN:")) and part[5:].strip()}
        missing = sorted(set(parts) - named - {found[0] for found in known})
    return f"unknown: {', '.join(missing)}" if missing else None


def _undo(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT v.claim_id, v.field, v.machine_value, v.value FROM corrected_values AS v "
        "INNER JOIN events AS e ON v.claim_id = e.claim_id ORDER BY v.claim_id, v.field"
    ).fetchall()
    named: set[str] = set()
    for claim_id, name, machine_value, value in rows:
        put(con, claim_id, name, json.loads(machine_value))
        if FIELDS[name].table == "participants":
            named |= set(split_list(value))
    if named:
        con.execute(_sql("drop_actors"), {"ids": sorted(named)})
    for table in ("corrected_values", "reviews", "corrections"):
        con.execute(f"DELETE FROM {table}")


def _match(con: duckdb.DuckDBPyConnection, outcomes: Sequence[_Outcome]) -> None:
    anchors = sorted({anchor for o in outcomes for anchor in (o.row.anchor, o.row.other) if anchor})
    if not anchors:
        return
    given = [
        dict(zip(_ANCHORS.names, (number, a.version_id, a.field, a.start_char, a.end_char, a.type), strict=True))
        for number, a in enumerate(anchors)
    ]
    con.register("given_anchors", pa.Table.from_pylist(given, _ANCHORS))
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *told_there in con.execute(_sql("anchored")).fetchall():
        found[number].append(tuple(told_there))
    con.unregister("given_anchors")
    claims = {anchor: _at(anchor, found[number]) for number, anchor in enumerate(anchors)}
    for outcome in outcomes:
        claim, told = claims[outcome.row.anchor]
        other = claims[outcome.row.other][0] if outcome.row.other else None
        outcome.claim_id, outcome.other_claim_id, outcome.told = claim, other, told
        if claim is None or (outcome.row.other and other is None):
            which = "the claim" if claim is None else "the second claim"
            outcome.not_applied(UNMATCHED, f"{which} is not in the warehouse: no such text, sentence, type and action")


def _at(anchor: Anchor, claims: Sequence[tuple[Any, ...]]) -> tuple[str | None, str]:
    """The claim that an anchor means among those of its sentence and type, and what it tells."""
    same = [claim for claim in claims if claim[1] == anchor.action]
    there = [claim for claim in same if claim[2] == anchor.trigger_start]
    if not there and len(same) == 1:
        there = same  # Another word gives it away now; it is the only one that it can be.
    if anchor.nth > len(there):
        return None, ""
    return there[anchor.nth - 1][0], there[anchor.nth - 1][3]


def _apply_to_claims(con: duckdb.DuckDBPyConnection, outcomes: Sequence[_Outcome]) -> None:
    of_claim: defaultdict[str, list[_Outcome]] = defaultdict(list)
    for outcome in outcomes:
        of_claim[str(outcome.claim_id)].append(outcome)
    for claim_id, on_it in sorted(of_claim.items()):
        machine = _possible(con, claim_id, on_it)
        _accepted_as_told(on_it)
        while rows := [outcome.row for outcome in on_it if outcome.state != UNMATCHED]:
            judged = judge(rows)
            _settle(on_it, judged)
            if not judged.fixes or _fix(con, claim_id, on_it, judged, machine):
                _review(con, claim_id, judged)
                break


def _possible(con: duckdb.DuckDBPyConnection, claim_id: str, outcomes: Sequence[_Outcome]) -> dict[str, Snapshot]:
    """What the machine says of each field that is fixed; a fix that the claim cannot take is unmatched."""
    machine: dict[str, Snapshot] = {}
    for outcome in outcomes:
        outcome.before = "machine"
        if outcome.row.decision == FIX:
            name = outcome.row.fixed
            machine[name] = machine.get(name) or take(con, claim_id, name)
            outcome.before = shown(name, machine[name])
            try:
                fixed(name, outcome.row.value, machine[name], str)
            except ValueError as error:
                outcome.not_applied(UNMATCHED, str(error))
    return machine


def _accepted_as_told(outcomes: Sequence[_Outcome]) -> None:
    """An accept holds for what was told then: a claim that tells something else by now is not confirmed by it."""
    is_fixed = any(outcome.row.decision == FIX and outcome.state != UNMATCHED for outcome in outcomes)
    for outcome in outcomes:
        row = outcome.row
        if row.decision == ACCEPT and row.told and row.told != outcome.told and not is_fixed:
            outcome.not_applied(UNMATCHED, f"the claim now tells {outcome.told}")


def _settle(outcomes: Sequence[_Outcome], judged: Judged) -> None:
    after = {ACCEPT: "confirmed", REJECT: "disputed"}
    for outcome in outcomes:
        if outcome.state == UNMATCHED:
            continue
        row = outcome.row
        outcome.state, outcome.reason, outcome.after = APPLIED, None, after.get(row.decision, row.value)
        if row.correction_id in judged.passed_over:
            outcome.not_applied(SUPERSEDED, judged.passed_over[row.correction_id])


def _fix(
    con: duckdb.DuckDBPyConnection,
    claim_id: str,
    outcomes: Sequence[_Outcome],
    judged: Judged,
    machine: dict[str, Snapshot],
) -> bool:
    """Set the values; False, with nothing set, where the claim would then repeat another of its sentence."""
    version = judged.fixes[0].anchor.version_id
    called = _names(con, version, judged.fixes)
    for row in judged.fixes:
        put(con, claim_id, row.fixed, fixed(row.fixed, row.value, machine[row.fixed], called))
    again = con.execute(_sql("repeats"), {"version_id": version, "claim_id": claim_id}).fetchone()
    if again:
        for row in judged.fixes:
            put(con, claim_id, row.fixed, machine[row.fixed])
        for outcome in outcomes:
            if outcome.row in judged.fixes:
                outcome.not_applied(UNMATCHED, f"the claim would repeat {again[0]} of its sentence: reject one of them")
        return False
    values = [
        [claim_id, row.fixed, json.dumps(machine[row.fixed], ensure_ascii=False), row.value, row.correction_id]
        for row in judged.fixes
    ]
    con.executemany("INSERT INTO corrected_values VALUES (?, ?, ?, ?, ?)", values)
    return True


def _names(con: duckdb.DuckDBPyConnection, version_id: str, fixes: Iterable[Correction]) -> Callable[[str], str]:
    """How to call the actors of the fixes: as the text writes them, else by the name of the seeds, else by the id.

    Actors that the warehouse lacks are added to it.
    """
    ids = sorted({part for row in fixes if FIELDS[row.fixed].table == "participants" for part in split_list(row.value)})
    in_text = dict(con.execute(_sql("names_in_text"), {"version_id": version_id}).fetchall())
    known = {i: (kind, name) for i, kind, name, _ in con.execute(_sql("known_actors"), {"ids": ids}).fetchall()}
    kinds = {"OPEN:": "group_open", "NAME:": "named"}
    for actor_id in ids:
        kind, name = known.get(actor_id) or (kinds[actor_id[:5]], actor_id[5:])
        con.execute(_sql("add_actors"), {"actor_id": actor_id, "kind": kind, "name": name})
        in_text.setdefault(actor_id, name)
    return in_text.__getitem__


def _review(con: duckdb.DuckDBPyConnection, claim_id: str, judged: Judged) -> None:
    con.execute(
        "INSERT INTO reviews VALUES (?, ?, ?, ?)",
        [claim_id, judged.standing, judged.decided_on, judged.correction_id],
    )


def _apply_to_pairs(outcomes: Sequence[_Outcome]) -> None:
    over = judge_pairs((o.row, frozenset((str(o.claim_id), str(o.other_claim_id)))) for o in outcomes)
    for outcome in outcomes:
        outcome.before = "as clustering finds"
        outcome.after = "together" if outcome.row.decision == MERGE else "apart"
        if outcome.claim_id == outcome.other_claim_id:
            outcome.not_applied(UNMATCHED, "both places are one claim by now")
        elif reason := over.get(outcome.row.correction_id):
            outcome.not_applied(SUPERSEDED, reason)


def _keep(con: duckdb.DuckDBPyConnection, outcomes: Sequence[_Outcome]) -> None:
    rows = []
    for o in outcomes:
        row, anchor = o.row, o.row.anchor
        told = (row.told or None, row.fixed or None, row.value or None)
        where = (anchor.version_id, anchor.field, anchor.start_char, anchor.end_char, anchor.type, anchor.action)
        came = (o.claim_id, o.other_claim_id, o.before, o.after, o.state, o.reason)
        rows.append([row.correction_id, row.decision, *where, *told, *came, row.decided_by, row.decided_on, row.why])
    if rows:
        con.executemany(f"INSERT INTO corrections VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _effects(con: duckdb.DuckDBPyConnection) -> set[tuple[str | None, str]]:
    return set(con.execute(_sql("effects")).fetchall())


def _sql(name: str) -> str:
    return read_statement(HERE / "corrections" / f"{name}.sql").sql
