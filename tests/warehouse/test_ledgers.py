"""The ledgers hold what claims tell, keep what was believed, and are the same whatever the order of nights."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from transforms.records import Participant
from warehouse.correction_rows import Anchor, Correction
from warehouse.corrections import apply_corrections
from warehouse.ledgers import update_ledgers
from warehouse.load import RunInfo, load_night

NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)
ROWS = "SELECT sender_id, target_id, state, known_on, extractor_version, closed_on, closed_by FROM sanction_changes"
IMPOSED = ("USA", "VEN", "imposed")


def rows(database, sql):
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute(sql).fetchall()


def changes(candidate):
    return rows(candidate, f"{ROWS} ORDER BY ALL")


def read_by(told, version, **values):
    """The same text as another version of the extractor reads it."""
    return told.changed("events", extractor_version=version, **values)


def load(nights, candidate, stage, *told, night=NIGHT, version="1"):
    load_night(candidate, night, stage(nights.home, night, [told]), run_info_of(version))
    update_ledgers(candidate, night, version)


def run_info_of(version):
    return RunInfo(f"run-{version}", datetime(2026, 11, 24, 1, tzinfo=UTC), version)


@pytest.fixture
def begun_ledger(nights, text):
    """A candidate after a night of one text, its ledgers brought up."""
    candidate = nights.load(text("a"))
    update_ledgers(candidate, NIGHT, "1")
    return candidate


def test_a_claim_tells_a_change_and_nothing_waits_any_more(begun_ledger):
    assert changes(begun_ledger) == [(*IMPOSED, NIGHT, "1", None, None)]
    assert rows(begun_ledger, "FROM ops_pending") == []


def test_the_same_night_again_changes_no_row(nights, begun_ledger, stage, text):
    before = rows(begun_ledger, "FROM sanction_changes")
    load(nights, begun_ledger, stage, text("a"))
    assert rows(begun_ledger, "FROM sanction_changes") == before


def test_another_reading_closes_what_it_tells_no_more(nights, begun_ledger, stage, text):
    load(nights, begun_ledger, stage, read_by(text("a"), "2", status="denied"), night=LATER, version="2")
    assert changes(begun_ledger) == [(*IMPOSED, NIGHT, "1", LATER, "extractor 2")]
    in_force = "SELECT count(*) FROM sanctions_as_of(DATE '2026-12-01', DATE '{}') WHERE in_force"
    assert rows(begun_ledger, in_force.format(NIGHT)) == [(1,)]
    assert rows(begun_ledger, in_force.format(LATER)) == [(0,)]


def test_another_reading_opens_its_rows_in_its_own_night_and_they_stay(nights, begun_ledger, stage, text):
    eased = read_by(text("a"), "2", action="ease")
    for night in (LATER, LATER + timedelta(days=1)):
        load(nights, begun_ledger, stage, eased, night=night, version="2")
        assert changes(begun_ledger) == [
            ("USA", "VEN", "eased", LATER, "2", None, None),
            (*IMPOSED, NIGHT, "1", LATER, "extractor 2"),
        ]


def test_a_mended_seed_leaves_no_trace(nights, begun_ledger, stage, text):
    """Within one version of the extractor the rows are a function of the texts."""
    load(nights, begun_ledger, stage, text("a").changed("events", status="denied"))
    assert changes(begun_ledger) == []


def test_a_text_that_an_earlier_night_had_is_known_from_that_night(nights, begun_ledger, stage, text):
    told = text("a")
    load(nights, begun_ledger, stage, told.changed("versions", known_on=NIGHT - timedelta(days=3)))
    assert changes(begun_ledger) == [(*IMPOSED, NIGHT - timedelta(days=3), "1", None, None)]


def test_an_unnamed_group_sends_nothing(nights, stage, text):
    told = text("a", actor="OPEN:several states")
    told = told.changed("actors", kind="group_open")
    candidate = nights.load(told)
    update_ledgers(candidate, NIGHT, "1")
    assert changes(candidate) == []


def test_what_a_person_set_right_is_known_from_the_decision_and_taken_back_leaves_no_trace(begun_ledger, text):
    fix = fix_of(text("a"), LATER)
    before = rows(begun_ledger, "FROM sanction_changes")
    apply_corrections(begun_ledger, [fix])
    update_ledgers(begun_ledger, LATER, "1")
    found = changes(begun_ledger)
    assert found[0] == ("USA", "CUB", "imposed", LATER, "1", None, None)
    assert found[1][:6] == (*IMPOSED, NIGHT, "1", LATER)
    assert found[1][6].startswith("correction ")
    assert rows(begun_ledger, "SELECT DISTINCT standing FROM v_sanction_changes WHERE closed_on IS NULL") == [
        ("confirmed",)
    ]
    apply_corrections(begun_ledger, [])
    update_ledgers(begun_ledger, LATER, "1")
    assert rows(begun_ledger, "FROM sanction_changes") == before


def fix_of(told, on):
    """A person's word that the target of a text's claim is Cuba."""
    (sentence,) = told.rows["evidence"]
    anchor = Anchor(sentence.version_id, sentence.field, sentence.start_char, sentence.end_char, "sanction", "impose")
    telling = "sanction/impose occurred: USA > VEN"
    return Correction("fix", anchor, telling, "target", "CUB", None, "Somebody", on, "read it", "here")


def decide(candidate, night, fix):
    """The end of a night in which corrections are known, as the load step has it."""
    update_ledgers(candidate, night, "1", last=False)
    apply_corrections(candidate, [fix])
    update_ledgers(candidate, night, "1")


@pytest.mark.parametrize("on", [NIGHT, LATER])
def test_the_ledger_is_the_same_whether_the_text_or_the_decision_came_first(nights, stage, text, on):
    told = text("a")
    after = nights.load(told)
    update_ledgers(after, NIGHT, "1")
    decide(after, LATER, fix_of(told, on))
    after_rows = rows(after, "FROM sanction_changes ORDER BY ALL")

    before = nights.load(told)
    decide(before, NIGHT, fix_of(told, on))
    assert rows(before, "FROM sanction_changes ORDER BY ALL") == after_rows
    assert len(after_rows) == 2

    load_night(before, LATER, stage(nights.home, LATER, [[told]]), run_info_of("1"))
    decide(before, LATER, fix_of(told, on))
    assert rows(before, "FROM sanction_changes ORDER BY ALL") == after_rows


def test_two_senders_are_two_rows(nights, text):
    told = text("a")
    claim = told.rows["events"][0].claim_id
    told.rows["participants"] += (Participant(claim, "actor", 1, "CUB", "Cuba"),)
    told.rows["actors"] += (told.rows["actors"][0].__class__("CUB", "state", "Cuba"),)
    candidate = nights.load(told)
    update_ledgers(candidate, NIGHT, "1")
    assert [row[:3] for row in changes(candidate)] == [("CUB", "VEN", "imposed"), IMPOSED]
