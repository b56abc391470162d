"""The ledgers brought up to the texts that wait: what their claims tell of recognitions, sanctions and ultimatums."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from warehouse.statements import HERE, loading, read_statement
from warehouse.transaction import transaction

LEDGERS = ("recognition_changes", "sanction_changes", "ultimatum_changes")


def bring_up(con: duckdb.DuckDBPyConnection, night: date, extractor_version: str, *, last: bool = True) -> None:
    """Have each ledger hold what the claims of the texts in `ops_pending` tell now, then empty `ops_pending` (`last`).

    Rows of other texts are not touched. A row that a text told under an earlier version of the extractor and tells no
    more is closed as of `night`, one that a correction takes the place of as of its day. The caller opens the file and
    no transaction.
    """
    bound = {"night": night, "extractor_version": extractor_version}
    with transaction(con):
        _run(con, loading("ledger_opened"), bound)
        con.execute(loading("rows_of_claims", claims="opened_claims"))
        for name in ("pending_parties", "ledger_claims"):
            con.execute(_select(name))
        for table in LEDGERS:
            _bring_up(con, table, bound)
        if last:
            con.execute("DELETE FROM ops_pending")


def update_ledgers(candidate: Path, night: date, extractor_version: str, *, last: bool = True) -> None:
    """`bring_up` for a candidate; the caller holds the writer's lock.

    Where people's corrections follow in the same night it runs before them too, not `last`: a decision closes what the
    machine read, so that the ledger is the same whether the text or the decision came first.
    """
    con = duckdb.connect(str(candidate))
    try:
        bring_up(con, night, extractor_version, last=last)
    finally:
        con.close()


def _bring_up(con: duckdb.DuckDBPyConnection, table: str, bound: dict[str, object]) -> None:
    _run(con, f"CREATE OR REPLACE TEMP TABLE told_rows AS\n{_select(table)}", bound)
    con.execute(loading("ledger_keys"))
    _run(con, loading("ledger_bring_up", table=table), bound)


def _select(name: str) -> str:
    return read_statement(HERE / "ledgers" / f"{name}.sql").sql


def _run(con: duckdb.DuckDBPyConnection, sql: str, bound: dict[str, object]) -> None:
    """Run the statements of one text, each with those of the bound values that it names."""
    for statement in duckdb.extract_statements(sql):
        con.execute(statement, {name: bound[name] for name in statement.named_parameters})
