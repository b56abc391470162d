"""Where records turn into typed pandas frames and Parquet files, and back: the only place."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.records import TABLES

_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), date: pa.date32(), bool: pa.bool_()}


def arrow_schema(cls: type[Any]) -> pa.Schema:
    """The columns of a record class in order; a field that may be None is nullable, no other is."""
    hints = get_type_hints(cls)
    columns = []
    for item in fields(cls):
        hint = hints[item.name]
        optional = get_origin(hint) in (Union, types.UnionType)
        plain = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
        columns.append(pa.field(item.name, _ARROW[plain], nullable=optional))
    return pa.schema(columns)


def table(cls: type[Any], rows: Iterable[Any]) -> pa.Table:
    """Rows of one record class as an Arrow table; zero rows keep their types.

    Raises pyarrow.ArrowInvalid where a required field holds None.
    """
    rows = list(rows)
    schema = arrow_schema(cls)
    columns = [pa.array([getattr(row, column.name) for row in rows], type=column.type) for column in schema]
    made = pa.Table.from_arrays(columns, schema=schema)
    made.validate(full=True)
    return made


def frame(cls: type[Any], rows: Iterable[Any]) -> pd.DataFrame:
    """Rows of one record class as a pandas frame with Arrow types (days stay days, None stays missing)."""
    made: pd.DataFrame = table(cls, rows).to_pandas(types_mapper=pd.ArrowDtype)
    return made


def write_rows(path: Path, cls: type[Any], rows: Iterable[Any]) -> None:
    """Write one Parquet file; a reader sees the old file or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".partial")
    pq.write_table(table(cls, rows), aside)
    aside.replace(path)


def write_tables(folder: Path, tables: Mapping[str, Sequence[Any]]) -> None:
    """Write `folder/<table>.parquet` for each named table of `records.TABLES`, empty ones included."""
    for name, rows in tables.items():
        write_rows(folder / f"{name}.parquet", TABLES[name], rows)


def read_rows(path: Path, cls: type[Any]) -> list[Any]:
    """The records of one Parquet file, in the file's order."""
    return [cls(**row) for row in pq.read_table(path, schema=arrow_schema(cls)).to_pylist()]
