"""Seeds fill the reference tables, or say which file is wrong."""

from __future__ import annotations

import shutil

import duckdb
import pytest

from transforms.errors import SeedError
from warehouse.build import load_reference, migrate
from warehouse.reference import SEEDS


@pytest.fixture
def con():
    con = duckdb.connect()
    migrate(con)
    yield con
    con.close()


@pytest.fixture
def seeds(tmp_path):
    shutil.copytree(SEEDS / "ontology", tmp_path / "ontology")
    return tmp_path


def test_reference_rows_come_from_the_seeds(con):
    counts = load_reference(con)
    assert counts == load_reference(con)
    assert counts["ref_types"] == 3
    assert con.execute("SELECT status_group FROM ref_statuses WHERE status = 'denied'").fetchall() == [("negated",)]
    assert con.execute("SELECT cameo FROM ref_crosswalk WHERE action = 'claim'").fetchall() == [(None,)]


def test_knowledge_that_is_not_there_yet_leaves_an_empty_table(con, seeds):
    assert load_reference(con, seeds)["ref_countries"] == 0


def test_a_missing_vocabulary_file_is_named(con, seeds):
    (seeds / "ontology" / "statuses.csv").unlink()
    with pytest.raises(SeedError, match=r"ontology/statuses\.csv"):
        load_reference(con, seeds)


def test_a_row_without_a_source_is_refused_and_nothing_is_lost(con, seeds):
    load_reference(con, seeds)
    path = seeds / "ontology" / "types.csv"
    path.write_text(path.read_text() + "war,Fighting,\n")
    with pytest.raises(SeedError, match=r"source.*seeds/ontology/types\.csv"):
        load_reference(con, seeds)
    assert con.execute("SELECT count(*) FROM ref_types").fetchall() == [(3,)]


def test_a_wrong_header_is_named(con, seeds):
    path = seeds / "ontology" / "measures.csv"
    path.write_text(path.read_text().replace("definition", "meaning", 1))
    with pytest.raises(SeedError, match=r"definition.*seeds/ontology/measures\.csv"):
        load_reference(con, seeds)
