"""Copies in a loaded warehouse: a wire story is one text, its claims are one report, in whatever order nights come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import duckdb
import pytest

from transforms.cluster import COPIED
from transforms.cluster_nights import recluster
from transforms.copies import WINDOW, seek
from transforms.records import Source
from transforms.shingles import METHOD, sign
from warehouse.clusters import open_claims
from warehouse.copies import open_shelf
from warehouse.load import RunInfo, load_night, open_candidate
from warehouse.publish import content_hashes, publish
from warehouse.statements import loading

NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)
RUN = RunInfo("run-1", datetime(2026, 11, 24, 1, tzinfo=UTC), "1")
BODY = (
    "The measures freeze what the ministers own abroad and forbid banks to deal with them, officials said, and will "
    "be looked at again in half a year. Two of the ministers had been listed before by a neighbour. The government in "
    "the capital called the step hostile and said that it would answer in kind, without saying when or how it would."
)
LOCAL = "A bank in this town that has a branch there said that it had closed it at the end of the summer."


def rows(database, sql):
    con = duckdb.connect(str(database), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def placed(candidate, method=METHOD):
    """What the load step does once a night is loaded."""
    with open_shelf(candidate, method, sign) as shelf:
        shelf.store(seek(shelf))
    with open_claims(candidate) as claims:
        claims.store(*recluster(claims))
    return candidate


@pytest.fixture
def paper(text):
    """One paper's text of the story: its first sentence tells of the sanction, `more` is its own."""

    def printed(name, more="", night=NIGHT, start="", **values):
        source = Source(name, f"Paper {name}", "folder", name, None, None, "en", None)
        told = text(name, source=source, night=night)
        sentence = "The country imposed sanctions on Venezuela."
        body = f"{start}{sentence} {BODY}{more}"
        spans = {"version_id": f"{told.version.version_id[:12]}{len(body):04}"}
        for table in ("versions", "appearances", "sentences", "mentions", "events", "evidence"):
            told = told.changed(table, **spans)
        told = told.changed("versions", text=body, n_chars=len(body), **values)
        quote = {"quote": sentence, "start_char": len(start), "end_char": len(start) + len(sentence)}
        told = told.changed("evidence", **quote)
        return told

    return printed


def test_a_wire_story_in_four_papers_is_one_text_with_four_appearances(nights, paper):
    wire, cut = paper("wire"), paper("a", more=f" {LOCAL}", night=LATER)
    texts = [wire, cut, paper("b", start="GENEVA (Agency) - ", night=LATER), paper("c", more=" Ends.", night=LATER)]
    candidate = placed(nights.load(*texts))
    assert rows(candidate, "SELECT copy_of, rule FROM copies") == [(wire.version.version_id, "near copy")] * 3
    found = rows(
        candidate,
        "SELECT version_id, first_source_id, first_published_date, last_published_date, n_appearances, n_sources, "
        "n_copies, source_ids FROM v_texts",
    )
    assert found == [(wire.version.version_id, "wire", NIGHT, LATER, 4, 4, 3, ["a", "b", "c", "wire"])]


def test_claims_of_copies_are_one_event_and_one_report(nights, paper):
    """Whatever day each paper's text gave the act, and although the one who acts is not named."""
    texts = [paper("wire"), paper("a", more=f" {LOCAL}", night=LATER), paper("b", more=" Ends.")]
    days = (NIGHT, LATER, NIGHT - timedelta(days=9))
    texts = [
        told.changed("events", date_start=day, date_end=day, date_precision="day")
        for told, day in zip(texts, days, strict=True)
    ]
    texts = [
        replace(told, rows=told.rows | {"participants": (replace(told.rows["participants"][0], actor_id="OPEN:one"),)})
        for told in texts
    ]
    candidate = placed(nights.load(*texts))
    assert rows(candidate, "SELECT count(DISTINCT cluster_id) FROM cluster_members") == [(1,)]
    assert rows(candidate, "SELECT rule FROM cluster_members ORDER BY 1") == [
        ("core",),
        (COPIED,),
        (COPIED,),
    ]
    daily = "SELECT sum(n_claims), max(n_reports), max(n_clusters) FROM v_events_daily_by_report_day"
    assert rows(candidate, daily) == [(3, 1, 1)]
    assert rows(candidate, "SELECT count(DISTINCT report_id) FROM v_events") == [(1,)]
    assert rows(candidate, "SELECT sum(n_new_clusters) FROM v_events_daily_by_report_day") == [(1,)]


def test_what_a_copy_adds_is_an_event_of_its_own(nights, paper):
    more = f" {LOCAL} The country imposed sanctions on Belarus."
    wire, added = paper("wire"), paper("a", more=more)
    (event,), (evidence,) = added.rows["events"], added.rows["evidence"]
    second = replace(event, claim_id="second", ordinal=1, action="extend")
    text = added.version.text
    own = replace(evidence, claim_id="second", quote=text[-10:], start_char=len(text) - 10, end_char=len(text))
    added = replace(added, rows=added.rows | {"events": (event, second), "evidence": (evidence, own)})
    candidate = placed(nights.load(wire, added))
    assert rows(candidate, "SELECT count(*) FROM copies") == [(1,)]
    assert rows(candidate, "SELECT count(*), count(DISTINCT cluster_id) FROM cluster_members") == [(3, 2)]


def test_independent_reports_of_one_event_count_each(nights, text, paper):
    candidate = placed(nights.load(paper("wire"), paper("a", more=" Ends."), text("own")))
    daily = "SELECT n_claims, n_reports, n_clusters FROM v_events_daily_by_report_day"
    assert rows(candidate, daily) == [(3, 2, 1)]
    by_pair = "SELECT n_claims, n_reports, n_clusters FROM v_sanctions_daily_by_report_day"
    assert rows(candidate, by_pair) == [(3, 2, 1)]


def test_a_new_version_of_an_article_is_kept_beside_the_old_and_is_no_report_more(nights, paper):
    first, second = paper("wire"), paper("wire", more=f" {LOCAL}", night=LATER)
    claim = f"{first.rows['events'][0].claim_id}-2"
    for table in ("events", "participants", "measures", "quantities", "conditions", "evidence"):
        second = second.changed(table, claim_id=claim)
    nights.publish(first)
    candidate = placed(nights.load(second, night=LATER, run_id="run-2"))
    assert first.version.article_id == second.version.article_id
    assert rows(candidate, "SELECT count(*), count(DISTINCT article_id) FROM versions") == [(2, 1)]
    assert rows(candidate, "SELECT count(*) FROM copies") == [(0,)]
    assert rows(candidate, "SELECT count(*), count(DISTINCT report_id) FROM v_texts") == [(2, 1)]
    assert rows(candidate, "SELECT max(n_reports) FROM v_events_daily_by_event_day") == [(1,)]


def test_the_order_of_nights_does_not_matter(nights, stage, paper):
    days = [NIGHT + timedelta(days=number) for number in range(4)]
    more = ("", f" {LOCAL}", " Ends.", f" {LOCAL} {BODY}")
    texts = {day: paper(f"p{n}", more=more[n], night=day) for n, day in enumerate(days)}
    seen = set()
    for order in permutations(days):
        candidate = open_candidate(nights.home, NIGHT)
        for day in order:
            load_night(candidate, day, stage(nights.home, day, [[texts[day]]]), RUN)
            placed(candidate)
        hashes = content_hashes(candidate)
        seen.add(tuple(hashes[table] for table in ("copies", "signatures", "cluster_members", "versions")))
    assert len(seen) == 1
    assert rows(candidate, "SELECT count(*) > 0 FROM copies") == [(True,)]


def test_the_same_night_again_changes_nothing(nights, paper):
    texts = [paper("wire"), paper("a", more=f" {LOCAL}")]
    first = publish(nights.home, NIGHT, placed(nights.load(*texts)), "<html>")
    second = publish(nights.home, NIGHT, placed(nights.load(*texts, run_id="run-2")), "<html>")
    assert second.id == first.id


def test_texts_of_before_are_placed_by_the_next_night(nights, paper):
    """A warehouse that was migrated has texts and neither signatures nor copies."""
    nights.publish(paper("wire"), paper("a", more=f" {LOCAL}"))
    assert rows(nights.home / "warehouse.duckdb", "SELECT count(*) FROM signatures") == [(0,)]
    candidate = placed(nights.load(paper("b", more=" Ends.", night=LATER), night=LATER, run_id="run-2"))
    at_once = placed(nights.load(paper("wire"), paper("a", more=f" {LOCAL}"), paper("b", more=" Ends.", night=LATER)))
    assert content_hashes(candidate)["copies"] == content_hashes(at_once)["copies"]
    assert rows(candidate, "SELECT count(*) FROM copies") == [(2,)]


def test_signatures_of_another_method_are_made_anew(nights, paper):
    candidate = placed(nights.load(paper("wire"), paper("a", more=f" {LOCAL}")))
    before = rows(candidate, "FROM copies")
    placed(candidate, method="another")
    assert rows(candidate, "SELECT DISTINCT method FROM signatures") == [("another",)]
    assert rows(candidate, "FROM copies") == before


@pytest.mark.parametrize("statement", ["forget_copies", "place_texts", "shared_keys", "number_nights"])
def test_a_kill_while_copies_are_sought_leaves_the_candidate_as_it_was(nights, stage, paper, monkeypatch, statement):
    candidate = placed(nights.load(paper("wire")))
    load_night(candidate, NIGHT, stage(nights.home, NIGHT, [[paper("wire"), paper("a", more=f" {LOCAL}")]]), RUN)
    before = content_hashes(candidate)

    def killed(name, **names):
        if name == statement:
            raise KeyboardInterrupt
        return loading(name, **names)

    monkeypatch.setattr("warehouse.copies.loading", killed)
    with pytest.raises(KeyboardInterrupt):
        placed(candidate)
    monkeypatch.undo()
    assert content_hashes(candidate) == before
    placed(candidate)
    assert rows(candidate, "SELECT count(*) FROM copies") == [(1,)]


def test_a_night_seeks_among_its_own_texts_only(nights, paper, monkeypatch):
    """What was placed before is not placed again: the shelf asks for the new text alone."""
    placed(nights.load(paper("wire"), paper("a", more=f" {LOCAL}")))
    publish(nights.home, NIGHT, nights.home / "candidate" / f"{NIGHT}.duckdb", "<html>")
    candidate = nights.load(paper("b", more=" Ends.", night=LATER), night=LATER, run_id="run-2")
    with open_shelf(candidate, METHOD, sign) as shelf:
        assert len(shelf.asked()) == 1
        assert [len(bucket) for bucket in shelf.buckets(shelf.asked(), WINDOW.days)]
