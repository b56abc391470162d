"""The dictionary in the repository is the one that the schema gives."""

from __future__ import annotations

import duckdb

from warehouse.build import create_views, migrate
from warehouse.dictionary import COMMAND, DICTIONARY, dictionary


def test_the_dictionary_is_fresh():
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary(), f"warehouse/DICTIONARY.md is stale: run `{COMMAND}`"


def test_every_table_view_and_column_says_what_it_holds():
    con = duckdb.connect()
    migrate(con)
    create_views(con)
    silent = con.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = '' "
        "UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE coalesce(comment, '') = '' "
        "UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()
    assert silent == []
