"""Each critical check, seen to stop a night that breaks just what it guards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd
import pytest

from expectations.run import validate
from expectations.suites import all_suites
from expectations.suites.check import Suite
from expectations.verdict import Result, Verdict

NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]

A_CLAIM = "(SELECT min(claim_id) FROM events)"
A_TEXT = "(SELECT min(version_id) FROM versions)"
A_SANCTION = "(SELECT min(claim_id) FROM measures)"
OPEN_CLAIM = "(SELECT min(claim_id) FROM participants WHERE actor_id = 'OPEN:several European states')"


@dataclass(frozen=True)
class Break:
    """A statement that breaks one thing, the check that must see it, and a word of what it must say."""

    suite: str
    check: str
    sql: str
    says: str = ""


def in_events(column: str) -> Break:
    """An event with a word that no reference table has."""
    return Break(
        "events",
        f"{column}_is_known",
        f"UPDATE events SET {column} = 'nonsense' WHERE claim_id = {A_CLAIM}",
        f"{column} is “nonsense”",
    )


def blank(table: str, column: str) -> Break:
    """Every cell of a column blank."""
    return Break(table, f"{column}_is_written", f"UPDATE {table} SET {column} = ' '", f"{column} is “ ”")


STANCES = "CREATE OR REPLACE VIEW v_recognition_stances AS SELECT claim_id, claim_id AS since_claim_id FROM events "

BREAKS = (
    Break(
        "night",
        "night_has_articles",
        "DELETE FROM versions; DELETE FROM appearances; DELETE FROM set_aside; DELETE FROM ops_steps",
    ),
    Break(
        "night",
        "inputs_could_be_read",
        "INSERT INTO set_aside SELECT DATE '2019-01-31', 'wire', 'x' || i, 'ingest', 'no_text', 'x', NULL "
        "FROM range(60) AS t(i)",
    ),
    Break("fill", "half_the_claims_name_a_party", "DELETE FROM participants WHERE role IN ('actor', 'target')"),
    blank("appearances", "locator"),
    blank("mentions", "surface"),
    blank("mentions", "method"),
    Break(
        "actors",
        "actor_id_has_a_known_form",
        "UPDATE actors SET actor_id = 'United States' WHERE actor_id = 'USA'; "
        "UPDATE participants SET actor_id = 'United States' WHERE actor_id = 'USA'",
        "United States",
    ),
    blank("actors", "name"),
    *map(in_events, ("type", "action", "status", "scope", "date_precision", "attribution_mode", "office", "mode")),
    blank("events", "status_rule"),
    blank("events", "date_rule"),
    Break("participants", "role_is_known", "UPDATE participants SET role = 'bystander'", "bystander"),
    blank("participants", "name"),
    Break("measures", "measure_is_known", "UPDATE measures SET measure = 'frown'", "frown"),
    Break("quantities", "value_is_a_count", "UPDATE quantities SET value = -1", "-1"),
    Break("quantities", "comparator_is_known", "UPDATE quantities SET comparator = 'ca'", "ca"),
    blank("conditions", "text"),
    Break("links", "kind_is_known", "UPDATE links SET kind = 'frowns'", "frowns"),
    Break("readings", "field_is_known", "UPDATE readings SET field = 'mood'", "mood"),
    Break("readings", "rule_is_known", "UPDATE readings SET rule = 'a hunch'", "a hunch"),
    blank("cluster_members", "rule"),
    Break(
        "truths",
        "quotes_match_text",
        "UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1 WHERE kind = 'trigger'",
        "the quote begins",
    ),
    Break(
        "truths",
        "quotes_match_text",
        "UPDATE versions SET text = replace(text, '\U0001f6e2', '--')",
        "the quote begins",
    ),
    Break("truths", "evidence_of_own_text", f"UPDATE evidence SET version_id = {A_TEXT}", "its evidence of text"),
    Break("truths", "surfaces_match_text", "UPDATE mentions SET surface = 'Atlantis'", "Atlantis"),
    Break("truths", "conditions_match_text", "UPDATE conditions SET text = 'if it rains'", "if it rains"),
    Break("truths", "sentences_within_text", "UPDATE sentences SET end_char = 9999", "to 9999 of"),
    Break("truths", "texts_in_english", f"UPDATE versions SET language = 'fr' WHERE version_id = {A_TEXT}", "is fr"),
    Break(
        "truths",
        "one_sentence_a_claim",
        f"DELETE FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 0 sentences",
    ),
    Break(
        "truths",
        "one_sentence_a_claim",
        f"INSERT INTO evidence SELECT * FROM evidence WHERE kind = 'sentence' AND claim_id = {A_CLAIM}",
        "has 2 sentences",
    ),
    Break(
        "truths",
        "trigger_within_sentence",
        f"DELETE FROM evidence WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "has no trigger",
    ),
    Break(
        "truths",
        "trigger_within_sentence",
        f"UPDATE evidence SET end_char = 99999 WHERE kind = 'trigger' AND claim_id = {A_CLAIM}",
        "is outside its sentence",
    ),
    Break(
        "truths",
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '1819-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 1819-01-28",
    ),
    Break(
        "truths",
        "no_absurd_dates",
        "UPDATE events SET date_start = DATE '2219-01-28', date_end = NULL WHERE date_precision = 'day'",
        "dated 2219-01-28",
    ),
    Break("truths", "dates_in_order", "UPDATE events SET date_end = date_start - 1", "ends 20"),
    Break("truths", "a_day_has_a_start", "UPDATE events SET date_start = NULL", "date_start is empty"),
    Break("truths", "participants_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    Break("truths", "mentions_are_actors", "DELETE FROM actors WHERE actor_id = 'RUS'", "RUS is not in actors"),
    Break(
        "truths",
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'USA', 'several European states')",
        "with its very words",
    ),
    Break(
        "truths",
        "open_groups_stay_closed",
        f"INSERT INTO participants VALUES ({OPEN_CLAIM}, 'actor', 7, 'FRA', 'France')",
        "the text does not name it",
    ),
    *(
        Break("truths", "parts_have_claims", f"UPDATE {table} SET claim_id = 'gone'", f"rows of {table}")
        for table in (
            "participants",
            "measures",
            "quantities",
            "conditions",
            "links",
            "readings",
            "evidence",
            "cluster_members",
        )
    ),
    Break("truths", "links_stay_in_text", "UPDATE links SET to_claim_id = 'gone'", "which is no claim"),
    Break("truths", "links_stay_in_text", "UPDATE links SET to_claim_id = claim_id", "the claim itself"),
    Break("truths", "links_stay_in_text", f"UPDATE links SET to_claim_id = {OPEN_CLAIM}", "of another text"),
    *(
        Break("truths", "readings_agree_with_claims", f"UPDATE readings SET {change}", says)
        for change, says in (
            ("is_preferred = true", "is one of several that are preferred"),
            ("is_preferred = NOT is_preferred", "is preferred, but the claim does not take it"),
            ("is_preferred = false", "is not preferred, but the claim takes it"),
            ("value = 'ATLANTIS'", "is not of its vocabulary"),
            ("field = 'action', is_preferred = false", "is not of its vocabulary"),
            ("field = 'date', is_preferred = false", "is not of its vocabulary"),
            ("field = 'target' WHERE ordinal = 2", "is one of 1 readings"),
            ("quote = 'The weather'", "stands on words that the text does not hold"),
        )
    ),
    *(
        Break("truths", "parts_have_texts", f"UPDATE {table} SET version_id = 'gone'", f"rows of {table}")
        for table in ("sentences", "mentions", "events", "appearances")
    ),
    Break("truths", "texts_have_articles", "DELETE FROM articles", "is missing"),
    Break("truths", "texts_have_articles", "DELETE FROM sources", "source folder is missing"),
    Break("truths", "one_cluster_a_claim", "DELETE FROM cluster_members", "stands in 0 clusters"),
    Break(
        "truths",
        "one_cluster_a_claim",
        "INSERT INTO cluster_members SELECT 'second', claim_id, 'x', 1, '{}', true "
        f"FROM events WHERE claim_id = {A_CLAIM}",
        "stands in 2 clusters",
    ),
    Break("truths", "clusters_are_whole", "DELETE FROM clusters", "the cluster is missing"),
    Break(
        "truths",
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('lone', 'x', 'y', NULL)",
        "no claim and no redirect",
    ),
    Break(
        "truths",
        "clusters_are_whole",
        "INSERT INTO clusters VALUES ('old', 'x', 'y', 'nowhere')",
        "redirects to nowhere",
    ),
    Break(
        "truths",
        "no_claim_twice",
        f"""
        INSERT INTO events SELECT * REPLACE ('zz' AS claim_id, 9 AS ordinal) FROM events WHERE claim_id = {A_CLAIM};
        INSERT INTO evidence SELECT * REPLACE ('zz' AS claim_id) FROM evidence WHERE claim_id = {A_CLAIM};
        INSERT INTO participants SELECT * REPLACE ('zz' AS claim_id) FROM participants WHERE claim_id = {A_CLAIM};
        """,
        "repeats ",
    ),
    Break(
        "truths",
        "action_of_its_type",
        f"UPDATE events SET action = 'recognise' WHERE claim_id = {A_SANCTION}",
        "is none of type sanction",
    ),
    Break(
        "truths",
        "measures_of_sanctions",
        f"UPDATE measures SET claim_id = {OPEN_CLAIM}",
        "a recognition with ",
    ),
    Break(
        "truths",
        "rejected_claims_make_no_state",
        "CREATE OR REPLACE MACRO recognition_as_of(day, known) AS TABLE "
        "SELECT claim_id, claim_id AS since_claim_id FROM events; "
        f"INSERT INTO reviews VALUES ({A_CLAIM}, 'disputed', DATE '2019-01-31', 'c')",
        "a state of the recognitions stands on a claim rejected on 2019-01-31",
    ),
    Break(
        "cluster_members",
        "score_reaches_the_threshold",
        f"UPDATE cluster_members SET score = 0.5 WHERE claim_id = {A_CLAIM}",
        "score is “0.5”",
    ),
    Break("truths", "stances_come_from_acts", STANCES + "WHERE status = 'threatened'", "is in group contingent"),
    Break(
        "truths",
        "extracted_twice_agrees",
        "UPDATE ops_twice SET agrees = false, detail = 'events.status: one, then another'",
        "events.status: one, then another",
    ),
)


def the_suite(suite: str, check: str) -> Suite:
    """The suite of that name which holds the check (each truth is a suite of its own)."""
    return next(s for s in all_suites() if s.name == suite and check in {c.name for c in s.checks})


def result_of(verdict: Verdict, check: str) -> Result:
    """The result of one check."""
    return next(r for r in verdict.results if r.expectation == check)


@pytest.mark.parametrize("broken", BREAKS, ids=[f"{b.check}-{i}" for i, b in enumerate(BREAKS)])
def test_a_broken_night_is_refused_by_name(night: duckdb.DuckDBPyConnection, ask: Query, broken: Break) -> None:
    suites = [the_suite(broken.suite, broken.check)]
    assert validate(ask, NIGHT, suites).ok
    night.execute(broken.sql)

    verdict = validate(ask, NIGHT, suites)

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
    night.execute("UPDATE measures SET measure = 'frown'")
    night.execute("UPDATE events SET date_start = DATE '1819-01-28', date_end = NULL WHERE action = 'back'")

    verdict = validate(ask, NIGHT)

    assert {r.expectation for r in verdict.failures} == {"measure_is_known", "no_absurd_dates"}
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
