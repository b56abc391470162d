"""Texts out to the search for copies, copies back in: one transaction, whatever was there before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from transforms.records import Copy, Version
from warehouse.statements import loading
from warehouse.transaction import transaction

Sign = Callable[[Sequence[str]], list[list[int]]]
# Each reading scans all texts: many at once. Signing holds the shingles of what it signs: few at once.
_READ, _SIGN = 20_000, 1_000
_COPIES = pa.schema(
    [("version_id", pa.string()), ("copy_of", pa.string()), ("similarity", pa.float64()), ("rule", pa.string())]
)
_SIGNED = pa.schema([("version_id", pa.string()), ("method", pa.string()), ("keys", pa.list_(pa.uint32()))])


class Shelf:
    """The texts of a warehouse by number, in the order of `number_nights.sql`. Only texts that are reached from those
    that wait are numbered, so the work does not grow with the warehouse."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        con.execute(loading("begin_numbers"))

    def asked(self) -> set[int]:
        """The texts that are new or whose place or day is another than when copies were last sought, and the copies of
        such."""
        for reach in ("reach_waiting", "moved_texts"):
            self._con.execute(loading(reach))
            self._con.execute(loading("number_nights"))
        return {number for (number,) in self._con.execute(loading("to_place")).fetchall()}

    def buckets(self, numbers: Collection[int], days: int) -> Iterator[Sequence[int]]:
        """For each key that one of `numbers` shares with another text published within so many days, or with one that
        has all keys in common: the numbers of the texts that have it."""
        self._seek(numbers)
        self._con.execute(loading("near_texts"), {"days": days})
        for name in ("reach_near", "number_nights", "keys_of_texts"):
            self._con.execute(loading(name))
        for (bucket,) in self._con.execute(loading("shared_keys")).fetchall():
            yield bucket

    def firsts(self) -> set[int]:
        """Of the texts reached, those that were found to be no copies when copies were last sought."""
        return {number for (number,) in self._con.execute(loading("first_texts")).fetchall()}

    def read(self, numbers: Collection[int]) -> Mapping[int, Version]:
        """The texts of these numbers."""
        self._seek(numbers)
        places = self._con.execute(loading("sought_places")).fetchone()
        rows = self._con.execute(loading("sought_texts"), places).fetchall()
        return {number: Version(*row) for number, *row in rows}

    def days(self) -> Mapping[int, date]:
        """The day on which each text reached was published, by number."""
        return dict(self._con.execute("SELECT n.number, n.published_date FROM numbered AS n").fetchall())

    def store(self, found: Iterable[tuple[str, Copy | None]]) -> int:
        """Put what was found of some texts in place of what was there; the number of copies now on record. Texts of
        which something else was found wait to be clustered.

        Raises duckdb.ConstraintException where a copy breaks the rules of its table.
        """
        answers = dict(found)
        copies = sorted((copy for copy in answers.values() if copy), key=lambda copy: copy.version_id)
        given = pa.Table.from_pylist([asdict(copy) for copy in copies], _COPIES)
        self._con.execute(loading("copies_before"), [list(answers)])
        self._con.execute(loading("forget_copies"), [list(answers)])
        self._con.register("given_copies", given)
        self._con.execute("INSERT INTO copies BY NAME SELECT * FROM given_copies")
        self._con.unregister("given_copies")
        self._con.execute(loading("mark_copied"), [list(answers)])
        self._con.execute(loading("place_texts"))
        row = self._con.execute("SELECT count(*) FROM copies").fetchone()
        return int(row[0]) if row else 0

    def _seek(self, numbers: Collection[int]) -> None:
        given = pa.table({"number": pa.array(sorted(numbers), pa.int64())})
        self._con.register("given_numbers", given)
        self._con.execute("CREATE OR REPLACE TEMP TABLE sought AS SELECT * FROM given_numbers")
        self._con.unregister("given_numbers")


@contextmanager
def open_shelf(candidate: Path, method: str, sign: Sign) -> Iterator[Shelf]:
    """The shelf of a candidate, every text signed; `sign` makes the keys of texts by `method`.

    Signatures of another method are thrown away, and all texts placed anew. All that happens inside is one
    transaction: left by an exception, the candidate is as it was.
    """
    con = duckdb.connect(str(candidate))
    con.execute("SET enable_progress_bar = false")
    try:
        with transaction(con):
            con.execute(loading("drop_other_signatures"), [method])
            _sign_all(con, method, sign)
            yield Shelf(con)
    finally:
        con.close()


def _sign_all(con: duckdb.DuckDBPyConnection, method: str, sign: Sign) -> None:
    con.execute(loading("waiting_texts"))
    if not _is_whole(con):
        con.execute(loading("drop_stray_signatures"))
        con.execute(loading("waiting_texts"))
        con.execute(loading("unsigned_texts"))
    unsigned = "SELECT coalesce(min(place), 0), coalesce(max(place), -1) FROM waiting_texts WHERE NOT is_signed"
    begin, end = con.execute(unsigned).fetchone() or (0, -1)
    for start in range(begin, end + 1, _READ):
        texts = con.execute(loading("some_unsigned_texts"), [start, start + _READ]).fetchall()
        for first in range(0, len(texts), _SIGN):
            some = texts[first : first + _SIGN]
            rows = zip((version for version, _ in some), sign([text for _, text in some]), strict=True)
            made = [{"version_id": v, "method": method, "keys": keys} for v, keys in rows]
            con.register("given_signatures", pa.Table.from_pylist(made, _SIGNED))
            con.execute(loading("insert_signatures"))
            con.unregister("given_signatures")


def _is_whole(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether every text has a signature or waits for one: the numbers of rows tell, without a look at the rows."""
    row = con.execute(
        "SELECT (SELECT count(*) FROM versions) = (SELECT count(*) FROM signatures) + "
        "(SELECT count(*) FROM waiting_texts WHERE NOT is_signed)"
    ).fetchone()
    return bool(row and row[0])
