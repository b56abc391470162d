"""The newcomer's first night: published, told in a summary, and the same when run again."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

from dags.local import steps
from tests.end_to_end.command_line import Night, demarche
from transforms.errors import CheckError, LockError
from warehouse.publish import content_hashes

pytestmark = pytest.mark.xdist_group("bundled")

# The tables that may differ between two runs of a night, by name: they alone hold the wall clock.
OPERATIONS = {"ops_runs", "ops_steps", "ops_checks", "ops_acceptances", "ops_migrations", "ops_pending", "ops_segments"}
OPERATIONS |= {"ops_eval", "ops_twice"}


def tables(database: Path) -> set[str]:
    with duckdb.connect(str(database), read_only=True) as con:
        return {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute(sql).fetchall()


def current(home: Path) -> Path:
    return (home / "published" / "current").resolve()


def test_it_is_published(bundled_night: Night) -> None:
    assert bundled_night.run.status == 0, bundled_night.run
    assert (current(bundled_night.home) / "warehouse.duckdb").is_file()
    report = (current(bundled_night.home) / "report.html").read_text(encoding="utf-8")
    assert report.lstrip().lower().startswith("<!doctype html")


def test_the_summary_says_what_was_read(bundled_night: Night) -> None:
    said = bundled_night.run.out
    database = current(bundled_night.home) / "warehouse.duckdb"
    ((articles,),) = rows(database, "SELECT count(*) FROM versions")
    ((claims,),) = rows(database, "SELECT count(*) FROM events")
    assert re.search(rf"Articles read +{articles}\b", said)
    assert re.search(rf"Events told +{claims}\b", said)
    for locator, reason in rows(database, "SELECT locator, reason FROM set_aside"):
        assert f"{locator}: {str(reason).replace('_', ' ')}" in said
    assert "not english (fr)" in said
    assert re.search(r"Checks +Fit to use", said)
    for label in ("Warehouse", "Report", "Try"):
        assert re.search(rf"^ +{label} ", said, re.MULTILINE)


def test_the_query_to_try_works(bundled_night: Night) -> None:
    found = re.search(r'Try +demarche query "(.+)"', bundled_night.run.out)
    assert found
    answer = demarche(bundled_night.home, "query", found[1], "--json")
    assert answer.status == 0, answer.err
    assert json.loads(answer.out)


def test_a_query_cannot_write(bundled_night: Night) -> None:
    answer = demarche(bundled_night.home, "query", "DELETE FROM events")
    assert answer.status == 2
    assert "read-only" in answer.err


def test_a_second_run_changes_no_row_but_operations(bundled_night: Night, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(bundled_night.home, home, symlinks=True)
    writer = home / "warehouse.duckdb"
    before, published = content_hashes(writer), current(home).name
    read = content_hashes(current(home) / "warehouse.duckdb")
    again = demarche(home, "nightly")
    assert again.status == 0, again
    assert content_hashes(writer) == before
    assert set(before) == tables(writer) - OPERATIONS
    assert current(home).name == published
    assert content_hashes(current(home) / "warehouse.duckdb") == read
    # What goes out is the writer's but for texts, which stay behind, and quotes, which are cut.
    differ = {table for table, digest in read.items() if before[table] != digest}
    assert differ <= {"versions", "evidence", "conditions", "readings", "mentions", "events", "clock_notices"}
    assert rows(writer, "SELECT count(*) FROM ops_runs WHERE status = 'published'") == [(2,)]


def staged_again(home: Path, name: str) -> dict[str, str]:
    """Load the bundled night once more, as the tasks do, and give the candidate."""
    night = date.fromisoformat(current(home).name[:10])
    run = SimpleNamespace(run_id=name, start_date=rows(home / "warehouse.duckdb", "SELECT now()")[0][0])
    return steps.load(str(home / "staging" / night.isoformat()), {"source": None}, run)


@pytest.fixture
def copied_home(bundled_night: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    shutil.copytree(bundled_night.home, home, symlinks=True)
    monkeypatch.setenv("DEMARCHE_HOME", str(home))
    return home


def test_a_refused_night_leaves_readers_and_writer_as_they_were(copied_home: Path) -> None:
    writer = copied_home / "warehouse.duckdb"
    before, published = content_hashes(writer), current(copied_home)
    candidate = staged_again(copied_home, "refused")
    with duckdb.connect(candidate["path"]) as con:
        con.execute("UPDATE evidence SET quote = 'words that no text holds'")
    with pytest.raises(CheckError, match="truths/quotes_match_text"):
        steps.validate(candidate)
    refused = copied_home / "refused" / candidate["night"]
    assert {path.name for path in refused.iterdir()} == {"candidate.duckdb", "report.html"}
    assert "quotes_match_text" in (refused / "report.html").read_text(encoding="utf-8")
    assert current(copied_home) == published
    assert content_hashes(writer) == before
    failed = rows(writer, "SELECT expectation FROM ops_checks WHERE run_id = 'refused' AND NOT ok")
    assert ("quotes_match_text",) in failed


def test_a_run_that_was_overtaken_does_not_publish(copied_home: Path) -> None:
    candidate = staged_again(copied_home, "overtaken")
    report = steps.validate(candidate)
    other = copied_home / "published" / "2000-01-01-00000000"
    shutil.copytree(current(copied_home), other)
    (copied_home / "published" / "current").unlink()
    (copied_home / "published" / "current").symlink_to(other.name)
    with pytest.raises(LockError, match="another run published meanwhile"):
        steps.publish(candidate, report)
    assert current(copied_home) == other
