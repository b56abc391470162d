"""What a night set aside, and how the last run ended."""

from __future__ import annotations

from datetime import UTC, date, datetime

N1 = date(2026, 11, 24)


def run(told, run_id, hour, status):
    told.con.execute(
        "INSERT INTO ops_runs VALUES (?, ?, NULL, ?, ?, ?, '1', 1, NULL)",
        [run_id, N1, datetime(2026, 11, 24, hour, tzinfo=UTC), datetime(2026, 11, 24, hour, 5, tzinfo=UTC), status],
    )


def check(told, run_id, name, ok):
    told.con.execute(
        "INSERT INTO ops_checks BY NAME SELECT ? AS run_id, 'events' AS suite, ? AS expectation, "
        "'events' AS table_name, 'critical' AS severity, ? AS ok, 'why' AS why",
        [run_id, name, ok],
    )


def test_set_aside_is_counted_by_source_reason_and_language(told):
    for place, (reason, language) in enumerate([("not_english", "es"), ("not_english", "es"), ("empty", None)]):
        told.con.execute(
            "INSERT INTO set_aside VALUES (?, 's1', ?, 'ingest', ?, 'd', ?)", [N1, f"x{place}", reason, language]
        )
    rows = told.rows("SELECT night, source_id, reason, language, n_inputs, example FROM v_set_aside ORDER BY reason")
    assert [tuple(row.values()) for row in rows] == [
        (N1, "s1", "empty", None, 1, "x2"),
        (N1, "s1", "not_english", "es", 2, "x0"),
    ]
    (remedy,) = told.rows("SELECT DISTINCT remedy IS NOT NULL AS told FROM v_set_aside")
    assert remedy == {"told": True}


def test_last_night_shows_the_latest_run_and_only_what_failed(told):
    run(told, "r1", 1, "published")
    check(told, "r1", "old", ok=False)
    run(told, "r2", 2, "refused")
    check(told, "r2", "held", ok=True)
    check(told, "r2", "broke", ok=False)
    rows = told.rows("SELECT run_id, status, expectation FROM v_last_night")
    assert rows == [{"run_id": "r2", "status": "refused", "expectation": "broke"}]


def test_last_night_has_a_row_even_if_nothing_failed(told):
    run(told, "r1", 1, "published")
    check(told, "r1", "held", ok=True)
    assert told.rows("SELECT status, expectation FROM v_last_night") == [{"status": "published", "expectation": None}]
