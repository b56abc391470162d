"""What is kept of the extractor's accuracy: its scores, and whether two processes agreed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.statements import loading, sql_text
from warehouse.transaction import transaction


def store_scores(candidate: Path, scores: Path, used_at: datetime) -> None:
    """Keep the rows of a file of scores, as those of the run that started at `used_at` (aware).

    Where there is no such file nothing changes: what was scored before then belongs to an earlier run.
    """
    if not scores.exists():
        return
    con = duckdb.connect(str(candidate))
    try:
        with transaction(con):
            con.execute(loading("insert_scores"), {"path": str(scores), "used_at": used_at})
    finally:
        con.close()


def keep_scores(candidate: Path, writer: Path) -> None:
    """Have the scores that a candidate lacks from the writer's file: those of earlier states of the extractor."""
    if not writer.exists():
        return
    con = duckdb.connect(str(candidate))
    try:
        con.execute(f"ATTACH {sql_text(writer)} AS source (READ_ONLY)")
        there = con.execute(
            "SELECT 1 FROM duckdb_tables() WHERE database_name = 'source' AND table_name = 'ops_eval'"
        ).fetchone()
        if there:
            con.execute("INSERT OR IGNORE INTO ops_eval BY NAME SELECT * FROM source.ops_eval")
    finally:
        con.close()


def store_twice(candidate: Path, twice: Path, run_id: str) -> None:
    """Keep which texts of a run two processes extracted alike, in place of what the run had on record.

    Where there is no such file, as in a night without texts, nothing is kept.
    """
    con = duckdb.connect(str(candidate))
    try:
        with transaction(con):
            con.execute("DELETE FROM ops_twice WHERE run_id = ?", [run_id])
            if twice.exists():
                con.execute(loading("insert_twice"), {"path": str(twice), "run_id": run_id})
    finally:
        con.close()
