"""All that stands beside the published DuckDB file, made from that file alone: what is not in it cannot go out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from warehouse import export_csv
from warehouse.export_delta import write_delta
from warehouse.export_events import write_events
from warehouse.export_ftm import write_entities
from warehouse.export_package import write_package
from warehouse.export_parquet import write_parquet
from warehouse.export_tables import exported_tables
from warehouse.published import DATABASE

SUNDAY = 6


def write_exports(
    folder: Path, identity: str, night: date, last: Path | None, progress: Callable[[str], None] = lambda told: None
) -> None:
    """Write beside `folder/warehouse.duckdb` whatever else goes out that night.

    Parquet by table and month, the delta against the publication `last`, the night's events, FollowTheMoney entities,
    CSV where the night's label is a Sunday, and the data package that describes them. `progress` gets a line each.
    """
    con = duckdb.connect(str(folder / DATABASE), read_only=True)
    try:
        tables = exported_tables(con)
        written = write_parquet(con, tables, folder, last)
        progress(f"Parquet: {written} files written, others linked")
        progress(f"Delta: {write_delta(con, tables, folder, last)} rows")
        rows, without = write_events(con, night, folder)
        progress(f"Events for PLOVER: {rows} rows; {without} claims have no code")
        progress(f"FollowTheMoney: {write_entities(con, folder)} entities")
        if night.weekday() == SUNDAY:
            progress(f"CSV: {len(export_csv.write_csv(con, tables, folder / export_csv.FOLDER))} tables")
        write_package(con, tables, folder, identity, without)
    finally:
        con.close()
