"""Runs the report's statements on a file that may lack what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pandas as pd

from expectations.page import TEMPLATES
from expectations.rows import records
from expectations.statements import bind, read_statement

Query = Callable[[str], pd.DataFrame]
Row = dict[str, Any]


class Reader:
    """Runs the statements of `report/`. One that fails leaves its part empty and is named in `problems`."""

    def __init__(self, query: Query, night: date) -> None:
        self._query = query
        self._night = night
        self._tables: frozenset[str] | None = None
        self.problems: dict[str, str] = {}

    def rows(self, name: str, keys: Iterable[str] = ()) -> list[Row]:
        """The rows of `report/<name>.sql`; `$keys` is bound to a list of literals, `$night` to the night."""
        try:
            sql = bind(read_statement(TEMPLATES / f"{name}.sql"), self._night)
            return records(self._query(sql.replace("$keys", ", ".join(_literal(key) for key in keys) or "NULL")))
        except Exception as error:
            # A refused night may lack a table: the report of why it was refused must still be written.
            self.problems[name] = f"{type(error).__name__}: {error}".split("\n", maxsplit=1)[0]
            return []

    def rows_if(self, table: str, name: str) -> list[Row]:
        """The same where the file has `table`, else nothing: a file of an earlier version is no problem."""
        return self.rows(name) if table in self._names() else []

    def _names(self) -> frozenset[str]:
        if self._tables is None:
            try:
                found = self._query("SELECT table_name FROM information_schema.tables")["table_name"]
                self._tables = frozenset(map(str, found))
            except Exception:
                self._tables = frozenset()
        return self._tables


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
