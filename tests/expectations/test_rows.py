"""Frames of any make become the same plain rows."""

from __future__ import annotations

from datetime import date

import duckdb
import pandas as pd

from expectations.rows import records


def test_arrow_and_numpy_frames_give_the_same_plain_cells() -> None:
    sql = "SELECT DATE '2019-01-31' AS day, 'a' AS word, 1 AS n UNION ALL SELECT NULL, NULL, NULL ORDER BY word"
    numpy = duckdb.sql(sql).df()
    arrow = duckdb.sql(sql).arrow().read_all().to_pandas(types_mapper=pd.ArrowDtype)

    assert (
        records(numpy)
        == records(arrow)
        == [{"day": date(2019, 1, 31), "word": "a", "n": 1}, dict.fromkeys(("day", "word", "n"))]
    )
    assert type(records(arrow)[0]["day"]) is date
