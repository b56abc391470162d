"""The tables of content and how they go out, derived from the catalogue: a new table needs nothing here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import duckdb

from warehouse.build import migrate
from warehouse.contents import content_tables
from warehouse.outgoing import meanings
from warehouse.statements import HERE, read_statement

WHOLE = "all"
# By which column a table finds the month of its rows: the first that it has decides.
_WAYS = ("known_on", "night", "version_id", "claim_id", "cluster_id", "article_id")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: DuckDB's name of its type, its comment, and whether the schema forbids NULL."""

    name: str
    kind: str
    comment: str
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One published table; `key` is the DDL's (empty: it has none), `way` None where it has no months."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    way: str | None

    @property
    def rows(self) -> str:
        """SQL for the table's rows `t` and their `month` (YYYY-MM of the night they were known, or `all`)."""
        if self.way is None:
            return f"SELECT t, '{WHOLE}' AS month FROM \"{self.name}\" AS t"
        way = read_statement(HERE / "exports" / "months" / f"{self.way}.sql").sql
        return way.replace("$table", f'"{self.name}"')

    @property
    def order(self) -> str:
        """The columns by which rows are sorted: those of the key, then all others."""
        names = (*self.key, *(c.name for c in self.columns if c.name not in self.key))
        return ", ".join(f'"{name}"' for name in names)


def exported_tables(con: duckdb.DuckDBPyConnection) -> tuple[Table, ...]:
    """The content tables of an open published file, in order of name; keys are the DDL's, as the file has none."""
    keys, required = _from_ddl()
    return tuple(_table(con, name, keys.get(name, ()), required) for name in content_tables(con))


def _table(
    con: duckdb.DuckDBPyConnection, name: str, key: tuple[str, ...], required: frozenset[tuple[str, str]]
) -> Table:
    rows = con.execute(
        "SELECT column_name, data_type, coalesce(comment, '') FROM duckdb_columns() "
        "WHERE table_name = ? AND database_name = current_database() ORDER BY column_index",
        [name],
    ).fetchall()
    differing = meanings(name)
    columns = tuple(
        Column(column, kind, comment, (name, column) in required and column not in differing)
        for column, kind, comment in rows
    )
    told = con.execute(
        "SELECT coalesce(comment, '') FROM duckdb_tables() WHERE table_name = ? AND database_name = current_database()",
        [name],
    ).fetchone()
    names = {column.name for column in columns}
    way = None if name.startswith("ref_") else next((way for way in _WAYS if way in names), None)
    return Table(name, str(told[0]) if told else "", columns, key, way)


@lru_cache(maxsize=1)
def _from_ddl() -> tuple[dict[str, tuple[str, ...]], frozenset[tuple[str, str]]]:
    con = duckdb.connect()
    try:
        migrate(con)
        keys = con.execute(
            "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
        ).fetchall()
        required = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND NOT is_nullable"
        ).fetchall()
    finally:
        con.close()
    return {str(table): tuple(columns) for table, columns in keys}, frozenset((str(t), str(c)) for t, c in required)
