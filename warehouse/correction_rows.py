"""`corrections.csv`: what people decided of claims; read with errors that name the line, written sorted and whole."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from transforms.errors import SeedError

FILE = "corrections.csv"
ACCEPT, REJECT, FIX, MERGE, SPLIT = DECISIONS = ("accept", "reject", "fix", "merge", "split")
_ANCHOR = ("version_id", "field", "start_char", "end_char", "type", "action", "trigger_start", "nth")
_OTHER = tuple(f"other_{name}" for name in _ANCHOR)
COLUMNS = (
    "correction_id", "decision", *_ANCHOR, "told", "fixed", "value", *_OTHER, "decided_by", "decided_on", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where a claim stands, whoever extracts it: the text's hash, its sentence, and what is told there.

    Offsets are 0-based code points, end exclusive. `trigger_start` is where the word stands that gave the claim away;
    `nth` (from 1) tells claims of one sentence, type, action and trigger apart, in the order of the text.
    """

    version_id: str
    field: str
    start_char: int
    end_char: int
    type: str
    action: str
    trigger_start: int | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: what somebody decided of a claim (`anchor`) or, for merge and split, of two.

    `told` is what the claim told when it was decided on, blank where nobody noted it; `fixed` and `value` are the field
    and its new value, for a fix alone. `place` is the row's line, for errors.
    """

    decision: str
    anchor: Anchor
    told: str
    fixed: str
    value: str
    other: Anchor | None
    decided_by: str
    decided_on: date
    why: str
    place: str = ""

    @property
    def correction_id(self) -> str:
        """Hash of what is decided, of which claim, by whom and when; the reason may be reworded."""
        parts = (self.decision, self.anchor, self.fixed, self.value, self.other, self.decided_by, self.decided_on)
        return hashlib.sha256("\n".join(map(_plain, parts)).encode()).hexdigest()[:12]


def read_corrections(path: Path) -> list[Correction]:
    """The rows of the file in the order in which they are applied: by day, then by id. No file is no correction.

    Raises SeedError, naming the line, for a row that cannot be used or stands twice.
    """
    if not path.exists():
        return []
    rows: dict[str, Correction] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise SeedError(f"no column {missing}", path.name, f"its header must hold {','.join(COLUMNS)}")
        for cells in reader:
            place = f"{path.name} line {reader.line_num}"
            row = _correction({name: (cells[name] or "").strip() for name in COLUMNS}, place)
            if row.correction_id in rows:
                raise SeedError(f"correction {row.correction_id!r} again", place, "give each decision one row")
            rows[row.correction_id] = row
    return sorted(rows.values(), key=_turn)


def write_corrections(path: Path, corrections: Iterable[Correction]) -> None:
    """The file anew, sorted, aside and then renamed: a reader sees the old rows or the new ones."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_cells(row) for row in sorted(corrections, key=_turn))
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.partial")
    aside.write_text(text.getvalue(), encoding="utf-8", newline="")
    aside.replace(path)


def _turn(row: Correction) -> tuple[date, str]:
    return row.decided_on, row.correction_id


def _correction(cells: Mapping[str, str], place: str) -> Correction:
    decision = cells["decision"]
    if decision not in DECISIONS:
        raise SeedError(f"decision {decision!r}", place, f"use one of {', '.join(DECISIONS)}")
    for name in ("decided_by", "why", *_ANCHOR[:6]):
        if not cells[name]:
            raise SeedError(f"blank {name}", place, "fill it in")
    if (decision == FIX) != bool(cells["fixed"] and cells["value"]):
        raise SeedError(
            f"{decision} with fixed {cells['fixed']!r} and value {cells['value']!r}", place,
            "a fix names both, the field and its new value; other decisions name neither",
        )  # fmt: skip
    paired = decision in (MERGE, SPLIT)
    if paired != bool(cells["other_version_id"]):
        raise SeedError(f"{decision} with other_version_id {cells['other_version_id']!r}", place,
                        "merge and split name a second claim; other decisions do not")  # fmt: skip
    row = Correction(
        decision,
        _anchor(cells, "", place),
        cells["told"],
        cells["fixed"],
        cells["value"],
        _anchor(cells, "other_", place) if paired else None,
        cells["decided_by"],
        _day(cells["decided_on"], place),
        cells["why"],
        place,
    )
    if paired and row.anchor == row.other:
        raise SeedError(f"{decision} of a claim with itself", place, "name two claims")
    if cells["correction_id"] not in ("", row.correction_id):
        raise SeedError(
            f"correction_id {cells['correction_id']!r}", place,
            f"leave it blank or write {row.correction_id}: it is derived from the rest of the row",
        )  # fmt: skip
    return row


def _anchor(cells: Mapping[str, str], prefix: str, place: str) -> Anchor:
    def number(name: str) -> int:
        cell = cells[prefix + name]
        if not cell.isdecimal():
            raise SeedError(f"{prefix}{name} {cell!r}", place, "write a whole number, 0 or more")
        return int(cell)

    trigger = number("trigger_start") if cells[f"{prefix}trigger_start"] else None
    nth = number("nth") if cells[f"{prefix}nth"] else 1
    return Anchor(
        cells[f"{prefix}version_id"],
        cells[f"{prefix}field"],
        number("start_char"),
        number("end_char"),
        cells[f"{prefix}type"],
        cells[f"{prefix}action"],
        trigger,
        nth,
    )


def _day(cell: str, place: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise SeedError(f"decided_on {cell!r}", place, "write a day as YYYY-MM-DD, such as 2019-01-31") from None


def _cells(row: Correction) -> dict[str, str]:
    cells = {name: _plain(getattr(row.anchor, name)) for name in _ANCHOR}
    cells |= {f"other_{name}": _plain(getattr(row.other, name)) if row.other else "" for name in _ANCHOR}
    own = ("correction_id", "decision", "told", "fixed", "value", "decided_by", "decided_on", "why")
    return cells | {name: _plain(getattr(row, name)) for name in own}


def _plain(value: object) -> str:
    if isinstance(value, Anchor):
        return " ".join(_plain(getattr(value, name)) for name in _ANCHOR)
    return "" if value is None else str(value)


def without_place(row: Correction) -> Correction:
    """The row as it is told to others, whatever line it stands in."""
    return replace(row, place="")
