"""What a night staged, read into temporary tables of the candidate and held to be whole."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import duckdb

from transforms.errors import InputError
from transforms.records import TABLES
from warehouse.statements import loading

INGESTED = ("sources", "articles", "versions", "appearances", "set_aside")
BY_VERSION = ("sentences", "mentions", "events", "evidence", "clock_notices", "clock_notice_actors")
BY_CLAIM = ("participants", "measures", "quantities", "conditions", "links", "readings")
EXTRACTED = (*BY_VERSION, *BY_CLAIM, "actors")


def stage(con: duckdb.DuckDBPyConnection, staging: Path) -> None:
    """Fill `staged_<table>` for each table that a night brings.

    `staging` is `home/staging/<night>`. Only extractions of the night's own batches are read.
    Raises InputError where a file is missing or cannot be read, or where rows belong to no staged text.
    """
    for table in INGESTED:
        _stage(con, table, [_existing(staging / "ingested" / f"{table}.parquet", "ingest")])
    batches = sorted((staging / "batches").glob("*.parquet"))
    for table in EXTRACTED:
        files = [staging / "extracted" / batch.stem / f"{table}.parquet" for batch in batches]
        _stage(con, table, [_existing(path, "extract") for path in files])
    con.execute(loading("first_versions"))
    _refuse_homeless(con, staging)


def _existing(path: Path, step: str) -> Path:
    if not path.exists():
        raise InputError(f"no file {path.name!r}", str(path.parent), f"run {step} for the night again, then load")
    return path


def _stage(con: duckdb.DuckDBPyConnection, table: str, files: list[Path]) -> None:
    columns = ", ".join(item.name for item in fields(TABLES[table]))
    if not files:
        con.execute(loading("stage_none", table=table, columns=columns))
        return
    try:
        con.execute(loading("stage", table=table, columns=columns), [[str(path) for path in files]])
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise InputError(
            f"Parquet that is no table {table!r} ({reason})", str(files[0].parent), "run the step before again"
        ) from error


def _refuse_homeless(con: duckdb.DuckDBPyConnection, staging: Path) -> None:
    found = con.execute(loading("homeless")).fetchall()
    if found:
        told = "; ".join(f"{count} of {table}, such as {key!r}" for table, count, key in found)
        raise InputError(f"rows that belong to no staged text or claim ({told})", str(staging), "run extract again")
