"""The files of the checks keep their form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from expectations.errors import ExpectationFileError
from expectations.statements import HERE, SHARED, bind, read_statement
from expectations.suites import all_suites

NIGHT = date(2019, 1, 31)

FILES = sorted(HERE.rglob("*.sql"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_statement_says_what_it_is(path: Path) -> None:
    statement = read_statement(path)
    for key in ("name", "grain", "reads"):
        assert statement.require(key)
    assert statement.sql.startswith(("SELECT", "WITH"))
    assert ";" not in statement.sql


def test_a_check_has_one_name_in_its_suite_and_says_why() -> None:
    seen: set[tuple[str, str, str, str | None]] = set()
    for suite in all_suites():
        for check in suite.checks:
            key = (suite.name, check.name, check.table or suite.table, check.column)
            assert key not in seen
            seen.add(key)
            assert len(check.why) > 15 and not check.why.endswith(".")


def test_every_batch_and_vocabulary_is_used() -> None:
    used = {suite.batch for suite in all_suites()}
    used |= {HERE / "vocabulary" / f"{c.vocabulary}.sql" for s in all_suites() for c in s.checks if c.vocabulary}
    here = {path for folder in ("batches", "truths", "vocabulary") for path in (HERE / folder).glob("*.sql")}
    assert here - used == {HERE / "batches" / f"{name}.sql" for name in SHARED}
    assert used <= here


def test_a_truth_without_its_reason_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "odd.sql"
    path.write_text("-- name: odd\n--   and more\nSELECT 1\n", encoding="utf-8")
    statement = read_statement(path)
    assert statement.header["name"] == "odd and more"
    with pytest.raises(
        ExpectationFileError, match=r"no '-- why:' line in odd\.sql: add '-- why: …' above the statement"
    ):
        statement.require("why")


def test_the_night_is_bound_as_a_date() -> None:
    sql = bind(read_statement(HERE / "batches" / "set_aside.sql"), NIGHT)
    assert "DATE '2019-01-31'" in sql and "$night" not in sql


def test_what_is_judged_is_bound_as_all_texts_or_those_of_the_night() -> None:
    statement = read_statement(HERE / "truths" / "quotes_match_text.sql")
    assert "WHERE true OR" in bind(statement, NIGHT) and "WHERE false OR" in bind(statement, NIGHT, whole=False)
    assert "$whole" not in bind(statement, NIGHT)
