"""A fresh file and a migrated one have the same shape, and no file is changed behind a reader's back."""

from __future__ import annotations

import shutil

import duckdb
import pytest

from transforms.errors import InputError
from warehouse.build import create_views, migrate, schema_version
from warehouse.statements import HERE

LAST = max(int(path.name[:4]) for path in (HERE / "migrations").glob("*.sql"))
SHAPE = (
    "SELECT table_name, comment FROM duckdb_tables() ORDER BY ALL",
    "SELECT table_name, column_index, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
    "WHERE NOT internal ORDER BY ALL",
    "SELECT table_name, constraint_type, constraint_text FROM duckdb_constraints() ORDER BY ALL",
)


def shape(con):
    return [con.execute(statement).fetchall() for statement in SHAPE]


@pytest.fixture
def next_root(tmp_path):
    """The schema as it might be one migration on: a new column and a new table."""
    root = tmp_path / "next"
    for name in ("schema", "migrations", "views"):
        shutil.copytree(HERE / name, root / name)
    column = "COMMENT ON COLUMN articles.paywalled IS 'Whether it costs money; NULL where unknown';"
    table = "CREATE TABLE notes (note VARCHAR NOT NULL, PRIMARY KEY (note));\nCOMMENT ON TABLE notes IS 'Notes';"
    articles = root / "schema" / "articles.sql"
    told = articles.read_text().replace("canonical_url VARCHAR,", "canonical_url VARCHAR,\n    paywalled BOOLEAN,")
    articles.write_text(f"{told}\n{column}\n")
    (root / "schema" / "notes.sql").write_text(table)
    (root / "migrations" / f"{LAST + 1:04}_notes.sql").write_text(
        f"ALTER TABLE articles ADD COLUMN paywalled BOOLEAN;\n{column}\n{table}\n"
    )
    return root


def test_a_new_file_takes_the_schema_and_records_its_migrations():
    con = duckdb.connect()
    assert schema_version(con) == 0
    assert migrate(con) == schema_version(con) == LAST
    names = con.execute("SELECT name FROM ops_migrations ORDER BY version").fetchall()
    assert [name for (name,) in names] == sorted(path.name for path in (HERE / "migrations").glob("*.sql"))


def test_a_fresh_file_equals_a_migrated_one(next_root):
    fresh, migrated = duckdb.connect(), duckdb.connect()
    assert migrate(fresh, next_root) == LAST + 1
    assert migrate(migrated) == LAST
    assert shape(fresh) != shape(migrated)
    migrated.execute("INSERT INTO articles VALUES ('a1', 's1', NULL)")
    assert migrate(migrated, next_root) == LAST + 1
    assert shape(fresh) == shape(migrated)
    assert migrated.execute("FROM articles").fetchall() == [("a1", "s1", None, None)]
    assert migrate(migrated, next_root) == LAST + 1


def test_a_file_of_the_first_schema_comes_to_the_same_shape():
    """The migrations add tables and columns, so a file without them is one of the first schema."""
    fresh, first = duckdb.connect(), duckdb.connect()
    migrate(fresh)
    migrate(first)
    added = (
        *("links", "ref_link_kinds", "copies", "signatures", "readings", "ref_reading_fields", "ref_reading_rules"),
        *("identities", "reviews", "ops_pending", "ops_segments"),
        *("recognition_changes", "sanction_changes", "ultimatum_changes", "ref_ledger_states", "ref_ledger_rules"),
        *("namings", "ref_governments", "ref_external_id_schemes", "ref_external_ids", "ref_actor_kinds"),
        *("ref_guide_ids", "ref_person_aliases"),
        *("clock_notices", "clock_notice_actors"),
        *("corrections", "corrected_values"),
        "ops_acceptances",
        *("ops_eval", "ops_twice"),
    )
    for table in added:
        first.execute(f"DROP TABLE {table}")
    for column in ("published_precision", "published_time_zone"):
        first.execute(f"ALTER TABLE versions DROP COLUMN {column}")
    for column in ("score", "parts", "is_new_information"):
        first.execute(f"ALTER TABLE cluster_members DROP COLUMN {column}")
    for column in ("measured", "rule"):
        first.execute(f"ALTER TABLE ops_checks DROP COLUMN {column}")
    first.execute("DELETE FROM ops_migrations WHERE version > 1")
    assert migrate(first) == LAST
    assert shape(first) == shape(fresh)


def test_a_migration_that_fails_leaves_the_file_as_it_was(next_root):
    con = duckdb.connect()
    migrate(con)
    before = shape(con)
    path = next_root / "migrations" / f"{LAST + 1:04}_notes.sql"
    path.write_text(path.read_text() + "SELECT * FROM no_such_table;\n")
    with pytest.raises(duckdb.CatalogException):
        migrate(con, next_root)
    assert (shape(con), schema_version(con)) == (before, LAST)


def test_a_file_of_a_newer_version_is_refused(next_root):
    con = duckdb.connect()
    migrate(con, next_root)
    with pytest.raises(InputError, match=r"'\d+_notes\.sql', which this code lacks.*newer Demarche"):
        migrate(con)


def test_a_changed_migration_is_refused(next_root):
    con = duckdb.connect()
    migrate(con, next_root)
    (next_root / "migrations" / f"{LAST + 1:04}_notes.sql").write_text("-- changed\n")
    with pytest.raises(InputError, match="changed since it was applied"):
        migrate(con, next_root)


def test_a_foreign_file_is_refused():
    con = duckdb.connect()
    con.execute("CREATE TABLE t(a INTEGER)")
    with pytest.raises(InputError, match="without a record of migrations"):
        migrate(con)


def test_views_are_replaced_whole():
    con = duckdb.connect()
    migrate(con)
    con.execute("CREATE VIEW v_left_over AS SELECT 1 AS one")
    made = create_views(con)
    assert create_views(con) == made
    found = con.execute(
        "SELECT view_name FROM duckdb_views() WHERE NOT internal UNION "
        "SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal"
    ).fetchall()
    assert {name for (name,) in found} == set(made)
