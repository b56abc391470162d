"""SQL files say what they are, read what they say, and leave the vocabulary to the ontology."""

from __future__ import annotations

import csv
import re

import duckdb
import pytest

from warehouse.build import connect_new, create_views, migrate
from warehouse.reference import SEEDS
from warehouse.statements import HERE, loading, read_statement

VIEWS = sorted((HERE / "views").glob("*.sql"))
FUNCTIONS = sorted((HERE / "functions").glob("*.sql"))
MACROS = sorted((HERE / "macros").glob("*.sql"))
QUESTIONS = sorted((HERE / "questions").glob("*.sql"))
STATEMENTS = sorted((HERE / "loading").glob("*.sql"))
SCHEMA = sorted((HERE / "schema").glob("*.sql"))


@pytest.fixture(scope="module")
def relations():
    con = connect_new(":memory:")
    found = con.execute(
        "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() "
        "UNION SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal"
    ).fetchall()
    con.close()
    return {name for (name,) in found}


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.stem)
def test_a_view_says_its_name_grain_and_what_it_reads(path, relations):
    view = read_statement(path)
    assert view.header["name"]
    assert view.header["grain"].startswith("one row per ")
    # A macro takes the names of the tables that it reads as words.
    used = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)|'([a-z_]+)'", view.sql))
    used = {name for pair in used for name in pair if name} & relations
    assert set(view.reads) == used
    assert f"CREATE VIEW {path.stem} AS" in view.sql


@pytest.mark.parametrize("path", MACROS, ids=lambda path: path.stem)
def test_a_macro_says_its_name_grain_and_what_it_reads(path, relations):
    macro = read_statement(path)
    assert macro.header["name"]
    assert macro.header["grain"].startswith("one row per ")
    used = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)", macro.sql)) & relations
    assert set(macro.reads) == used
    assert f"CREATE MACRO {path.stem}(" in macro.sql


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_says_what_is_asked_and_what_it_reads(path, relations):
    asked = read_statement(path)
    assert asked.header["question"].endswith("?")
    used = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)", asked.sql)) & relations
    assert set(asked.reads) == used


@pytest.mark.parametrize("path", [*FUNCTIONS, *STATEMENTS], ids=lambda path: path.stem)
def test_a_statement_says_what_it_is(path):
    assert read_statement(path).header["name"]


@pytest.mark.parametrize("path", SCHEMA, ids=lambda path: path.stem)
def test_a_schema_file_opens_with_the_grain_of_its_tables(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("-- grain: one row per ") == text.count("CREATE TABLE ")


def test_views_read_published_tables_only(tmp_path):
    con = duckdb.connect(str(tmp_path / "x.duckdb"))
    migrate(con)
    create_views(con)
    con.close()
    con = duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True)
    for path in VIEWS:
        con.execute(f"SELECT count(*) FROM {path.stem}").fetchall()
    con.close()


@pytest.mark.parametrize(
    "path", [*VIEWS, *FUNCTIONS, *MACROS, *STATEMENTS, *SCHEMA], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_no_status_or_action_is_spelled_out(path):
    words = set()
    for name, column in (("statuses", "status"), ("actions", "action"), ("types", "type")):
        with (SEEDS / "ontology" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            words |= {row[column] for row in csv.DictReader(lines)}
    assert not set(re.findall(r"'([a-z_]+)'", path.read_text(encoding="utf-8"))) & words


def test_only_names_are_put_into_a_statement():
    assert "FROM events" in loading("content_hash", table="events")
    with pytest.raises(ValueError, match="not a table or column name"):
        loading("content_hash", table="events; DROP TABLE events")
    with pytest.raises(KeyError):
        loading("content_hash")
