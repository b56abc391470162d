"""How many structural damages to a candidate the checks refuse: `python -m tests.mutants.structural` (`make mutants`).

A candidate of two nights is made by the steps of a night, then damaged in one way at a time (`damages.py`) and given to
the checks; each damage is undone before the next. Caught is a damage for which a critical check fails, or cannot be
made: the night would not be published. A warning catches nothing.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pandas as pd

from dags.local import steps
from expectations.engine import open_engine
from expectations.run import validate
from expectations.statements import bind, read_statement
from expectations.suites import ROWS, all_suites
from expectations.verdict import Verdict
from tests.end_to_end.story_nights import STORY, state
from tests.mutants.damages import DAMAGES, Damage
from warehouse.build import create_views

ARTICLES = STORY.parents[1] / "articles"
NIGHTS = ((date(2024, 5, 1), STORY), (date(2024, 5, 22), ARTICLES))
NIGHT = NIGHTS[-1][0]
SEED = 20190131
_DRAW = re.compile(r"\{(one|other):([a-z_]+)(?::((?:[^{}])*))?\}")


@dataclass(frozen=True)
class Found:
    """What became of one damage: the critical checks that refused it, and those that only warned."""

    damage: Damage
    refused_by: tuple[str, ...]
    warned: tuple[str, ...]


def make_candidate(home: Path) -> Path:
    """The candidate of the last of `NIGHTS` in a fresh state folder, loaded on the file that the first night left."""
    with state(home):
        for number, (night, source) in enumerate(NIGHTS):
            params = {"source": str(source), "night": str(night), "published": None, "reparse": False}
            run = SimpleNamespace(
                run_id=f"run-{number}", start_date=datetime(*night.timetuple()[:3], tzinfo=UTC), run_type="manual",
                data_interval_start=None, data_interval_end=None,
            )  # fmt: skip
            staging, batches = steps.ingest(params, run)
            for batch in batches:
                steps.extract(batch)
            path = Path(steps.load(staging, params, run)["path"])
            if night != NIGHT:
                path.replace(home / "warehouse.duckdb")
    return path


def open_loose(candidate: Path) -> duckdb.DuckDBPyConnection:
    """The candidate in memory without keys and constraints: a damage that the schema forbids must still be seen."""
    con = duckdb.connect()
    con.execute("SET enable_progress_bar = false")
    con.execute(f"ATTACH '{candidate}' AS strict (READ_ONLY)")
    names = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'strict' ORDER BY 1").fetchall()
    for (name,) in names:
        con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM strict."{name}"')
    con.execute("DETACH strict")
    create_views(con)
    return con


def drawn(sql: str, seed: int) -> str:
    """The statements of a damage with its draws as subqueries."""

    def query(match: re.Match[str]) -> str:
        place = {"one": 0, "other": 1}[match[1]]
        where = f"WHERE {match[3]} " if match[3] else ""
        return f"(SELECT d.rowid FROM {match[2]} AS d {where}ORDER BY hash(d.rowid, {seed}) LIMIT 1 OFFSET {place})"

    return _DRAW.sub(query, sql.replace("{seed}", str(seed)))


def strike(con: duckdb.DuckDBPyConnection, damage: Damage, seed: int) -> None:
    """Do the damage. Raises ValueError where a statement of it changes nothing: it would be no damage."""
    sql = drawn(damage.sql, seed)
    # A draw is made before anything changes, also where a later statement draws the same row again.
    for statement in duckdb.extract_statements(sql):
        row = con.execute(statement).fetchone()
        changes = statement.query.lstrip().upper().startswith(("UPDATE", "INSERT"))
        if changes and row == (0,):
            raise ValueError(f"{damage.name}: nothing changed by {statement.query.strip()[:120]}")


class Judge:
    """The checks of one open candidate, made the way a night makes them, in an order that finds a fault soon."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        self._engine = open_engine()
        truths = [suite for suite in all_suites() if suite.name == "truths"]
        # Those that read whole views last: they take as long as all others together.
        self._suites = [*sorted(truths, key=lambda suite: suite.table.startswith("v_")), *ROWS]

    def whole(self) -> Verdict:
        """The verdict of all checks."""
        return validate(self._query, NIGHT, self._suites, self._engine)

    def first_refusal(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The critical checks of the first suite that refuses the candidate, and the warnings up to there."""
        warned: list[str] = []
        for suite in self._suites:
            if suite.name == "truths" and self._holds(suite.batch):
                continue
            verdict = validate(self._query, NIGHT, [suite], self._engine)
            warned += [result.expectation for result in verdict.warnings]
            if verdict.failures:
                return tuple(f"{r.suite}/{r.expectation}" for r in verdict.failures), tuple(warned)
        return (), tuple(warned)

    def _holds(self, batch: Path) -> bool:
        """Whether a truth has no violation: Great Expectations is then asked nothing new (`whole` asked it once)."""
        try:
            return self._con.execute(f"FROM ({bind(read_statement(batch), NIGHT)}) LIMIT 1").fetchone() is None
        except duckdb.Error:
            return False

    def _query(self, sql: str) -> pd.DataFrame:
        return self._con.execute(sql).df()


def try_all(
    con: duckdb.DuckDBPyConnection, judge: Judge, seed: int = SEED, damages: Iterable[Damage] = DAMAGES
) -> Iterator[Found]:
    """Each damage done, judged and undone."""
    for damage in damages:
        con.execute("BEGIN")
        try:
            strike(con, damage, seed)
            yield Found(damage, *judge.first_refusal())
        finally:
            con.execute("ROLLBACK")


def main(arguments: list[str]) -> int:
    """Print the share caught and the survivors; exit status 1 below 0.95."""
    seed = int(arguments[0]) if arguments else SEED
    with tempfile.TemporaryDirectory() as folder:
        # A path as second argument is a candidate made before.
        candidate = Path(arguments[1]) if len(arguments) > 1 else make_candidate(Path(folder))
        con = open_loose(candidate)
        judge = Judge(con)
        good = judge.whole()
        print(f"undamaged: {good.headline}")
        if not good.ok:
            print(*(result.line for result in good.failures), sep="\n")
            return 1
        found = []
        for one in try_all(con, judge, seed):
            found.append(one)
            print(f"  {'caught  ' if one.refused_by else 'SURVIVED'} {one.damage.name}: {', '.join(one.refused_by)}")
    return _told(found, seed)


def _told(found: list[Found], seed: int) -> int:
    survivors = [one for one in found if not one.refused_by]
    share = 1 - len(survivors) / len(found)
    print(f"{len(found) - len(survivors)} of {len(found)} structural damages refused: {share:.3f} (seed {seed})")
    for one in survivors:
        warned = f"; warned: {', '.join(one.warned)}" if one.warned else ""
        print(f"  survivor: {one.damage.name}{warned}")
    return 0 if share >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
