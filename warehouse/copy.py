"""The file that readers get: no keys, small blocks, no texts, comments and views kept."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.build import create_views
from warehouse.outgoing import meanings, selecting
from warehouse.statements import HERE, read_statement, sql_text

# Keys make a file some fifteen times larger and serve only writing. Blocks of 16 KiB keep many small tables small.
# Storage v1.0.0 is what every DuckDB 1.x from 1.2 on opens.
_OPTIONS = "BLOCK_SIZE 16384, STORAGE_VERSION 'v1.0.0'"


def write_copy(source: Path, target: Path) -> None:
    """Write a keyless copy of `source` with its comments and views to `target`, which does not exist yet.

    Texts stay behind and quotes are cut, as `warehouse.outgoing` says. Views with a line `-- stored:` become tables.
    Rows are in the order of their columns, so equal content gives equal files but for DuckDB's own stamps.
    """
    con = duckdb.connect()
    try:
        con.execute(f"ATTACH {sql_text(source)} AS source (READ_ONLY)")
        con.execute(f"ATTACH {sql_text(target)} AS target ({_OPTIONS})")
        con.execute("USE target")
        tables = con.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'source' ORDER BY table_name"
        ).fetchall()
        for table, comment in tables:
            con.execute(f'CREATE TABLE "{table}" AS {selecting(table)}')
            con.execute(f'COMMENT ON TABLE "{table}" IS {sql_text(comment)}')
        columns = con.execute(
            "SELECT c.table_name, c.column_name, c.comment FROM duckdb_columns() AS c "
            "INNER JOIN duckdb_tables() AS t USING (database_name, table_name) WHERE c.database_name = 'source'"
        ).fetchall()
        told = {(table, column): comment for table, column, comment in columns}
        for table, _ in tables:
            told |= {(table, column): comment for column, comment in meanings(table).items()}
        for (table, column), comment in told.items():
            con.execute(f'COMMENT ON COLUMN "{table}"."{column}" IS {sql_text(comment)}')
        for name in create_views(con):
            if (path := HERE / "views" / f"{name}.sql").exists() and "stored" in read_statement(path).header:
                _store(con, name)
        con.execute("CHECKPOINT target")
    finally:
        con.close()


def _store(con: duckdb.DuckDBPyConnection, view: str) -> None:
    """Put the rows of a view in its place, under its name and with its comments: questions then read what is made once
    a night instead of working it out over all years."""
    told = con.execute("SELECT comment FROM duckdb_views() WHERE view_name = ? AND NOT internal", [view]).fetchall()
    columns = con.execute(
        "SELECT column_name, comment FROM duckdb_columns() "
        "WHERE table_name = ? AND database_name = current_database() AND NOT internal",
        [view],
    ).fetchall()
    con.execute(f'CREATE TABLE "{view}_rows" AS SELECT * FROM "{view}" ORDER BY ALL')
    con.execute(f'DROP VIEW "{view}"')
    con.execute(f'ALTER TABLE "{view}_rows" RENAME TO "{view}"')
    con.execute(f'COMMENT ON TABLE "{view}" IS {sql_text(told[0][0])}')
    for column, meaning in columns:
        con.execute(f'COMMENT ON COLUMN "{view}"."{column}" IS {sql_text(meaning)}')
