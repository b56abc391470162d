"""What parsing a night again changes, told before it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from warehouse.statements import loading


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles (places read at) of a night parsed again: all, and how they stand to what the warehouse holds.

    `gone` ones are held and were not found again; they and the former texts of `changed` ones stay in the warehouse.
    """

    articles: int
    unchanged: int
    changed: int
    added: int
    gone: int


def compare(candidate: Path, night: date, staging: Path) -> Compared:
    """How the texts that `staging` holds of `night` stand to those in `candidate`, before they are loaded."""
    files = {name: str(staging / "ingested" / f"{name}.parquet") for name in ("appearances", "sources")}
    con = duckdb.connect(str(candidate))
    try:
        row = con.execute(loading("compare_night"), {**files, "night": night}).fetchone()
    finally:
        con.close()
    return Compared(*row) if row else Compared(0, 0, 0, 0, 0)
