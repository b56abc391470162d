"""How the good night (`conftest.py`) is broken: a statement, the check that must see it, and the words it must say."""

from __future__ import annotations

from dataclasses import dataclass

A_CLAIM = "(SELECT min(claim_id) FROM events)"
A_TEXT = "(SELECT min(version_id) FROM versions)"
A_SANCTION = "(SELECT min(claim_id) FROM measures)"
OPEN_CLAIM = "(SELECT min(claim_id) FROM participants WHERE actor_id = 'OPEN:several European states')"


@dataclass(frozen=True)
class Break:
    """A statement that breaks one thing, the check that must see it, and a word of what it must say."""

    suite: str
    check: str
    sql: str
    says: str = ""


def in_events(column: str) -> Break:
    """An event with a word that no reference table has."""
    return Break(
        "events",
        f"{column}_is_known",
        f"UPDATE events SET {column} = 'nonsense' WHERE claim_id = {A_CLAIM}",
        f"{column} is “nonsense”",
    )


def blank(table: str, column: str) -> Break:
    """Every cell of a column blank."""
    return Break(table, f"{column}_is_written", f"UPDATE {table} SET {column} = ' '", f"{column} is “ ”")


def empty(table: str, column: str) -> Break:
    """Every cell of a column empty."""
    return Break(table, f"{column}_is_filled", f"UPDATE {table} SET {column} = NULL", f"{column} is empty")


def twice(table: str) -> Break:
    """Every row of a table twice."""
    return Break(table, "row_stands_once", f"INSERT INTO {table} SELECT * FROM {table}")


def in_list(table: str, column: str) -> Break:
    """Every cell of a column a word that is none."""
    return Break(table, f"{column}_is_in_list", f"UPDATE {table} SET {column} = 'elsewhere'", "elsewhere")


def truth(check: str, sql: str, says: str = "") -> Break:
    """A break of a truth of the whole warehouse."""
    return Break("truths", check, sql, says)


def ledger(change: str, says: str) -> Break:
    """A row of the ledger of sanctions that no longer tells what its claim does."""
    return truth("ledger_rows_follow_claims", f"UPDATE sanction_changes SET {change}", says)


def many_texts(number: int) -> str:
    """So many more texts of the night."""
    return (
        "INSERT INTO versions SELECT versions.* REPLACE (concat(version_id, i) AS version_id) "
        f"FROM versions, range({number}) AS t(i)"
    )


MANY_CLAIMS = (
    "INSERT INTO events "
    "SELECT events.* REPLACE (concat(claim_id, i) AS claim_id, NULL AS date_start, NULL AS date_end) "
    "FROM events, range(9) AS t(i)"
)
# The second claim of the first text joins the cluster of the first.
TOGETHER = (
    "UPDATE cluster_members SET cluster_id = (SELECT claim_id FROM events WHERE action = '{first}'), "
    "rule = 'same act, same days' WHERE claim_id = (SELECT claim_id FROM events WHERE action = '{second}'); "
    "UPDATE cluster_members SET rule = 'core' WHERE claim_id = (SELECT claim_id FROM events WHERE action = '{first}'); "
)
STANCES = "CREATE OR REPLACE VIEW v_recognition_stances AS SELECT claim_id, claim_id AS since_claim_id FROM events "
