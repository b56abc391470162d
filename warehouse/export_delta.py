"""What a publication changed against the last one: rows added, removed and changed, by table."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb

from warehouse.export_parquet import read_parts
from warehouse.export_tables import Table
from warehouse.published import DATABASE, sync
from warehouse.statements import HERE, read_statement, sql_text

FOLDER = "delta"
CHANGES = ("added", "removed", "changed")


def write_delta(con: duckdb.DuckDBPyConnection, tables: tuple[Table, ...], folder: Path, last: Path | None) -> int:
    """Write `folder/delta` from the parts of `folder` and `last`; the number of rows that differ.

    Only months whose content differs are read. A table that did not change has no file. A publication made before there
    were parts is none to compare with: it may hold texts, which do not go out. Without one, every row is added.
    """
    (folder / FOLDER).mkdir()
    now, before = read_parts(folder), read_parts(last) if last else {}
    counts: dict[str, dict[str, int]] = {}
    if last and before:
        con.execute(f"ATTACH {sql_text(last / DATABASE)} AS last (READ_ONLY)")
    try:
        for table in tables:
            here, there = now.get(table.name, {}), before.get(table.name, {})
            months = sorted(
                month
                for month in {*here, *there}
                if month not in here or month not in there or here[month].content != there[month].content
            )
            if months:
                counts[table.name] = _compare(
                    con, table, months, folder / FOLDER / f"{table.name}.parquet", bool(there)
                )
    finally:
        if last and before:
            con.execute("DETACH last")
    told = {"since": last.name if last and before else None, "tables": counts}
    summary = folder / FOLDER / "delta.json"
    summary.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    sync(summary)
    return sum(sum(count.values()) for count in counts.values())


def _compare(
    con: duckdb.DuckDBPyConnection, table: Table, months: list[str], path: Path, compared: bool
) -> dict[str, int]:
    listed = ", ".join(sql_text(month) for month in months)
    con.execute(f"CREATE OR REPLACE TEMP TABLE rows_now AS {_rows(table, listed)}")
    con.execute("CREATE OR REPLACE TEMP TABLE rows_before AS SELECT * FROM rows_now LIMIT 0")
    if compared:
        database = con.execute("SELECT current_database()").fetchone()
        con.execute("USE last")
        try:
            con.execute(f"INSERT INTO temp.rows_before BY NAME {_rows(table, listed, _shared(con, table))}")
        finally:
            con.execute(f'USE "{database[0] if database else ""}"')
    key = ", ".join(f"'{name}': \"{name}\"" for name in table.key or [column.name for column in table.columns])
    sql = read_statement(HERE / "exports" / "delta.sql").sql.replace("$key", key).replace("$order", table.order)
    con.execute(f"COPY ({sql}) TO {sql_text(path)} (FORMAT parquet, COMPRESSION zstd)")
    sync(path)
    found = con.execute("SELECT change, count(*) FROM read_parquet(?) GROUP BY change", [str(path)]).fetchall()
    return {change: dict(found).get(change, 0) for change in CHANGES}


def _rows(table: Table, months: str, columns: str = "*") -> str:
    return f"SELECT {columns} FROM (SELECT unnest(t) FROM ({table.rows}) WHERE month IN ({months}))"


def _shared(con: duckdb.DuckDBPyConnection, table: Table) -> str:
    """The columns that the last publication had as well; others count as NULL there."""
    there = {str(row[0]) for row in con.execute(f'DESCRIBE "{table.name}"').fetchall()}
    return ", ".join(f'"{column.name}"' for column in table.columns if column.name in there)
