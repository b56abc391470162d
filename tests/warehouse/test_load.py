"""A night is loaded once, whole, and the same whatever the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import duckdb
import pytest

from transforms.errors import InputError
from transforms.records import Actor, Link, Reading, SetAside, Source
from warehouse.load import HELD, RunInfo, load_night, open_candidate
from warehouse.publish import content_hashes

NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)
RUN = RunInfo("run-1", datetime(2026, 11, 24, 1, tzinfo=UTC), "1")


def rows(database, sql):
    con = duckdb.connect(str(database), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def test_a_night_brings_its_rows(nights, stage, text):
    candidate = open_candidate(nights.home, NIGHT)
    counts = load_night(candidate, NIGHT, stage(nights.home, NIGHT, [[text("a"), text("b")]]), RUN)
    assert counts["versions"] == counts["events"] == 2
    assert counts["participants"] == 4
    assert counts["set_aside"] == 0
    for table in ("sentences", "mentions", "measures", "quantities", "conditions", "evidence", "articles"):
        assert rows(candidate, f"SELECT count(*) FROM {table}") == [(2,)], table


def test_the_same_night_again_changes_nothing(nights, text):
    first = nights.publish(text("a"), text("b"))
    before = content_hashes(nights.home / "warehouse.duckdb")
    second = nights.publish(text("a"), text("b"), run_id="run-2")
    assert content_hashes(nights.home / "warehouse.duckdb") == before
    assert second.id == first.id


def test_loading_twice_into_one_candidate_changes_nothing(nights, stage, text):
    candidate = open_candidate(nights.home, NIGHT)
    staging = stage(nights.home, NIGHT, [[text("a"), text("b")]])
    load_night(candidate, NIGHT, staging, RUN)
    before = content_hashes(candidate)
    load_night(candidate, NIGHT, staging, RUN)
    assert content_hashes(candidate) == before


def test_the_order_of_batches_does_not_matter(nights, stage, text):
    a, b, c = (text(name, actor="NAME:Someone") for name in "abc")
    hashes = []
    for batches in ([[a, b], [c]], [[c], [b, a]], [[b], [c], [a]]):
        candidate = open_candidate(nights.home, NIGHT)
        load_night(candidate, NIGHT, stage(nights.home, NIGHT, batches), RUN)
        assert rows(candidate, "SELECT count(*) FROM versions") == [(3,)]
        hashes.append(content_hashes(candidate))
    assert hashes[0] == hashes[1] == hashes[2]


def test_the_order_of_nights_does_not_matter(nights, stage, text):
    early, late = text("a", actor="NAME:Someone"), text("b", night=LATER, actor="NAME:Someone")
    hashes = []
    for order in ((NIGHT, LATER), (LATER, NIGHT)):
        candidate = open_candidate(nights.home, NIGHT)
        for night in order:
            told = early if night == NIGHT else late
            load_night(candidate, night, stage(nights.home, night, [[told]]), RUN)
        hashes.append(content_hashes(candidate))
    assert hashes[0] == hashes[1]


def test_another_extraction_replaces_the_rows_of_its_text_only(nights, text):
    nights.publish(text("a"), text("b"))
    again = text("a").changed("events", extractor_version="2", status="announced")
    candidate = nights.load(again, run_id="run-2")
    found = rows(
        candidate, "SELECT title, status, e.extractor_version FROM events e JOIN versions USING (version_id) ORDER BY 1"
    )
    assert found == [("a", "announced", "2"), ("b", "occurred", "1")]


def test_a_text_keeps_the_night_it_was_first_known(begun, text):
    seen_again = text("a").changed("versions", known_on=LATER).changed("appearances", known_on=LATER)
    candidate = begun.load(seen_again, night=LATER)
    assert rows(candidate, "SELECT known_on FROM versions") == [(NIGHT,)]
    assert rows(candidate, "SELECT known_on FROM appearances") == [(NIGHT,)]


def test_the_same_text_in_a_later_article_is_an_appearance(nights, text):
    first = text("a")
    nights.publish(first)
    there = Source("s2", "Source two", "folder", "elsewhere", None, None, "en", None)
    other = text("a", source=there).changed("versions", known_on=LATER).changed("appearances", known_on=LATER)
    candidate = nights.load(other, night=LATER)
    assert rows(candidate, "SELECT article_id FROM versions") == [(first.version.article_id,)]
    assert rows(candidate, "SELECT source_id FROM appearances ORDER BY 1") == [("s1",), ("s2",)]
    assert rows(candidate, "SELECT count(*) FROM articles") == [(2,)]


def answered(told, kind="answers", to=None):
    """The text with a second claim, which answers the first."""
    (event,) = told.rows["events"]
    answer = replace(event, claim_id=f"{event.claim_id}-2", ordinal=1)
    link = Link(answer.claim_id, 1, to or event.claim_id, kind)
    return replace(told, rows=told.rows | {"events": (event, answer), "links": (link,)})


def test_links_come_and_go_with_their_text(nights, text):
    nights.publish(answered(text("a")))
    assert rows(nights.home / "warehouse.duckdb", "SELECT kind FROM links") == [("answers",)]
    candidate = nights.load(text("a"), run_id="run-2")
    assert rows(candidate, "SELECT count(*) FROM links") == [(0,)]


def test_a_link_of_an_unknown_kind_sets_its_text_aside(nights, text):
    candidate = nights.load(answered(text("a"), kind="frowns"), text("b"))
    assert rows(candidate, "SELECT title FROM versions") == [("b",)]
    assert rows(candidate, "SELECT count(*) FROM set_aside WHERE detail LIKE '%seeds/ontology/link_kinds.csv%'") == [
        (1,)
    ]


def test_a_link_that_leads_to_no_staged_claim_is_refused(nights, text):
    with pytest.raises(InputError, match=r"1 of links, such as 'gone'"):
        nights.load(answered(text("a"), to="gone"))


def read_two_ways(told, value="SWE", field="actor", rule="named_first", claim=None):
    """The text whose claim's actor may be another."""
    (event,) = told.rows["events"]
    reading = Reading(claim or event.claim_id, 1, field, value, False, rule, 0, 1, told.version.text[:1])
    actors = (*told.rows["actors"], Actor("SWE", "state", "Sweden"))
    return replace(told, rows=told.rows | {"readings": (reading,), "actors": actors})


def test_readings_and_who_only_they_name_come_and_go_with_their_text(nights, text):
    nights.publish(read_two_ways(text("a")))
    home = nights.home / "warehouse.duckdb"
    assert rows(home, "SELECT field, value FROM readings") == [("actor", "SWE")]
    assert rows(home, "SELECT name FROM actors WHERE actor_id = 'SWE'") == [("Sweden",)]
    candidate = nights.load(text("a"), run_id="run-2")
    assert rows(candidate, "SELECT count(*) FROM readings") == [(0,)]
    assert rows(candidate, "SELECT count(*) FROM actors WHERE actor_id = 'SWE'") == [(0,)]


@pytest.mark.parametrize(
    ("change", "file"),
    [
        ({"field": "mood"}, "reading_fields"),
        ({"rule": "a hunch"}, "reading_rules"),
        ({"field": "action", "value": "sanction/frown"}, "actions"),
    ],
)
def test_a_reading_of_unknown_words_sets_its_text_aside(nights, text, change, file):
    candidate = nights.load(read_two_ways(text("a"), **change), text("b"))
    assert rows(candidate, "SELECT title FROM versions") == [("b",)]
    assert rows(candidate, f"SELECT count(*) FROM set_aside WHERE detail LIKE '%seeds/ontology/{file}.csv%'") == [(1,)]


def test_a_reading_of_no_staged_claim_is_refused(nights, text):
    with pytest.raises(InputError, match=r"1 of readings, such as 'gone'"):
        nights.load(read_two_ways(text("a"), claim="gone"))


BAD = {
    "too-sure": ("events", {"confidence": 1.5}, "confidence"),
    "backwards": ("events", {"date_start": LATER}, "date_end"),
    "short": ("versions", {"n_chars": 3}, "n_chars"),
    "early": ("evidence", {"start_char": -1}, "start_char"),
    "status": ("events", {"status": "sort_of"}, "unknown status 'sort_of': add a row to seeds/ontology/statuses.csv"),
    "action": ("events", {"action": "recognise"}, "unknown action 'sanction/recognise'"),
    "measure": ("measures", {"measure": "frown"}, "seeds/ontology/measures.csv"),
    "role": ("participants", {"role": "bystander"}, "seeds/ontology/roles.csv"),
    "comparator": ("quantities", {"comparator": "ish"}, "seeds/ontology/comparators.csv"),
    "twice": ("participants", {"ordinal": 0, "role": "actor"}, "duplicate key"),
}


@pytest.fixture(scope="module")
def bad_night(tmp_path_factory, make_nights, make_text):
    """A night of three good texts and of one bad text for each way to be bad."""
    bad = [make_text(name).changed(table, **values) for name, (table, values, _) in BAD.items()]
    texts = sorted([*bad, *map(make_text, "abc")], key=lambda told: told.version.version_id)
    return make_nights(tmp_path_factory.mktemp("bad")).load(*texts)


def test_the_night_goes_on_without_its_bad_texts(bad_night):
    assert rows(bad_night, "SELECT title FROM versions ORDER BY 1") == [("a",), ("b",), ("c",)]
    for table in ("events", "evidence", "articles", "appearances", "sentences", "measures"):
        assert rows(bad_night, f"SELECT count(*) FROM {table}") == [(3,)], table
    assert rows(bad_night, "SELECT rows_in, rows_out, rows_set_aside FROM ops_steps WHERE step = 'load'") == [
        (13, 3, 10)
    ]
    held = rows(bad_night, "SELECT step, rows_in, rows_out FROM ops_steps WHERE step LIKE 'holds %'")
    assert ("holds versions", 0, 3) in held and len(held) == len(HELD)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_sets_its_text_aside_whole_with_its_reason(bad_night, name):
    ((night, source, stage, reason, detail, language),) = rows(
        bad_night,
        f"SELECT night, source_id, stage, reason, detail, language FROM set_aside WHERE locator LIKE '%/{name}.txt'",
    )
    assert (night, source, stage, language) == (NIGHT, "s1", "load", "en")
    assert rows(bad_night, f"SELECT count(*) FROM ref_set_aside_reasons WHERE reason = '{reason}'") == [(1,)]
    assert BAD[name][2] in detail


def test_a_bad_row_leaves_what_was_good_before(begun, text):
    candidate = begun.load(text("a").changed("events", confidence=7.0), run_id="run-2")
    assert rows(candidate, "SELECT confidence FROM events") == [(0.5,)]
    assert rows(candidate, "SELECT count(*) FROM set_aside") == [(1,)]


def test_two_texts_that_share_a_claim_are_set_aside_and_no_other(nights, text):
    a, b = text("a"), text("b")
    stolen = a.rows["events"][0].claim_id
    for table in ("events", "participants", "measures", "quantities", "conditions", "evidence"):
        b = b.changed(table, claim_id=stolen)
    candidate = nights.load(a, b, text("c"))
    assert rows(candidate, "SELECT title FROM versions") == [("c",)]
    assert rows(candidate, "SELECT count(*) FROM set_aside WHERE stage = 'load'") == [(2,)]


def test_what_ingest_set_aside_is_kept_and_replaced_by_the_same_night(nights, text):
    row = SetAside(NIGHT, "s1", "x.txt", "ingest", "empty", "0 bytes", None)
    nights.publish(text("a"))
    for _ in range(2):
        candidate = nights.load(text("a"), set_aside=[row])
        assert rows(candidate, "SELECT locator, reason FROM set_aside") == [("x.txt", "empty")]


def test_a_night_without_texts_still_loads(nights):
    candidate = nights.load()
    assert rows(candidate, "SELECT count(*) FROM versions") == [(0,)]
    assert rows(candidate, "SELECT night, status FROM ops_runs") == [(NIGHT, "running")]


def test_an_actor_that_seeds_know_bears_their_name(nights, text):
    candidate = nights.load(text("a"))
    ((name,),) = rows(candidate, "SELECT name FROM actors WHERE actor_id = 'USA'")
    assert name == rows(candidate, "SELECT name FROM ref_countries WHERE id = 'USA'")[0][0]


def test_an_actor_that_nobody_names_any_more_is_gone(nights, text):
    nights.publish(text("a", actor="NAME:Wrong"))
    candidate = nights.load(text("a", actor="NAME:Right"), run_id="run-2")
    assert rows(candidate, "SELECT actor_id FROM actors ORDER BY 1") == [("NAME:Right",), ("VEN",)]


def test_a_missing_extraction_is_named(nights, stage, text):
    staging = stage(nights.home, NIGHT, [[text("a")], [text("b")]])
    (staging / "extracted" / "0001" / "events.parquet").unlink()
    with pytest.raises(InputError, match=r"events\.parquet.*0001.*run extract"):
        load_night(open_candidate(nights.home, NIGHT), NIGHT, staging, RUN)


def test_an_extraction_of_other_texts_is_refused(nights, stage, text):
    staging = stage(nights.home, NIGHT, [[text("a")]])
    other = stage(nights.home / "other", NIGHT, [[text("b")]])
    (other / "extracted").rename(staging / "away")
    (staging / "extracted").rename(staging / "old")
    (staging / "away").rename(staging / "extracted")
    with pytest.raises(InputError, match="belong to no staged text"):
        load_night(open_candidate(nights.home, NIGHT), NIGHT, staging, RUN)


def test_a_candidate_starts_afresh(begun, text):
    begun.load(text("b"), night=LATER)
    assert rows(open_candidate(begun.home, LATER), "SELECT title FROM versions") == [("a",)]
