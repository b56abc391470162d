"""Claims out to clustering, clusters back in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from transforms.records import Cluster, ClusterMember
from warehouse.statements import loading
from warehouse.transaction import transaction


def claim_keys(candidate: Path) -> pd.DataFrame:
    """One row per claim of the file, ordered by claim_id, for `transforms.cluster`.

    Columns: claim_id, version_id, type, action, status, date_start, date_end, date_precision, published_date,
    known_on, actors, targets (sorted distinct ids joined with `|`, empty where there are none), telling (the first text
    and the sentence, for claims of texts with copies; else unknown), ordinal (place in the text). Columns have Arrow
    types, as in `transforms.frames`: days are `datetime.date`, unknown ones `pandas.NA`.
    """
    con = duckdb.connect(str(candidate), read_only=True)
    try:
        keys: pd.DataFrame = con.execute(loading("claim_keys")).to_arrow_table().to_pandas(types_mapper=pd.ArrowDtype)
        return keys
    finally:
        con.close()


def store_clusters(candidate: Path, clusters: Sequence[Cluster], members: Sequence[ClusterMember]) -> None:
    """Put the clusters of all claims in place of those there, in one transaction.

    A cluster that is no more leaves its name with `merged_into`, the cluster that now holds most of its claims, so
    that an old reference still leads somewhere. The same clusters again change nothing.
    Raises duckdb.ConstraintException where a claim is in two clusters.
    """
    con = duckdb.connect(str(candidate))
    try:
        con.register("given_clusters", _frame(Cluster, clusters))
        con.register("given_members", _frame(ClusterMember, members))
        with transaction(con):
            con.execute("CREATE OR REPLACE TEMP TABLE old_clusters AS SELECT * FROM clusters")
            con.execute("CREATE OR REPLACE TEMP TABLE old_members AS SELECT * FROM cluster_members")
            con.execute("CREATE OR REPLACE TEMP TABLE new_clusters AS SELECT * FROM given_clusters")
            con.execute("CREATE OR REPLACE TEMP TABLE new_members AS SELECT * FROM given_members")
            con.execute("DELETE FROM cluster_members")
            con.execute("DELETE FROM clusters")
            con.execute("INSERT INTO clusters SELECT * FROM new_clusters ORDER BY cluster_id")
            con.execute("INSERT INTO cluster_members SELECT * FROM new_members ORDER BY claim_id")
            con.execute(loading("redirects"))
    finally:
        con.close()


def _frame(cls: type[Any], rows: Sequence[Any]) -> pd.DataFrame:
    columns = [item.name for item in fields(cls)]
    return pd.DataFrame([astuple(row) for row in rows], columns=columns).astype("string")
