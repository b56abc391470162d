"""People's decisions take effect, outlive another extraction, and leave no trace once taken back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from transforms.errors import SeedError
from transforms.records import Condition, Evidence, Reading
from warehouse.correction_rows import Anchor, Correction
from warehouse.corrections import apply_corrections, pairs
from warehouse.load import RunInfo, load_night
from warehouse.publish import content_hashes

NIGHT = date(2026, 11, 23)
RUN = RunInfo("run-2", datetime(2026, 11, 24, 1, tzinfo=UTC), "2")
EARLY, LATE = date(2026, 11, 24), date(2026, 11, 25)
TELLING = "sanction/impose occurred: USA > VEN"


def rows(database, sql):
    con = duckdb.connect(str(database), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def anchor_of(told, **more):
    (sentence,) = [row for row in told.rows["evidence"] if row.kind == "sentence"]
    event = told.rows["events"][0]
    place = (sentence.version_id, sentence.field, sentence.start_char, sentence.end_char)
    return replace(Anchor(*place, event.type, event.action), **more)


def decided(decision, told, fixed="", value="", other=None, on=EARLY, by="Somebody", telling=TELLING, **more):
    second = anchor_of(other) if other else None
    return Correction(decision, anchor_of(told, **more), telling, fixed, value, second, by, on, "read it", "here")


def states(candidate):
    return rows(candidate, "SELECT decision, state, reason, before, after FROM corrections ORDER BY decided_on, 1")


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory, make_nights, make_text):
    told = make_text("a")
    candidate = make_nights(tmp_path_factory.mktemp("loaded") / "home").load(told)
    with duckdb.connect(str(candidate)) as con:
        con.execute("DELETE FROM ops_pending")
    return candidate, told


@pytest.fixture
def loaded(loaded_once, tmp_path):
    """A candidate with one text, nothing waiting, and the text."""
    candidate, told = loaded_once
    return Path(shutil.copy(candidate, tmp_path / "candidate.duckdb")), told


def test_an_accept_confirms_and_a_reject_disputes(loaded):
    candidate, told = loaded
    claim = told.rows["events"][0].claim_id
    for decision, standing in (("accept", "confirmed"), ("reject", "disputed")):
        assert apply_corrections(candidate, [decided(decision, told)])["applied"] == 1
        assert rows(candidate, "SELECT claim_id, standing, decided_on FROM reviews") == [(claim, standing, EARLY)]
        assert rows(candidate, "FROM ops_pending") == [(told.version.version_id,)]
    assert rows(candidate, "SELECT * FROM corrected_values") == []


FIXES = [
    ("action", "lift", "SELECT action FROM events", [("lift",)]),
    ("status", "denied", "SELECT status, status_rule FROM events", [("denied", "correction")]),
    ("scope", "domestic", "SELECT scope FROM events", [("domestic",)]),
    ("scope", "unknown", "SELECT scope FROM events", [(None,)]),
    (
        "date",
        "2026-11",
        "SELECT date_start, date_end, date_precision, date_rule FROM events",
        [(date(2026, 11, 1), date(2026, 11, 30), "month", "correction")],
    ),
    ("date", "unknown", "SELECT date_start, date_end, date_precision FROM events", [(None, None, "unknown")]),
    (
        "actor",
        "GBR|USA",
        "SELECT ordinal, actor_id, name FROM participants WHERE role = 'actor' ORDER BY 1",
        [(1, "GBR", "United Kingdom"), (2, "USA", "a s")],
    ),
    ("target", "NAME:Somebody New", "SELECT actor_id FROM participants WHERE role = 'target'",
     [("NAME:Somebody New",)]),
    ("proposer", "FRA", "SELECT actor_id FROM participants WHERE role = 'proposer'", [("FRA",)]),
    ("about", "VEN", "SELECT actor_id FROM participants WHERE role = 'about'", [("VEN",)]),
    ("target", "unknown", "SELECT actor_id FROM participants WHERE role = 'target'", []),
    ("measures", "travel_ban|asset_freeze", "SELECT measure FROM measures ORDER BY 1",
     [("asset_freeze",), ("travel_ban",)]),
    ("mode", "talk", "SELECT mode FROM events", None),
    ("deadline", "2026-12-01", "SELECT deadline FROM conditions", [(date(2026, 12, 1),)]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "sql", "expected"), FIXES, ids=[f"{one[0]}={one[1]}" for one in FIXES])
def test_a_fix_sets_its_field_and_taking_it_back_restores_the_machine_s(loaded, field, value, sql, expected):
    candidate, told = loaded
    if expected is None:
        value = rows(candidate, "SELECT min(mode) FROM ref_meet_modes")[0][0]
        expected = [(value,)]
    before = content_hashes(candidate)
    assert apply_corrections(candidate, [decided("fix", told, field, value)]) == {
        "applied": 1, "superseded": 0, "unmatched": 0,
    }  # fmt: skip
    assert rows(candidate, sql) == expected
    assert rows(candidate, "SELECT claim_id, standing FROM reviews") == [(told.rows["events"][0].claim_id, "confirmed")]
    (kept,) = rows(candidate, "SELECT field, value FROM corrected_values")
    assert kept == (field, value)
    assert rows(candidate, "SELECT count(*) FROM participants p ANTI JOIN actors a USING (actor_id)") == [(0,)]
    once = content_hashes(candidate)
    apply_corrections(candidate, [decided("fix", told, field, value)])
    assert content_hashes(candidate) == once
    apply_corrections(candidate, [])
    assert content_hashes(candidate) == before


def test_only_texts_of_which_something_changes_wait(loaded):
    candidate, told = loaded
    row = decided("fix", told, "scope", "domestic")
    for given, waits in (([row], True), ([row], False), ([], True), ([], False)):
        apply_corrections(candidate, given)
        with duckdb.connect(str(candidate)) as con:
            assert bool(con.execute("FROM ops_pending").fetchall()) == waits
            con.execute("DELETE FROM ops_pending")


def test_a_correction_survives_another_extraction_and_then_gives_back_the_later_value(nights, loaded, text, stage):
    candidate, told = loaded
    fix = decided("fix", told, "status", "denied")
    apply_corrections(candidate, [fix])
    again = told.changed("events", extractor_version="2", status="announced")
    load_night(candidate, NIGHT, stage(nights.home, NIGHT, [[again]]), RUN)
    apply_corrections(candidate, [fix])
    assert rows(candidate, "SELECT status, extractor_version FROM events") == [("denied", "2")]
    assert states(candidate) == [("fix", "applied", None, "announced", "denied")]
    apply_corrections(candidate, [])
    assert rows(candidate, "SELECT status FROM events") == [("announced",)]


def test_the_order_of_rows_and_of_nights_does_not_matter(nights, text, stage):
    a, b = text("a"), text("b")
    given = [
        decided("fix", a, "scope", "domestic"), decided("reject", b), decided("merge", a, other=b),
        decided("fix", a, "actor", "GBR", on=LATE),
    ]  # fmt: skip
    hashes = []
    for texts, turn in (([a, b], given), ([b, a], given[::-1])):
        candidate = nights.load(texts[0])
        apply_corrections(candidate, turn)
        load_night(candidate, NIGHT, stage(nights.home, NIGHT, [[texts[1]]]), RUN)
        apply_corrections(candidate, turn[::-1])
        hashes.append({k: v for k, v in content_hashes(candidate).items() if k != "set_aside"})
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        ((("accept", EARLY), ("reject", LATE)), "disputed"),
        ((("reject", EARLY), ("accept", LATE)), "confirmed"),
        ((("accept", EARLY), ("reject", EARLY)), "disputed"),
    ],
)
def test_of_two_decisions_the_later_counts_and_of_one_day_the_doubt(loaded, given, standing):
    candidate, told = loaded
    apply_corrections(candidate, [decided(what, told, on=on, by=f"By {what}") for what, on in given])
    assert [row[0] for row in rows(candidate, "SELECT standing FROM reviews")] == [standing]
    assert sorted(row[1] for row in states(candidate)) == ["applied", "superseded"]


def test_a_later_reject_takes_the_fix_with_it(loaded):
    candidate, told = loaded
    apply_corrections(candidate, [decided("fix", told, "status", "denied"), decided("reject", told, on=LATE)])
    assert rows(candidate, "SELECT status FROM events") == [("occurred",)]
    assert states(candidate)[0] == ("fix", "superseded", f"rejected on {LATE}", "occurred", None)


def test_two_values_of_one_day_set_neither(loaded):
    candidate, told = loaded
    given = [decided("fix", told, "status", value, by=value) for value in ("denied", "planned")]
    assert apply_corrections(candidate, given)["superseded"] == 2
    assert rows(candidate, "SELECT status, standing FROM events, reviews") == [("occurred", "disputed")]


def test_a_later_value_counts_and_an_accept_takes_nothing_back(loaded):
    candidate, told = loaded
    fixes = [decided("fix", told, "status", "denied"), decided("fix", told, "status", "planned", on=LATE)]
    accept = decided("accept", told, on=LATE, telling="sanction/impose planned: USA > VEN")
    assert apply_corrections(candidate, [*fixes, accept]) == {"applied": 2, "superseded": 1, "unmatched": 0}
    assert rows(candidate, "SELECT status, standing FROM events, reviews") == [("planned", "confirmed")]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version_id": "no-such-text"}, "not in the warehouse"),
        ({"end_char": 7}, "not in the warehouse"),
        ({"action": "lift"}, "not in the warehouse"),
        ({"nth": 2}, "not in the warehouse"),
    ],
)
def test_what_fits_no_claim_is_kept_as_unmatched(loaded, change, says):
    candidate, told = loaded
    assert apply_corrections(candidate, [decided("reject", told, **change)])["unmatched"] == 1
    ((state, reason, sentence),) = rows(candidate, "SELECT state, reason, sentence FROM v_corrections")
    assert state == "unmatched"
    assert says in reason
    assert sentence is None
    assert rows(candidate, "FROM reviews") == []


def test_an_accept_does_not_confirm_what_the_machine_tells_otherwise_by_now(loaded):
    candidate, told = loaded
    apply_corrections(candidate, [decided("accept", told, telling="sanction/impose denied: USA > VEN")])
    assert states(candidate)[0][1:3] == ("unmatched", f"the claim now tells {TELLING}")


def test_claims_of_one_sentence_are_told_apart_by_their_trigger(nights, text):
    told = text("a")
    first, version = told.rows["events"][0], told.version
    second = replace(first, claim_id="second", ordinal=1, status="denied")
    evidence = told.rows["evidence"][0]
    extra = {
        "events": (first, second),
        "evidence": (
            evidence,
            replace(evidence, claim_id="second"),
            Evidence(first.claim_id, version.version_id, "text", "trigger", 0, 1, version.text[:1]),
            Evidence("second", version.version_id, "text", "trigger", 2, 3, version.text[2:3]),
        ),
    }
    candidate = nights.load(type(told)(told.rows | extra))
    apply_corrections(candidate, [decided("reject", told, trigger_start=2)])
    assert rows(candidate, "SELECT claim_id FROM reviews") == [("second",)]
    apply_corrections(candidate, [decided("reject", told)])
    assert rows(candidate, "FROM reviews") == [], "which of the two is meant is not said"
    apply_corrections(candidate, [decided("fix", told, "status", "denied", trigger_start=0)])
    assert rows(candidate, "SELECT count(*) FROM events WHERE status = 'denied'") == [(2,)]


def test_a_fix_that_repeats_a_claim_of_its_sentence_is_set_aside(nights, text):
    told = text("a")
    first, evidence = told.rows["events"][0], told.rows["evidence"][0]
    parties = tuple(replace(row, claim_id="second") for row in told.rows["participants"])
    extra = {
        "events": (first, replace(first, claim_id="second", ordinal=1, status="denied")),
        "evidence": (
            evidence,
            replace(evidence, claim_id="second"),
            replace(evidence, kind="trigger", end_char=1, quote=evidence.quote[:1]),
        ),
        "participants": (*told.rows["participants"], *parties),
    }
    candidate = nights.load(type(told)(told.rows | extra))
    apply_corrections(candidate, [decided("fix", told, "status", "denied", trigger_start=0)])
    assert rows(candidate, "FROM corrected_values") == []
    ((state, reason),) = [row[1:3] for row in states(candidate)]
    assert (state, reason) == ("unmatched", "the claim would repeat second of its sentence: reject one of them")
    assert rows(candidate, "SELECT status FROM events ORDER BY ordinal") == [("occurred",), ("denied",)]


def test_a_fixed_field_has_one_reading(nights, text):
    told = text("a")
    claim, words = told.rows["events"][0].claim_id, told.version.text[:3]
    read = tuple(
        Reading(claim, number, "actor", actor, number == 1, "r", 0, 3, words)
        for number, actor in enumerate(("USA", "VEN"), 1)
    )
    candidate = nights.load(type(told)(told.rows | {"readings": read}))
    before = content_hashes(candidate)
    apply_corrections(candidate, [decided("fix", told, "actor", "FRA")])
    assert rows(candidate, "FROM readings") == []
    apply_corrections(candidate, [])
    assert content_hashes(candidate) == before


def test_a_deadline_needs_one_condition(nights, text):
    told = text("a")
    claim, words = told.rows["events"][0].claim_id, told.version.text
    both = (Condition(claim, words[:4], 0, 4, None), Condition(claim, words[:5], 0, 5, None))
    candidate = nights.load(type(told)(told.rows | {"conditions": both}))
    apply_corrections(candidate, [decided("fix", told, "deadline", "2026-12-01")])
    assert states(candidate)[0][1:3] == ("unmatched", "the claim has 2 conditions, and a deadline belongs to one")


def test_merge_and_split_give_pairs(nights, text):
    a, b, c = (text(name) for name in "abc")
    candidate = nights.load(a, b, c)
    ids = [told.rows["events"][0].claim_id for told in (a, b, c)]
    apply_corrections(candidate, [decided("merge", a, other=b), decided("split", b, other=c)])
    assert pairs(candidate) == ([tuple(sorted(ids[:2]))], [tuple(sorted(ids[1:]))])
    apply_corrections(candidate, [decided("merge", a, other=b), decided("split", b, other=a)])
    assert pairs(candidate) == ([], [tuple(sorted(ids[:2]))]), "of one day, the split"
    apply_corrections(candidate, [decided("merge", a, other=b, on=LATE), decided("split", b, other=a)])
    assert pairs(candidate) == ([tuple(sorted(ids[:2]))], [])


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("colour", "red", "field 'colour' in here: a fix sets one of action"),
        ("status", "done", "status 'done' .unknown: done. in here: write a word of seeds/ontology/statuses.csv"),
        ("status", "unknown", "reject the claim where nothing fits"),
        ("action", "recognise", "unknown: recognise"),
        ("office", "state", "only a recognition has office"),
        ("actor", "XYZ", "unknown: XYZ"),
        ("actor", "USA|USA", "one part stands twice"),
        ("date", "31.1.2019", "write 2019-01-31"),
        ("date", "2019-02-03/2019-02-01", "is after"),
        ("deadline", "2019-02", "no day"),
    ],
)
def test_a_value_that_no_claim_can_take_is_an_error_and_changes_nothing(loaded, field, value, says):
    candidate, told = loaded
    before = content_hashes(candidate)
    with pytest.raises(SeedError, match=says):
        apply_corrections(candidate, [decided("reject", told), decided("fix", told, field, value)])
    assert content_hashes(candidate) == before


def test_the_change_log_says_who_changed_what_and_why(loaded):
    candidate, told = loaded
    apply_corrections(candidate, [decided("fix", told, "actor", "GBR")])
    log = rows(
        candidate, "SELECT decided_on, decided_by, decision, fixed, before, after, why, sentence FROM v_change_log"
    )
    assert log == [(EARLY, "Somebody", "fix", "actor", "USA", "GBR", "read it", told.version.text)]
