"""Structural damage to a candidate is refused; what draws the damages does what it says."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.mutants.damages import DAMAGES, Damage
from tests.mutants.structural import Judge, drawn, make_candidate, open_loose, strike, try_all


def test_damages_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES) >= 60
    assert len({damage.sql for damage in DAMAGES}) == len(DAMAGES)


def test_a_draw_follows_the_seed_and_the_condition() -> None:
    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT i AS n, i % 2 AS odd FROM range(100) AS r(i)")

    def draw(seed: int) -> object:
        sql = drawn("SELECT n, (SELECT n FROM t WHERE rowid = {other:t}) FROM t WHERE rowid = {one:t}", seed)
        return con.execute(sql).fetchone()

    assert draw(1) == draw(1) and len({draw(seed) for seed in range(8)}) > 4
    one, other = draw(3)  # type: ignore[misc]
    assert one != other
    assert con.execute(drawn("SELECT odd FROM t WHERE rowid = {one:t:odd = 1}", 5)).fetchone() == (1,)


def test_what_changes_nothing_is_no_damage() -> None:
    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT 1 AS n")
    with pytest.raises(ValueError, match="nothing: nothing changed"):
        strike(con, Damage("nothing", "UPDATE t SET n = 2 WHERE n = 7"), 1)


@pytest.mark.slow
def test_at_least_95_in_100_damages_are_refused(tmp_path: Path) -> None:
    con = open_loose(make_candidate(tmp_path))
    judge = Judge(con)
    assert judge.whole().ok
    found = list(try_all(con, judge, damages=DAMAGES[::2]))  # all of them: `make mutants`, some minutes
    survivors = [one.damage.name for one in found if not one.refused_by]
    assert len(found) >= 60
    assert len(survivors) <= 0.05 * len(found), survivors
