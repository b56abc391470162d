"""The analysts' questions: one statement each in `warehouse/questions/`, asked of what is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from transforms.errors import InputError
from warehouse.published import published_file
from warehouse.statements import HERE, Statement, read_statement

QUESTIONS = HERE / "questions"
_VARIABLE = re.compile(r"getvariable\('([a-z_]+)'\)")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its number, what is asked, and what may be set (name and meaning, in the order of the file)."""

    number: int
    asked: str
    note: str | None
    parameters: dict[str, str]
    statement: Statement


def questions() -> tuple[Question, ...]:
    """All questions, in the order of their numbers."""
    return tuple(_question(path) for path in sorted(QUESTIONS.glob("*.sql")))


def question(number: int) -> Question:
    """One question. Raises InputError where there is none of that number."""
    for found in questions():
        if found.number == number:
            return found
    raise InputError(f"no question {number}", "warehouse/questions", "run `demarche ask` for the list")


def ask(home: Path, number: int, values: Mapping[str, str]) -> pd.DataFrame:
    """The answer of the current publication to one question; what is not set in `values` has its default.

    Raises InputError where nothing is published, where the question has no such parameter, or where a value is none.
    """
    con = duckdb.connect(str(published_file(home)), read_only=True)
    try:
        return answer(con, question(number), values)
    finally:
        con.close()


def answer(con: duckdb.DuckDBPyConnection, asked: Question, values: Mapping[str, str]) -> pd.DataFrame:
    """The answer of an open file; see `ask`."""
    place = f"question {asked.number}"
    for name in values:
        if name not in asked.parameters:
            known = ", ".join(asked.parameters) or "nothing"
            raise InputError(f"unknown parameter {name!r}", place, f"it takes {known}")
    for name in asked.parameters:
        if name in values:
            con.execute(f"SET VARIABLE {name} = $value", {"value": values[name]})
        else:
            con.execute(f"RESET VARIABLE {name}")
    try:
        return con.execute(asked.statement.sql).df()
    except duckdb.ConversionException as error:
        told = str(error).splitlines()[0]
        raise InputError(told, place, "write days as YYYY-MM-DD, such as 2019-02-04") from error


def _question(path: Path) -> Question:
    statement = read_statement(path)
    names = dict.fromkeys(_VARIABLE.findall(statement.sql))
    return Question(
        int(path.name[:2]),
        statement.header["question"],
        statement.header.get("note"),
        {name: statement.header[name] for name in names},
        statement,
    )
