"""Readers see the old rows or the new ones, never half, whenever the writer dies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pytest

import warehouse.publish as steps
from transforms.errors import InputError
from warehouse.load import open_candidate
from warehouse.publish import content_hashes, current, publish, refuse
from warehouse.published import flip, prune
from warehouse.query import query, reader

NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)
TITLES = "SELECT title FROM versions ORDER BY title"


@dataclass(frozen=True)
class Check:
    """What an expectation reports, as far as the warehouse keeps it."""

    suite: str = "events"
    expectation: str = "an event has a sentence"
    table: str = "events"
    column: str | None = None
    severity: str = "critical"
    ok: bool = False
    why: str = "a claim without a sentence cannot be checked"
    observed: str | None = "1"
    unexpected_count: int | None = 1
    element_count: int | None = 2
    example_keys: tuple[str, ...] = ("c1",)
    measured: float | None = None
    rule: str = "expect_table_row_count_to_equal"


class Killed(BaseException):
    """Stands for a kill: no handler of ours may catch it."""


def titles(home):
    return list(query(home, TITLES)["title"])


def test_nothing_published_says_what_to_do(tmp_path):
    assert current(tmp_path) is None
    with pytest.raises(InputError, match=r"nothing published in .*published: run `make nightly` first"):
        query(tmp_path, "SELECT 1")


def test_a_publication_has_the_rows_the_report_and_the_views(nights, text):
    made = nights.publish(text("a"))
    assert made.id.startswith("2026-11-23-")
    assert current(nights.home) == made.path.resolve()
    assert (made.path / "report.html").read_text() == "<html>run-1</html>"
    assert titles(nights.home) == ["a"]
    (row,) = query(nights.home, "SELECT actor_ids, sentence FROM v_events").to_dict("records")
    assert list(row["actor_ids"]) == ["USA"]
    assert row["sentence"].startswith("a says")
    assert list(query(nights.home, "SELECT status, published_id FROM v_last_night").iloc[0]) == ["published", made.id]


def test_a_publication_is_keyless_small_and_commented(nights, text):
    made = nights.publish(text("a"))
    keyed = (nights.home / "warehouse.duckdb").stat().st_size
    assert (made.path / "warehouse.duckdb").stat().st_size < keyed / 3
    assert query(nights.home, "SELECT count(*) AS n FROM duckdb_constraints()")["n"][0] == 0
    assert (
        query(nights.home, "SELECT count(*) AS n FROM duckdb_columns() WHERE NOT internal AND comment IS NULL")["n"][0]
        == 0
    )
    undescribed = "SELECT count(*) AS n FROM duckdb_tables() WHERE comment IS NULL"
    assert query(nights.home, undescribed)["n"][0] == 0
    tags = query(nights.home, "SELECT tags['storage_version'] AS v FROM duckdb_databases() WHERE NOT internal")
    assert tags["v"][0].startswith("v1.0.0")


def test_a_publication_has_the_writers_content_but_the_words_of_articles(nights, text):
    made = nights.publish(text("a"), text("b"))
    published = content_hashes(made.path / "warehouse.duckdb")
    written = content_hashes(nights.home / "warehouse.duckdb")
    assert list(published) == list(written)
    assert {table for table in written if published[table] != written[table]} == {
        "versions",
        "evidence",
        "conditions",
    }


def test_hashes_see_every_change_and_no_order(tmp_path):
    def hashes(name, *statements):
        con = duckdb.connect(str(tmp_path / name))
        for statement in ("CREATE TABLE t(a VARCHAR, b VARCHAR)", "CREATE TABLE ops_x(a INTEGER)", *statements):
            con.execute(statement)
        con.close()
        return content_hashes(tmp_path / name)

    plain = hashes("1", "INSERT INTO t VALUES ('x', NULL), ('y', 'z')")
    assert list(plain) == ["t"]
    assert hashes("2", "INSERT INTO t VALUES ('y', 'z')", "INSERT INTO t VALUES ('x', NULL)") == plain
    assert hashes("3", "INSERT INTO t VALUES ('x', NULL), ('y', 'z')", "INSERT INTO ops_x VALUES (1)") == plain
    assert hashes("4", "INSERT INTO t VALUES ('x', ''), ('y', 'z')") != plain
    assert hashes("5", "INSERT INTO t VALUES ('x', NULL), ('x', NULL), ('y', 'z')") != plain
    assert hashes("6", "INSERT INTO t VALUES (NULL, 'x'), ('y', 'z')") != plain


def test_the_same_content_flips_nothing(nights, text):
    first = nights.publish(text("a"))
    before = {path: path.stat().st_mtime_ns for path in first.path.iterdir()}
    second = nights.publish(text("a"), run_id="run-2")
    assert second == first
    assert {path: path.stat().st_mtime_ns for path in first.path.iterdir()} == before
    with reader(nights.home / "warehouse.duckdb") as ask:
        assert list(ask("SELECT run_id FROM ops_runs ORDER BY 1")["run_id"]) == ["run-1", "run-2"]


def test_an_open_reader_keeps_its_rows_while_a_night_is_published(begun, text):
    with reader(current(begun.home) / "warehouse.duckdb") as ask:
        begun.publish(text("a"), text("b"), night=LATER, run_id="run-2")
        assert list(ask(TITLES)["title"]) == ["a"]
        assert titles(begun.home) == ["a", "b"]
        assert list(ask(TITLES)["title"]) == ["a"]


def test_seven_publications_are_kept_and_the_current_one_always(tmp_path):
    folders = [tmp_path / "published" / f"2026-11-{day:02}-00000000" for day in range(1, 11)]
    for place, folder in enumerate(folders):
        folder.mkdir(parents=True)
        (folder / "warehouse.duckdb").touch()
        os.utime(folder, (place, place))
    flip(tmp_path, folders[0].name)
    prune(tmp_path)
    assert [folder for folder in folders if folder.exists()] == [folders[0], *folders[-6:]]


def test_a_refused_night_changes_nothing_for_readers_or_the_writer(nights, text):
    first = nights.publish(text("a"))
    before = content_hashes(nights.home / "warehouse.duckdb")
    candidate = nights.load(text("b"), night=LATER, run_id="run-2")
    folder = refuse(nights.home, LATER, candidate, "<html>no</html>", [Check(), Check(expectation="held", ok=True)])
    assert current(nights.home) == first.path.resolve()
    assert titles(nights.home) == ["a"]
    assert content_hashes(nights.home / "warehouse.duckdb") == before
    assert not candidate.exists()
    assert folder == nights.home / "refused" / "2026-11-24"
    assert (folder / "report.html").read_text() == "<html>no</html>"
    with reader(folder / "candidate.duckdb") as ask:
        assert list(ask(TITLES)["title"]) == ["a", "b"]
    with reader(nights.home / "warehouse.duckdb") as ask:
        assert [tuple(row) for row in ask("SELECT run_id, status, expectation FROM v_last_night").values] == [
            ("run-2", "refused", "an event has a sentence")
        ]


def test_a_first_night_can_be_refused_and_then_mended(nights, text):
    candidate = nights.load(text("a"))
    refuse(nights.home, NIGHT, candidate, "no", [Check()])
    assert current(nights.home) is None
    nights.publish(text("a"), run_id="run-2")
    assert titles(nights.home) == ["a"]
    assert list(query(nights.home, "SELECT status FROM ops_runs ORDER BY run_id")["status"]) == ["refused", "published"]


def test_a_refusal_meanwhile_stays_on_record(begun, text):
    slow = begun.load(text("b"), night=LATER, run_id="run-2")
    refuse(begun.home, NIGHT, begun.load(text("c"), run_id="run-3"), "no", [Check()])
    publish(begun.home, LATER, slow, "report")
    found = query(begun.home, "SELECT run_id, status FROM ops_runs ORDER BY run_id")
    assert list(found.itertuples(index=False, name=None)) == [
        ("run-1", "published"),
        ("run-2", "published"),
        ("run-3", "refused"),
    ]
    assert list(query(begun.home, "SELECT run_id FROM ops_checks")["run_id"]) == ["run-3"]


def test_a_run_refused_twice_keeps_what_the_second_try_found(begun, text):
    for name in ("first", "second"):
        candidate = begun.load(text("b"), night=LATER, run_id="run-2")
        refuse(begun.home, LATER, candidate, name, [Check(expectation=name)])
    with reader(begun.home / "warehouse.duckdb") as ask:
        assert list(ask("SELECT expectation FROM ops_checks")["expectation"]) == ["second"]
        assert ask("SELECT count(*) AS n FROM ops_runs WHERE run_id = 'run-2'")["n"][0] == 1
    assert (begun.home / "refused" / "2026-11-24" / "report.html").read_text() == "second"


def test_checks_that_warn_are_published_with_the_night(nights, text):
    publish(nights.home, NIGHT, nights.load(text("a")), "report", [Check(severity="warning")])
    assert list(query(nights.home, "SELECT severity, expectation FROM v_last_night").iloc[0]) == [
        "warning",
        "an event has a sentence",
    ]


STEPS = ("_end", "_copy_runs", "write_copy", "_make", "_to_writer", "flip", "prune")


def killed_before(step, home, candidate, monkeypatch):
    """Publish, and be killed before `step`."""

    def killed(*_arguments, **_named):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(steps, step, killed)
        with pytest.raises(Killed):
            publish(home, LATER, candidate, "report")


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_before_any_step_leaves_old_or_new_and_the_night_can_be_run_again(begun, text, monkeypatch, step):
    candidate = begun.load(text("a"), text("b"), night=LATER, run_id="run-2")
    killed_before(step, begun.home, candidate, monkeypatch)
    assert titles(begun.home) in (["a"], ["a", "b"])
    made = begun.publish(text("a"), text("b"), night=LATER, run_id="run-3")
    assert titles(begun.home) == ["a", "b"]
    assert current(begun.home) == made.path.resolve()
    assert not list((begun.home / "published").glob(".making-*"))


@pytest.mark.parametrize("step", STEPS)
def test_a_retry_of_publish_alone_goes_on_after_a_kill(begun, text, monkeypatch, step):
    candidate = begun.load(text("b"), night=LATER, run_id="run-2")
    killed_before(step, begun.home, candidate, monkeypatch)
    publish(begun.home, LATER, candidate, "report")
    assert titles(begun.home) == ["a", "b"]


def test_publishing_without_a_candidate_says_what_to_do(nights):
    with pytest.raises(InputError, match=r"no candidate '2026-11-23.duckdb'.*load the night, then publish"):
        publish(nights.home, NIGHT, nights.home / "candidate" / "2026-11-23.duckdb", "report")


def test_a_bad_query_names_its_fault_and_where_to_look(begun):
    with pytest.raises(InputError, match=r"(?s)no_such_table.*warehouse/DICTIONARY\.md"):
        query(begun.home, "SELECT * FROM no_such_table")


def test_a_query_cannot_change_what_is_published(begun):
    with pytest.raises(InputError, match="read-only"):
        query(begun.home, "DELETE FROM versions")
    assert titles(begun.home) == ["a"]


def test_another_client_reads_while_a_writer_works(nights, text):
    client = Path(sys.executable).parent / "duckdb"
    if not client.exists():
        pytest.skip(f"no DuckDB command line at {client.name}: it comes with requirements.lock")
    nights.publish(text("a"))
    candidate = open_candidate(nights.home, LATER)
    writer = duckdb.connect(str(candidate))
    try:
        writer.execute("BEGIN; DELETE FROM versions")
        told = subprocess.run(
            [client, "-readonly", "-csv", nights.home / "published" / "current" / "warehouse.duckdb",
             "SELECT title, actor_names[1] AS actor FROM v_events JOIN versions USING (version_id, title)"],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    finally:
        writer.close()
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[0] == "title,actor"
    assert told.stdout.splitlines()[1].startswith("a,United States")


def test_a_stray_folder_of_a_killed_run_is_removed(nights, text):
    stray = nights.home / "published" / ".making-2026-01-01-00000000"
    stray.mkdir(parents=True)
    (stray / "warehouse.duckdb").write_text("half")
    nights.publish(text("a"))
    assert not stray.exists()


def test_a_lost_publication_is_made_again(nights, text):
    made = nights.publish(text("a"))
    shutil.rmtree(made.path)
    assert current(nights.home) is None
    again = nights.publish(text("a"), run_id="run-2")
    assert again == made
    assert titles(nights.home) == ["a"]
