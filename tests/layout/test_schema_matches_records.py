"""The schema and the records are one shape, told twice: they may not drift apart."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date
from typing import Union, get_args, get_origin, get_type_hints

import duckdb
import pytest

from transforms.records import TABLES
from warehouse.build import migrate

SQL_TYPES = {str: "VARCHAR", int: "INTEGER", float: "DOUBLE", date: "DATE", bool: "BOOLEAN"}


@pytest.fixture(scope="module")
def con():
    con = duckdb.connect()
    migrate(con)
    yield con
    con.close()


def column(cls, name):
    hint = get_type_hints(cls)[name]
    optional = get_origin(hint) in (Union, types.UnionType)
    plain = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
    return name, SQL_TYPES[plain], optional


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_the_fields_in_their_order(con, table):
    found = con.execute(
        "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()
    assert found == [column(TABLES[table], item.name) for item in fields(TABLES[table])]


def test_no_row_but_those_of_ops_tables_holds_a_clock(con):
    found = con.execute(
        "SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal AND data_type LIKE '%TIME%'"
    ).fetchall()
    assert all(name.startswith("ops_") for (name,) in found)
