"""Claims out to clustering, clusters back in, and names that outlive a merge."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from transforms.records import Cluster, ClusterMember
from warehouse.load import claim_keys, store_clusters
from warehouse.publish import content_hashes


def clusters(candidate):
    con = duckdb.connect(str(candidate), read_only=True)
    try:
        return con.execute("SELECT cluster_id, merged_into FROM clusters ORDER BY 1").fetchall()
    finally:
        con.close()


def store(candidate, **members):
    made = [Cluster(name, "sanction", "impose", None) for name in members]
    store_clusters(candidate, made, [ClusterMember(name, claim, "r") for name in members for claim in members[name]])


@pytest.fixture
def loaded(nights, text):
    texts = sorted((text(name) for name in "abc"), key=lambda told: told.rows["events"][0].claim_id)
    return nights.load(*texts), [told.rows["events"][0].claim_id for told in texts]


def test_keys_are_what_cluster_asks_for(loaded):
    candidate, claims = loaded
    keys = claim_keys(candidate)
    assert list(keys.columns) == [
        "claim_id", "version_id", "type", "action", "status", "date_start", "date_end", "date_precision",
        "published_date", "known_on", "actors", "targets", "telling", "ordinal",
    ]  # fmt: skip
    assert list(keys["claim_id"]) == claims
    assert list(keys["actors"]) == ["USA"] * 3
    assert keys["date_start"].isna().all()
    assert keys["published_date"].iloc[0] == pd.Timestamp("2026-11-23").date()


def test_the_same_clusters_again_change_nothing(loaded):
    candidate, (a, b, c) = loaded
    store(candidate, **{a: [a, b], c: [c]})
    before = content_hashes(candidate)
    store(candidate, **{c: [c], a: [b, a]})
    assert content_hashes(candidate) == before


def test_a_merge_leaves_the_old_name_with_its_successor(loaded):
    candidate, (a, b, c) = loaded
    store(candidate, **{a: [a], b: [b], c: [c]})
    store(candidate, **{a: [a, b], c: [c]})
    assert clusters(candidate) == [(a, None), (b, a), (c, None)]
    store(candidate, **{a: [a, b, c]})
    assert clusters(candidate) == [(a, None), (b, a), (c, a)]


def test_a_second_merge_takes_older_names_along(loaded):
    candidate, (a, b, c) = loaded
    store(candidate, **{a: [a], b: [b], c: [c]})
    store(candidate, **{a: [a], b: [b, c]})
    store(candidate, **{a: [a, b, c]})
    assert clusters(candidate) == [(a, None), (b, a), (c, a)]


def test_a_name_that_comes_back_stands_again(loaded):
    candidate, (a, b, c) = loaded
    store(candidate, **{a: [a, b], c: [c]})
    store(candidate, **{a: [a], b: [b], c: [c]})
    assert clusters(candidate) == [(a, None), (b, None), (c, None)]


def test_a_claim_is_in_one_cluster(loaded):
    candidate, (a, b, _) = loaded
    with pytest.raises(duckdb.ConstraintException):
        store(candidate, **{a: [a, b], b: [b]})
    assert clusters(candidate) == []


def test_a_text_loaded_again_keeps_its_place(nights, text):
    nights.publish(text("a"), text("b"))
    before = clusters(nights.home / "warehouse.duckdb")
    assert clusters(nights.load(text("a"), run_id="run-2")) == before


def test_no_claims_give_no_keys(nights):
    assert claim_keys(nights.load()).empty
