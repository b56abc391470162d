"""The shape of a warehouse file: its schema and migrations, its views, its reference rows."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from transforms.errors import InputError
from warehouse.reference import SEEDS, load_reference
from warehouse.statements import HERE, Statement, read_statement
from warehouse.transaction import transaction

__all__ = ["SEEDS", "connect_new", "create_views", "load_reference", "migrate", "schema_version"]


def schema_version(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the last migration of this file; 0 for a file without a schema."""
    if "ops_migrations" not in _tables(con):
        return 0
    row = con.execute("SELECT coalesce(max(version), 0) FROM ops_migrations").fetchone()
    return int(row[0]) if row else 0


def migrate(con: duckdb.DuckDBPyConnection, root: Path = HERE) -> int:
    """Bring a file to the schema under `root` and return its version.

    A file without tables takes `schema/*.sql` as they stand and records every migration as applied; any other
    applies the migrations it lacks, in order, each in one transaction. There is no way back.
    Raises InputError where the file knows a migration that `root` lacks or has changed since.
    """
    known = _migrations(root)
    if not _tables(con):
        with transaction(con):
            for path in sorted((root / "schema").glob("*.sql")):
                con.execute(path.read_text(encoding="utf-8"))
            for version, path in known.items():
                _record(con, version, path)
        return schema_version(con)
    applied = _applied(con)
    _compare(applied, known)
    for version, path in known.items():
        if version not in applied:
            with transaction(con):
                con.execute(path.read_text(encoding="utf-8"))
                _record(con, version, path)
    return schema_version(con)


def create_views(con: duckdb.DuckDBPyConnection, root: Path = HERE) -> tuple[str, ...]:
    """Put the functions, macros and views under `root` into a file in place of those it had; returns the names of those
    that give rows.

    Functions come first, as any of the others may call them; the order of these follows their `-- reads:` lines.
    """
    made = {path.stem: read_statement(path) for kind in ("macros", "views") for path in _files(root / kind)}
    order = _order(made)
    with transaction(con):
        for (old,) in con.execute(
            "SELECT view_name FROM duckdb_views() WHERE NOT internal AND database_name = current_database()"
        ).fetchall():
            con.execute(f'DROP VIEW "{old}"')
        for old, kind in con.execute(
            "SELECT DISTINCT function_name, function_type FROM duckdb_functions() "
            "WHERE function_type IN ('macro', 'table_macro') AND NOT internal AND database_name = current_database()"
        ).fetchall():
            con.execute(f'DROP MACRO {"TABLE" if kind == "table_macro" else ""} "{old}"')
        for path in _files(root / "functions"):
            con.execute(read_statement(path).sql)
        for name in order:
            con.execute(made[name].sql)
    return order


def connect_new(path: Path | str) -> duckdb.DuckDBPyConnection:
    """Open a file for writing, with its schema and views brought up to date."""
    con = duckdb.connect(str(path))
    try:
        migrate(con)
        create_views(con)
    except BaseException:
        con.close()
        raise
    return con


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.sql"))


def _order(views: dict[str, Statement]) -> tuple[str, ...]:
    needs = {name: sorted(set(view.reads) & set(views)) for name, view in views.items()}
    return tuple(TopologicalSorter(needs).static_order())


def _tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    found = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()").fetchall()
    return {str(name) for (name,) in found}


def _migrations(root: Path) -> dict[int, Path]:
    return {int(path.name.split("_")[0]): path for path in sorted((root / "migrations").glob("*.sql"))}


def _applied(con: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, str]]:
    if "ops_migrations" not in _tables(con):
        raise InputError("tables without a record of migrations", "this DuckDB file", "pass a file made by Demarche")
    rows = con.execute("SELECT version, name, sha256 FROM ops_migrations").fetchall()
    return {int(version): (str(name), str(digest)) for version, name, digest in rows}


def _compare(applied: dict[int, tuple[str, str]], known: dict[int, Path]) -> None:
    for version, (name, digest) in sorted(applied.items()):
        if version not in known:
            raise InputError(
                f"migration {name!r}, which this code lacks",
                "the warehouse file",
                "it was written by a newer Demarche: update the code, or use another DEMARCHE_HOME",
            )
        if _digest(known[version]) != digest:
            raise InputError(
                f"migration {name!r}, changed since it was applied",
                "warehouse/migrations",
                "undo the change and put it into a new migration",
            )


def _record(con: duckdb.DuckDBPyConnection, version: int, path: Path) -> None:
    con.execute(
        "INSERT INTO ops_migrations VALUES (?, ?, ?, ?)", [version, path.name, _digest(path), datetime.now(UTC)]
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
