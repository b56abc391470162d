"""Names of texts out to be read, who they are across texts back in: one transaction, whatever was there before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa

from transforms.records import Identity, Mention, NamedActor, Naming
from warehouse.statements import loading
from warehouse.transaction import transaction

# What one text (its words, its day) says of one name, given where it names states.
Read = Callable[[str, date, NamedActor, Sequence[Mention]], Naming]
# The identities of all namings of one surname.
Tie = Callable[[Iterable[Naming]], list[Identity]]
_AT_ONCE = 5_000
_IDENTITIES = pa.schema(
    [
        ("version_id", pa.string()),
        ("actor_id", pa.string()),
        ("identity_id", pa.string()),
        ("score", pa.float64()),
        ("rule", pa.string()),
    ]
)
_NAMINGS = pa.schema(
    [
        ("version_id", pa.string()),
        ("actor_id", pa.string()),
        ("surname", pa.string()),
        ("published_date", pa.date32()),
        ("full_name", pa.string()),
        ("states", pa.string()),
        ("candidate_id", pa.string()),
        ("score", pa.float64()),
        ("rule", pa.string()),
        ("knowledge", pa.string()),
    ]
)


def store_identities(candidate: Path, knowledge: str, read: Read, tie: Tie) -> int:
    """Read the names of the texts that wait (`ops_pending`) and tie all names of their surnames anew.

    `knowledge` tells with which seeds `read` reads: where no naming on record was read with them, all texts are. Texts
    of which a name is now somebody else are added to `ops_pending`. Returns how many names are tied. The outcome
    depends on the texts and seeds alone; the same again changes nothing.
    """
    con = duckdb.connect(str(candidate))
    con.execute("SET enable_progress_bar = false")
    try:
        with transaction(con):
            con.execute(loading("texts_to_name"), [knowledge])
            con.execute(loading("claims_to_name"))
            con.execute(loading("rows_of_claims", claims="claims_to_name"))
            namings = list(_read_all(con, read))
            _replace_namings(con, namings)
            rows = [Naming(*row) for row in con.execute(loading("namings_of_surnames")).fetchall()]
            blocks = groupby(rows, key=lambda naming: naming.surname)
            _replace_identities(con, [identity for _, block in blocks for identity in tie(block)])
            (tied,) = con.execute("SELECT count(*) FROM identities").fetchone() or (0,)
            return int(tied)
    finally:
        con.close()


def _read_all(con: duckdb.DuckDBPyConnection, read: Read) -> Iterator[Naming]:
    asked: defaultdict[str, list[NamedActor]] = defaultdict(list)
    for version, actor, names, about in con.execute(loading("named_actors")).fetchall():
        asked[version].append(NamedActor(version, actor, tuple(names), tuple(about)))
    versions = sorted(asked)
    for start in range(0, len(versions), _AT_ONCE):
        some = versions[start : start + _AT_ONCE]
        places: defaultdict[str, list[Mention]] = defaultdict(list)
        for row in con.execute(loading("places_of_states"), [some]).fetchall():
            places[row[0]].append(Mention(*row))
        for version, text, day in con.execute(loading("texts_of_names"), [some]).fetchall():
            for actor in asked[version]:
                yield read(text, day, actor, places[version])


def _replace_namings(con: duckdb.DuckDBPyConnection, namings: Sequence[Naming]) -> None:
    ordered = sorted(namings, key=lambda naming: (naming.version_id, naming.actor_id))
    con.register("given_namings", pa.Table.from_pylist([asdict(naming) for naming in ordered], _NAMINGS))
    con.execute(loading("touched_surnames"))
    con.execute(loading("forget_namings"))
    con.execute("INSERT INTO namings BY NAME SELECT * FROM given_namings")
    con.unregister("given_namings")


def _replace_identities(con: duckdb.DuckDBPyConnection, identities: Sequence[Identity]) -> None:
    con.register("given_identities", pa.Table.from_pylist([asdict(identity) for identity in identities], _IDENTITIES))
    con.execute(loading("identities_before"))
    con.execute(loading("forget_identities"))
    con.execute("INSERT INTO identities BY NAME SELECT * FROM given_identities")
    con.execute(loading("mark_changed_identities"))
    con.unregister("given_identities")
