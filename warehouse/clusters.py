"""Claims out to clustering, clusters back in: only what the waiting texts touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from transforms.records import Cluster, ClusterMember
from warehouse.statements import loading
from warehouse.transaction import transaction

Row = tuple[Any, ...]
_AROUND = pa.schema([("type", pa.string()), ("anchor", pa.date32()), ("version_id", pa.string())])
_CLUSTERS = pa.schema([(name, pa.string()) for name in ("cluster_id", "type", "action", "merged_into", "segment")])
_DAYS = pa.schema([("days", pa.int32())])
_IDS = pa.schema([("claim_id", pa.string())])
_MEMBERS = pa.schema(
    [
        *((name, pa.string()) for name in ("cluster_id", "claim_id", "rule")),
        ("score", pa.float64()),
        ("parts", pa.string()),
        ("is_new_information", pa.bool_()),
    ]
)


class Claims:
    """The claims of a warehouse, as `transforms.cluster_nights` asks for them."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con

    def waiting(self) -> list[Row]:
        """The claims of the texts in `ops_pending`."""
        self._con.execute(loading("asked_pending"))
        return self._asked()

    def near(self, around: Iterable[tuple[str, date, str]], days: int) -> list[Row]:
        """Other claims of a type that have a day within `days` of an anchor, and those of copies of a text;
        `around` holds type, anchor and text. Follows `waiting`."""
        self._give("around", around, _AROUND)
        self._give("window_days", [(days,)], _DAYS)
        self._con.execute(loading("asked_near"))
        return self._asked()

    def weighed_with(self, claims: Collection[str], known: Collection[str]) -> tuple[set[str], list[Row]]:
        """The ids of these claims and of all that stand in one segment with them; the rows of those not known."""
        self._give("touched", ((claim,) for claim in sorted(claims)), _IDS)
        self._con.execute(loading("asked_by_segment"))
        whole = {claim for (claim,) in self._con.execute("SELECT a.claim_id FROM asked AS a").fetchall()}
        self._give("asked", ((claim,) for claim in sorted(whole.difference(known))), _IDS)
        return whole, self._asked()

    def store(self, clusters: Sequence[tuple[str, Cluster]], members: Sequence[ClusterMember]) -> int:
        """Put whole segments in place of those in which their claims stood; the number of claims.

        A cluster that is no more and that an earlier night had leaves its name with `merged_into`, the cluster that now
        holds most of its claims. The same clusters again change nothing. `ops_pending` stays as it is.
        Raises duckdb.ConstraintException where a claim is in two clusters.
        """
        self._give("given_clusters", ((*astuple(made), segment) for segment, made in clusters), _CLUSTERS)
        self._give("given_members", map(astuple, members), _MEMBERS)
        self._con.execute(loading("store_clusters"))
        self._con.execute(loading("redirects"))
        return len(members)

    def _asked(self) -> list[Row]:
        self._con.execute(loading("rows_of_claims", claims="asked"))
        return self._con.execute(loading("claim_keys")).fetchall()

    def _give(self, name: str, rows: Iterable[Row], schema: pa.Schema) -> None:
        columns = [dict(zip(schema.names, row, strict=True)) for row in rows]
        self._con.register("given", pa.Table.from_pylist(columns, schema))
        self._con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM given")
        self._con.unregister("given")


@contextmanager
def open_claims(candidate: Path) -> Iterator[Claims]:
    """The claims of a candidate. All that happens inside is one transaction: left by an exception, the candidate is as
    it was."""
    con = duckdb.connect(str(candidate))
    con.execute("SET enable_progress_bar = false")
    try:
        with transaction(con):
            yield Claims(con)
    finally:
        con.close()
