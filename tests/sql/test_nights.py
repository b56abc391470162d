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


def published(told, run_id, night, hour):
    told.con.execute(
        "INSERT INTO ops_runs VALUES (?, ?, NULL, ?, ?, 'published', '1', 1, ?)",
        [run_id, night, datetime(2026, 11, 24, hour, tzinfo=UTC), datetime(2026, 11, 24, hour, 5, tzinfo=UTC), run_id],
    )


def measured(told, run_id, suite, name, severity, ok, value=None):
    told.con.execute(
        "INSERT INTO ops_checks BY NAME SELECT ? AS run_id, ? AS suite, ? AS expectation, 'events' AS table_name, "
        "? AS severity, ? AS ok, concat('why ', ?) AS why, ?::DOUBLE AS measured",
        [run_id, suite, name, severity, ok, name, value],
    )


def test_before_anything_is_published_nothing_is_said_to_be_fit(told):
    run(told, "r1", 1, "refused")
    assert told.rows("SELECT * FROM v_fit_to_use") == []
    assert told.rows("SELECT night, verdict, n_runs FROM v_quality_daily") == [
        {"night": N1, "verdict": "refused", "n_runs": 1}
    ]


def test_a_night_is_told_by_the_run_that_readers_have(told):
    published(told, "r1", N1, 1)
    measured(told, "r1", "night", "night_has_articles", "critical", True, 12)
    measured(told, "r1", "fill", "claims_name_a_party", "warning", False, 0.25)
    run(told, "r2", 2, "refused")
    measured(told, "r2", "events", "broke", "critical", False)
    (row,) = told.rows(
        "SELECT verdict, run_id, n_runs, n_refused, checks, critical_failed, warned, why, articles, share_with_party "
        "FROM v_quality_daily"
    )
    assert list(row.values()) == ["warned", "r1", 2, 1, 2, 0, 1, ["why claims_name_a_party"], 12, 0.25]
    (fit,) = told.rows("SELECT night, is_fit, verdict, because FROM v_fit_to_use")
    assert list(fit.values()) == [
        N1, True, "warned", "all critical checks held, 1 of 2 warn. What failed: why claims_name_a_party",
    ]  # fmt: skip


def test_a_night_on_a_person_s_word_is_not_called_fit(told):
    published(told, "r1", N1, 1)
    measured(told, "r1", "events", "held", "critical", True)
    published(told, "r2", date(2026, 11, 23), 2)
    measured(told, "r2", "events", "broke", "critical", False)
    told.con.execute("INSERT INTO ops_acceptances VALUES ('r2', 'events', 'broke', '7', 'seen by me', now())")
    rows = told.rows("SELECT night, verdict, accepted, accepted_because FROM v_quality_daily ORDER BY night")
    assert [list(row.values()) for row in rows] == [
        [date(2026, 11, 23), "accepted", 1, "seen by me"],
        [N1, "passed", 0, None],
    ]
    (fit,) = told.rows("SELECT night, is_fit, because FROM v_fit_to_use")
    assert list(fit.values())[:2] == [date(2026, 11, 23), False]
    assert "a person overruled what failed (critical checks: 1): seen by me" in fit["because"]
