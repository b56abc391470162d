"""Parquet by table and month: a month whose rows are those of the last publication is linked from there, not written.

`parquet/manifest.json` holds of each part the rows, a hash of the content that knows no order, and the file's bytes
and SHA-256. The content's hash (two sums of halves of the rows' MD5, with the columns and their types) costs one
read of the table and no sorting. It finds changes; it is no proof against somebody who builds a collision.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from warehouse.export_tables import Table
from warehouse.published import sync
from warehouse.statements import sql_text

FOLDER = "parquet"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file: `content` is the same for the same rows of the same columns."""

    rows: int
    content: str
    bytes: int
    sha256: str


Parts = dict[str, dict[str, Part]]


def write_parquet(con: duckdb.DuckDBPyConnection, tables: tuple[Table, ...], folder: Path, last: Path | None) -> int:
    """Write `folder/parquet`, linking from the publication `last` what did not change; the number of files written.

    A copy takes a link's place where the disk has none.
    """
    known = read_parts(last) if last else {}
    made: Parts = {}
    written = 0
    found = {table.name: contents(con, table) for table in tables}
    # One thread: several would cut row groups where they happen to meet, and bytes would differ from run to run.
    con.execute("SET threads = 1")
    for table in tables:
        made[table.name] = {}
        for month, (rows, content) in found[table.name].items():
            path = folder / FOLDER / table.name / f"{month}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            old = known.get(table.name, {}).get(month)
            if last and old and old.content == content and _linked(last / path.relative_to(folder), path, old):
                made[table.name][month] = old
                continue
            _write(con, table, month, path)
            made[table.name][month] = Part(rows, content, path.stat().st_size, sha256_of(path))
            written += 1
    con.execute("RESET threads")
    told = {table: {month: asdict(part) for month, part in parts.items()} for table, parts in made.items()}
    manifest = folder / FOLDER / MANIFEST
    manifest.parent.mkdir(parents=True, exist_ok=True)
    manifest.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sync(manifest)
    return written


def read_parts(publication: Path) -> Parts:
    """The parts of a publication by table and month; none where it was made before there were parts."""
    path = publication / FOLDER / MANIFEST
    if not path.exists():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    return {table: {month: Part(**part) for month, part in parts.items()} for table, parts in told.items()}


def contents(con: duckdb.DuckDBPyConnection, table: Table) -> dict[str, tuple[int, str]]:
    """(rows, hash of the content) of each month of a table, in order of month."""
    shape = json.dumps([(column.name, column.kind) for column in table.columns])
    found = con.execute(
        "SELECT r.month, count(*), sum(md5_number_lower(r.told)::HUGEINT), sum(md5_number_upper(r.told)::HUGEINT) "
        f"FROM (SELECT month, to_json(t)::VARCHAR AS told FROM ({table.rows})) AS r GROUP BY r.month ORDER BY r.month"
    ).fetchall()
    return {
        str(month): (int(rows), hashlib.sha256(f"{shape}|{rows}|{low}|{high}".encode()).hexdigest())
        for month, rows, low, high in found
    }


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(con: duckdb.DuckDBPyConnection, table: Table, month: str, path: Path) -> None:
    con.execute(
        f"COPY (SELECT * FROM (SELECT unnest(t) FROM ({table.rows}) WHERE month = {sql_text(month)}) "
        f"ORDER BY {table.order}) TO {sql_text(path)} (FORMAT parquet, COMPRESSION zstd)"
    )
    sync(path)


def _linked(old: Path, new: Path, part: Part) -> bool:
    """Whether the old file is there, whole, and now the new one too."""
    if not old.exists() or old.stat().st_size != part.bytes:
        return False
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
        sync(new)
    return True
