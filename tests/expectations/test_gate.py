"""Each critical check, seen to stop a night that breaks just what it guards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from expectations import run
from expectations.run import validate
from expectations.suites import all_suites
from expectations.suites.check import Suite
from expectations.verdict import Result, Verdict
from tests.expectations.breaking import A_TEXT, OPEN_CLAIM, Break
from tests.expectations.breaks import BREAKS

NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]


def the_suite(suite: str, check: str) -> Suite:
    """The suite of that name which holds the check (each truth is a suite of its own)."""
    return next(s for s in all_suites() if s.name == suite and check in {c.name for c in s.checks})


def result_of(verdict: Verdict, check: str) -> Result:
    """The result of one check."""
    return next(r for r in verdict.results if r.expectation == check)


@pytest.fixture(scope="module")
def engine() -> Any:
    from expectations.engine import open_engine

    return open_engine()


@pytest.fixture(scope="module")
def shared(good_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """One copy of the good night for all breaks: each is undone."""
    copy = tmp_path_factory.mktemp("shared") / "night.duckdb"
    copy.write_bytes(good_file.read_bytes())
    with duckdb.connect(str(copy)) as con:
        yield con


@pytest.mark.parametrize("broken", BREAKS, ids=[f"{b.check}-{i}" for i, b in enumerate(BREAKS)])
def test_a_broken_night_is_refused_by_name(shared: duckdb.DuckDBPyConnection, engine: Any, broken: Break) -> None:
    shared.execute("BEGIN")
    try:
        shared.execute(broken.sql)
        suites = [the_suite(broken.suite, broken.check)]
        verdict = validate(lambda sql: shared.execute(sql).df(), NIGHT, suites, engine)
    finally:
        shared.execute("ROLLBACK")

    assert not verdict.ok
    result = result_of(verdict, broken.check)
    assert not result.ok and not result.raised and result.severity == "critical"
    assert result in verdict.failures
    assert result.unexpected_count and result.example_keys
    assert broken.says in " ".join(example.wrong for example in result.examples)


def test_every_critical_check_is_broken_by_some_test() -> None:
    critical = {(s.name, c.name) for s in all_suites() for c in s.checks if c.severity == "critical"}
    assert critical == {(b.suite, b.check) for b in BREAKS}


@pytest.mark.parametrize(
    "gone",
    [
        "DELETE FROM ops_eval",
        "UPDATE ops_eval SET used_at = used_at - INTERVAL 1 DAY",
        "UPDATE ops_eval SET extractor_version = 'test-0'",
    ],
)
def test_a_night_without_a_score_is_published_with_a_warning(
    night: duckdb.DuckDBPyConnection, ask: Query, gone: str
) -> None:
    night.execute(gone)
    verdict = validate(ask, NIGHT, [the_suite("truths", "night_has_a_score")])
    assert verdict.ok
    (result,) = verdict.warnings
    assert "no score of test-1" in result.examples[0].wrong


def test_a_good_night_is_fit_to_use(ask: Query) -> None:
    verdict = validate(ask, NIGHT)
    assert verdict.ok, [r for r in verdict.failures]
    assert not verdict.warnings, verdict.warnings
    assert verdict.headline.startswith("Fit to use")


def test_only_what_is_broken_fails(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("UPDATE quantities SET comparator = 'ca'")
    night.execute("UPDATE events SET date_start = '1819-01-28', date_end = '1819-01-28' WHERE action = 'convene'")

    verdict = validate(ask, NIGHT)

    assert {r.expectation for r in verdict.failures} == {"comparator_is_known", "no_absurd_dates"}
    assert {r.expectation for r in verdict.warnings} == {"dates_near_publication"}
    assert verdict.headline.startswith("Not published: 2 critical checks of")


def test_a_missing_table_is_a_failure_with_its_text(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("DROP TABLE quantities")

    verdict = validate(ask, NIGHT, [the_suite("quantities", "unit_is_written")])

    assert not verdict.ok
    assert all(r.raised and r.severity == "critical" and "quantities" in (r.observed or "") for r in verdict.results)


def test_an_exception_inside_the_library_is_a_failure(ask: Query) -> None:
    without = [the_suite("measures", "measure_is_known")]

    verdict = validate(lambda sql: ask(sql).rename(columns={"measure": "other"}), NIGHT, without)

    assert not verdict.ok
    assert verdict.results[0].raised and "measure" in (verdict.results[0].observed or "")


def test_a_night_of_known_articles_only_is_no_outage(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    suites = [the_suite("night", "night_has_articles")]
    night.execute("UPDATE versions SET known_on = DATE '2019-01-30'")
    night.execute("UPDATE appearances SET known_on = DATE '2019-01-30'")
    assert validate(ask, NIGHT, suites).ok

    night.execute("DELETE FROM ops_steps")
    night.execute("UPDATE set_aside SET reason = 'duplicate'")
    assert validate(ask, NIGHT, suites).ok

    night.execute("DELETE FROM set_aside")
    assert not validate(ask, NIGHT, suites).ok


def test_one_odd_claim_in_a_small_night_stops_nothing(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute(f"DELETE FROM events WHERE claim_id <> {OPEN_CLAIM}")
    night.execute("DELETE FROM participants")

    verdict = validate(ask, NIGHT, [the_suite("fill", "claims_name_a_party")])

    assert verdict.ok
    assert not result_of(verdict, "claims_name_a_party").ok


def test_a_name_without_its_accents_is_still_the_text_s(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    suites = [the_suite("truths", "open_groups_stay_closed"), the_suite("truths", "participants_are_named")]
    night.execute(f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'NAME:J', 'Juan Guaido')")
    assert all(r.ok for r in validate(ask, NIGHT, suites).results)

    night.execute("UPDATE participants SET name = 'France' WHERE actor_id = 'NAME:J'")
    assert not any(r.ok for r in validate(ask, NIGHT, suites).results)


def test_volume_speaks_up_only_with_seven_earlier_nights(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    suites = [the_suite("volume", "volume_is_usual")]

    def earlier(first: int, last: int) -> None:
        night.execute(
            "INSERT INTO appearances SELECT article_id, version_id, source_id, locator || i || j, published_date, "
            f"DATE '2019-01-31' - i::INTEGER FROM appearances, range({first}, {last}) AS n(i), range(30) AS m(j) "
            "WHERE source_id = 'wire' AND known_on = DATE '2019-01-31'"
        )

    earlier(1, 7)
    assert result_of(validate(ask, NIGHT, suites), "volume_is_usual").ok
    earlier(7, 8)
    result = result_of(validate(ask, NIGHT, suites), "volume_is_usual")
    assert not result.ok and result.severity == "warning"
    assert "source wire" in result.example_keys
    assert "2 this night, usually 60.0" in result.examples[0].wrong


def test_no_result_at_all_is_no_proof() -> None:
    assert not validate(pytest.fail, NIGHT, []).ok


def test_a_decision_that_meets_no_claim_is_told_and_stops_nothing(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute(
        "INSERT INTO corrections BY NAME SELECT 'c1' AS correction_id, 'reject' AS decision, 'v' AS version_id, "
        "'text' AS field, 0 AS start_char, 9 AS end_char, 'sanction' AS type, 'impose' AS action, "
        "'unmatched' AS state, 'no such text' AS reason, 'Somebody' AS decided_by, DATE '2019-01-31' AS decided_on, "
        "'read it' AS why"
    )

    verdict = validate(ask, NIGHT, [the_suite("truths", "corrections_meet_claims")])

    assert verdict.ok
    (result,) = verdict.warnings
    assert "reject by Somebody of 2019-01-31: no such text" in result.examples[0].wrong


def test_of_a_large_warehouse_the_night_is_judged_and_all_of_it_on_sundays(
    night: duckdb.DuckDBPyConnection, ask: Query, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sunday, suites = date(2019, 2, 3), [the_suite("truths", "texts_have_their_own_key")]
    for table in ("versions", "appearances"):
        night.execute(f"UPDATE {table} SET known_on = DATE '2019-01-20' WHERE version_id = {A_TEXT}")
    night.execute(f"UPDATE versions SET text = upper(text) WHERE version_id = {A_TEXT}")

    assert not validate(ask, NIGHT, suites, engine).ok
    monkeypatch.setattr(run, "ALL_TEXTS", 2)
    assert validate(ask, NIGHT, suites, engine).ok
    assert not validate(ask, sunday, suites, engine).ok


def test_a_warehouse_broken_throughout_gives_so_many_violations_and_no_more(
    night: duckdb.DuckDBPyConnection, ask: Query, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOST_VIOLATIONS", 2)
    night.execute("UPDATE versions SET text = upper(text)")

    (result,) = validate(ask, NIGHT, [the_suite("truths", "texts_have_their_own_key")], engine).results

    assert (result.observed, result.unexpected_count) == ("2 violations or more", 2)


def earlier_nights(night: duckdb.DuckDBPyConnection, nights: int, texts: int) -> None:
    """Nights before this one with as many texts, whose claims are all meetings that were held."""
    night.execute(
        f"""
        INSERT INTO versions
        SELECT v.* REPLACE (concat('e', n, ' ', t) AS version_id, v.known_on - n::INTEGER AS known_on)
        FROM (SELECT * FROM versions ORDER BY version_id LIMIT 1) AS v,
            range(1, {nights + 1}) AS r(n), range({texts}) AS s(t);
        INSERT INTO appearances BY NAME
        SELECT article_id, version_id, 'wire' AS source_id, version_id AS locator, published_date, known_on
        FROM versions WHERE version_id LIKE 'e% %';
        INSERT INTO events SELECT e.* REPLACE (
            concat('c', v.version_id) AS claim_id, v.version_id AS version_id,
            'diplomatic_action' AS type, 'meet' AS action
        ) FROM (SELECT * FROM events WHERE status = 'occurred' ORDER BY claim_id LIMIT 1) AS e, versions AS v
        WHERE v.version_id LIKE 'e% %'
        """
    )


def test_another_mix_of_types_is_told_and_a_small_night_is_not_judged(
    night: duckdb.DuckDBPyConnection, ask: Query, engine: Any
) -> None:
    suites = [the_suite("drift", "mix_is_usual")]
    earlier_nights(night, 7, 40)
    assert all(result.ok for result in validate(ask, NIGHT, suites, engine).results)

    night.execute(
        "INSERT INTO events SELECT e.* REPLACE (concat(claim_id, i) AS claim_id) FROM events AS e "
        "INNER JOIN versions AS v USING (version_id), range(20) AS t(i) WHERE v.known_on = '2019-01-31'"
    )
    (result,) = validate(ask, NIGHT, suites, engine).results
    assert not result.ok and result.severity == "warning"
    assert "type" in result.example_keys
    assert "diplomatic_action is" in " ".join(example.wrong for example in result.examples)


def test_a_source_of_which_most_cannot_be_used_is_told(
    night: duckdb.DuckDBPyConnection, ask: Query, engine: Any
) -> None:
    suites = [the_suite("aside", "share_set_aside_is_usual")]
    earlier_nights(night, 7, 3)
    night.execute(
        "INSERT INTO set_aside SELECT DATE '2019-01-31', 'wire', 'x' || i, 'ingest', 'not_english', 'x', 'fr' "
        "FROM range(30) AS t(i)"
    )
    (result,) = validate(ask, NIGHT, suites, engine).results
    assert not result.ok and result.severity == "warning"
    assert {"source wire", "language fr"} <= set(result.example_keys)
    assert "usually 0 %" in result.examples[0].wrong
