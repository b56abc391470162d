"""Claims out to clustering, clusters back in, and names that outlive a merge."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest

from transforms.cluster_nights import recluster
from transforms.records import Cluster, ClusterMember, Source
from warehouse.clusters import open_claims
from warehouse.publish import content_hashes

NIGHT = date(2026, 11, 23)
OTHER = Source("s2", "Source two", "folder", "seeds/articles", None, None, "en", "CC0-1.0")


def rows(candidate, sql):
    with duckdb.connect(str(candidate), read_only=True) as con:
        return con.execute(sql).fetchall()


def clusters(candidate):
    return rows(candidate, "SELECT cluster_id, merged_into FROM clusters ORDER BY 1")


def clustered(candidate, **pairs):
    with open_claims(candidate) as claims:
        claims.store(*recluster(claims, **pairs))
    return candidate


def claim_of(told):
    return told.rows["events"][0].claim_id


def test_rows_are_what_clustering_asks_for(nights, text):
    candidate = nights.load(text("a"))
    with open_claims(candidate) as claims:
        ((claim, *_, named, telling),) = claims.waiting()
    assert claim == claim_of(text("a"))
    assert named == "actor USA|target VEN"
    assert len(telling) == 32


def test_reports_of_one_act_are_one_cluster_and_one_a_week_later_another(nights, text):
    week = NIGHT + timedelta(days=7)
    candidate = clustered(nights.load(text("a"), text("b", source=OTHER), text("c"), text("d", night=week)))
    told = rows(
        candidate, "SELECT n_claims, n_reports, n_sources, n_independent_sources, actor_ids FROM v_clusters ORDER BY 1"
    )
    assert told == [(1, 1, 1, 1, ["USA"]), (3, 3, 2, 2, ["USA"])]
    assert rows(
        candidate, "SELECT count(*) FILTER (WHERE is_new_information), min(score) > 0.75 FROM cluster_members"
    ) == [(2, True)]


def test_nights_in_parts_give_the_tables_of_one(nights, make_nights, text, tmp_path):
    texts = [
        text(name, night=NIGHT + timedelta(days=shift)).changed("versions", known_on=NIGHT)
        for name, shift in zip("abcdefg", (0, 2, 4, 1, 6, 9, 3), strict=True)
    ]
    whole = content_hashes(clustered(nights.load(*texts)))
    parts = make_nights(tmp_path / "parts")
    for some in (texts[4:], texts[:2], texts[2:4]):
        parts.publish(*some)
    halves = content_hashes(parts.load())
    assert halves["cluster_members"] == whole["cluster_members"]
    assert halves["clusters"] == whole["clusters"]


def test_the_same_clusters_again_change_nothing(nights, text):
    candidate = clustered(nights.load(text("a"), text("b"), text("c", actor="CAN")))
    before = content_hashes(candidate)
    assert content_hashes(clustered(candidate)) == before


def test_a_merge_by_people_can_be_taken_back(nights, text):
    one, other = text("a"), text("b", night=NIGHT + timedelta(days=20))
    candidate = clustered(nights.load(one, other))
    a, b = claim_of(one), claim_of(other)
    assert sorted(clusters(candidate)) == sorted([(a, None), (b, None)])
    clustered(candidate, together=[(b, a)])
    assert rows(candidate, "SELECT DISTINCT cluster_id FROM cluster_members") in ([(a,)], [(b,)])
    clustered(candidate)
    assert sorted(clusters(candidate)) == sorted([(a, None), (b, None)])


def test_a_claim_is_in_one_cluster(nights, text):
    candidate, claim = nights.load(text("a")), claim_of(text("a"))
    made = [ClusterMember(name, claim, "r", 1.0, "{}", True) for name in (claim, "other")]
    with pytest.raises(duckdb.ConstraintException), open_claims(candidate) as claims:
        claims.store([(claim, Cluster(claim, "sanction", "impose", None))], made)
    assert clusters(candidate) == []


def test_a_text_loaded_again_keeps_its_place(nights, text):
    nights.publish(text("a"), text("b"))
    before = clusters(nights.home / "warehouse.duckdb")
    assert clusters(clustered(nights.load(text("a"), run_id="run-2"))) == before


def test_a_claim_that_goes_leaves_no_name_behind(nights, text):
    nights.publish(text("a"), text("b"))
    fewer = text("a")
    fewer = type(fewer)(
        fewer.rows
        | {table: () for table in ("events", "participants", "measures", "quantities", "conditions", "evidence")}
    )
    candidate = clustered(nights.load(fewer))
    assert rows(candidate, "SELECT cluster_id, claim_id FROM cluster_members") == [(claim_of(text("b")),) * 2]
    assert (claim_of(text("b")), None) in clusters(candidate)


def test_no_claims_give_no_clusters(nights):
    assert clusters(clustered(nights.load())) == []
