"""CSV of published tables: weekly with a night, or on request."""

from __future__ import annotations

from pathlib import Path

import duckdb

from transforms.errors import InputError
from warehouse.export_tables import Table, exported_tables
from warehouse.published import published_file, sync
from warehouse.statements import sql_text

FOLDER = "csv"


def export_csv(home: Path, folder: Path, names: tuple[str, ...] = ()) -> list[Path]:
    """Write tables of the current publication to `folder`, all of them where `names` is empty; the files.

    Raises InputError where nothing is published, a table is not there, or a file is already there.
    """
    database = published_file(home)
    con = duckdb.connect(str(database), read_only=True)
    try:
        tables = {table.name: table for table in exported_tables(con)}
        for name in names:
            if name not in tables:
                raise InputError(f"no table {name!r}", str(database), f"choose of {', '.join(tables)}")
        chosen = tuple(tables[name] for name in names or tables)
        for table in chosen:
            if (folder / f"{table.name}.csv").exists():
                raise InputError(f"a file {table.name}.csv", str(folder), "name another folder, or move it away")
        return write_csv(con, chosen, folder)
    finally:
        con.close()


def write_csv(con: duckdb.DuckDBPyConnection, tables: tuple[Table, ...], folder: Path) -> list[Path]:
    """Write `folder/<table>.csv` (UTF-8, header, sorted by key): NULL is an empty cell, a list is JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables:
        cells = ", ".join(
            f'to_json("{c.name}") AS "{c.name}"' if c.kind.endswith("[]") else f'"{c.name}"' for c in table.columns
        )
        path = folder / f"{table.name}.csv"
        con.execute(
            f'COPY (SELECT {cells} FROM "{table.name}" ORDER BY {table.order}) TO {sql_text(path)} (FORMAT csv, HEADER)'
        )
        sync(path)
        written.append(path)
    return written
