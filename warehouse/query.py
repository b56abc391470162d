"""Reading: SQL on what is published, or on a candidate before it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from transforms.errors import InputError
from warehouse.published import published_file


def query(home: Path, sql: str) -> pd.DataFrame:
    """The rows of one statement on the current publication, opened read-only.

    Raises InputError where nothing is published yet, or where DuckDB refuses the statement (its words are kept).
    """
    with reader(published_file(home)) as ask:
        try:
            return ask(sql)
        except duckdb.Error as error:
            raise InputError(str(error), "the query", "see warehouse/DICTIONARY.md for tables and columns") from error


@contextmanager
def reader(path: Path) -> Iterator[Callable[[str], pd.DataFrame]]:
    """A function from SQL to rows on one file, opened read-only for the time of the block.

    For a candidate, no writer may have the file open meanwhile.
    """
    con = duckdb.connect(str(path), read_only=True)
    try:
        yield lambda sql: con.execute(sql).df()
    finally:
        con.close()
