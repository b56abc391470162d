"""Everything that `make bench-warehouse` does runs on a small warehouse; what it comes to is for the bench."""

from __future__ import annotations

import duckdb
import pytest

from expectations.run import validate
from tests.bench.generated import a_night, generate, validated_night
from tests.bench.warehouse import measure
from warehouse.load import WRITER
from warehouse.query import reader
from warehouse.statements import HERE

EVENTS = 2_000
# Keys of generated rows are hashes of row numbers, not of texts, and clusters are named for acts, not for members.
KEYS_ARE_NUMBERS = {
    "articles_have_their_own_key",
    "claims_have_their_own_key",
    "clusters_are_named_for_their_first",
    "one_beginning_a_cluster",
    "texts_have_their_own_key",
}


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    file = tmp_path_factory.mktemp("generated") / WRITER
    generate(file, EVENTS)
    return file


def test_a_generated_warehouse_has_the_keys_of_the_schema(generated):
    keys = (
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() "
        "WHERE constraint_type = 'PRIMARY KEY' ORDER BY table_name"
    )
    with duckdb.connect() as con:
        for path in sorted((HERE / "schema").glob("*.sql")):
            con.execute(path.read_text(encoding="utf-8"))
        declared = con.execute(keys).fetchall()
    with duckdb.connect(str(generated), read_only=True) as con:
        assert con.execute(keys).fetchall() == declared
        assert con.execute("SELECT count(*), (SELECT count(*) FROM cluster_members) FROM events").fetchone() == (
            EVENTS,
            EVENTS,
        )
        assert con.execute("SELECT count(*) > 100 FROM sanction_changes").fetchone() == (True,)


def test_a_generated_night_passes_every_critical_check_but_those_of_its_keys(generated):
    with reader(generated) as query:
        verdict = validate(query, validated_night(generated))
    assert {result.expectation for result in verdict.failures} == KEYS_ARE_NUMBERS


@pytest.mark.slow
def test_everything_is_measured_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.bench.warehouse.a_night", lambda: a_night(50))
    lines = list(measure(tmp_path, EVENTS, runs=1))
    assert sum("scans of" in line for line in lines) == 25
    assert any("bare SQL" in line for line in lines)
