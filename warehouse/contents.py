"""What a file holds, apart from how and when it came about."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb

from warehouse.statements import loading

OPERATIONS = "ops_"


def content_hashes(database: Path) -> dict[str, str]:
    """SHA-256 over the rows of each table but `ops_*`, whatever their order; keys in order of name.

    Rows are hashed as JSON with their column names, duplicates included, so equal hashes mean equal tables, in a
    writer's file and in its publication alike.
    """
    con = duckdb.connect(str(database), read_only=True)
    try:
        return {table: _hash(con, table) for table in content_tables(con)}
    finally:
        con.close()


def content_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables that hold content, in order of name: all but `ops_*`."""
    found = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary "
        "AND NOT starts_with(table_name, 'v_') ORDER BY 1"
    ).fetchall()
    return [str(name) for (name,) in found if not str(name).startswith(OPERATIONS)]


def publication_id(night: object, hashes: dict[str, str]) -> str:
    """`<night>-<8 hex>`: the same night with the same content has the same id."""
    told = "\n".join(f"{table} {digest}" for table, digest in sorted(hashes.items()))
    return f"{night}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def _hash(con: duckdb.DuckDBPyConnection, table: str) -> str:
    row = con.execute(loading("content_hash", table=table)).fetchone()
    return str(row[0]) if row else ""
