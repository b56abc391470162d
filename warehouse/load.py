"""Loading a night into a candidate: a copy of the last good file, which readers never see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from transforms.errors import InputError
from warehouse.build import SEEDS, connect_new, load_reference
from warehouse.runs import RunInfo, Step, begin_run, record_step
from warehouse.staging import BY_CLAIM, BY_VERSION, stage
from warehouse.statements import loading
from warehouse.transaction import transaction

__all__ = ["RunInfo", "held_open", "load_night", "open_candidate"]

WRITER = "warehouse.duckdb"
#: Tables to which no later step of a night adds rows and from which none removes any: what they hold is on record, so
#: that the checks can tell a part that was lost without a trace (`expectations/truths/no_text_is_lost.sql`).
HELD = ("versions", "appearances", "sentences", "mentions", "events", "evidence")
_MERGED = {
    "articles": {"keys": "article_id", "rank": "source_id, canonical_url"},
    "appearances": {"keys": "article_id, version_id, locator", "rank": "known_on, published_date, source_id"},
    "actors": {"keys": "actor_id", "rank": "kind, name"},
}


def open_candidate(home: Path, night: date, seeds: Path = SEEDS) -> Path:
    """Make `home/candidate/<night>.duckdb` afresh and return its path.

    It is a copy of `home/warehouse.duckdb` (or new, where there is none), migrated, with the reference tables
    filled from `seeds` and the views in place. An unfinished candidate of the night is thrown away.
    The caller holds the writer's lock. Raises SeedError or InputError where seeds or schema do not fit.
    """
    candidate = home / "candidate" / f"{night}.duckdb"
    candidate.parent.mkdir(parents=True, exist_ok=True)
    aside = candidate.with_suffix(".partial")
    for path in (candidate, aside):
        remove_database(path)
    if (home / WRITER).exists():
        shutil.copyfile(home / WRITER, aside)
    con = connect_new(aside)
    try:
        load_reference(con, seeds)
    finally:
        con.close()
    aside.replace(candidate)
    return candidate


@contextmanager
def held_open(candidate: Path) -> Iterator[None]:
    """The candidate stays open while several steps write to it one after the other, and goes to disk once, at the end.

    Every step commits; a kill leaves what was committed in the log beside the file. Without this each step that closes
    the file would write the blocks of all keys that it touched, which takes longer than the step on a large warehouse.
    """
    con = duckdb.connect(str(candidate))
    try:
        con.execute("SET checkpoint_threshold = '1GB'")
        yield
        con.execute("CHECKPOINT")
    finally:
        con.close()


def load_night(candidate: Path, night: date, staging: Path, run: RunInfo) -> dict[str, int]:
    """Load what a night staged into its candidate, in one transaction; returns rows written by table.

    The rows of a staged text replace those that the warehouse holds of it, and the text keeps the earliest
    `known_on`. A text of which one row breaks the schema, or uses a word that the ontology lacks, is set aside whole
    (stage `load`, reason `bad_row`), and the night goes on. The same staging again changes nothing but `ops_*`.
    Raises InputError where staging is not whole, or where rows that belong to no text break the schema.
    """
    con = duckdb.connect(str(candidate))
    try:
        stage(con, staging)
        rejected = _unknown_words(con)
        staged = [str(row[0]) for row in con.execute("SELECT version_id FROM staged_versions ORDER BY 1").fetchall()]
        sound = [version for version in staged if version not in rejected]
        counts, why = _write(con, night, run, sound, rejected)
        if why is not None:
            sound = _sound(con, sound, rejected)
            counts, why = _write(con, night, run, sound, rejected)
        if why is not None:
            raise InputError(f"rows that break the schema ({why})", str(staging), "mend the step that made them")
        return counts
    finally:
        con.close()


def remove_database(path: Path) -> None:
    """Remove a DuckDB file and the log that a killed writer may have left beside it."""
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)


def _unknown_words(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rejected: dict[str, str] = {}
    for version, column, word, ontology in con.execute(loading("unknown_words")).fetchall():
        told = f"unknown {column} {word!r}: add a row to seeds/ontology/{ontology}.csv, or mend the extractor"
        rejected[version] = f"{rejected[version]}; {told}" if version in rejected else told
    return rejected


def _sound(con: duckdb.DuckDBPyConnection, versions: Sequence[str], rejected: dict[str, str]) -> list[str]:
    """The versions that load together; each other one is added to `rejected` with the reason.

    Halves what does not load until single versions are left: a few trials for each bad one.
    """
    good: list[str] = []
    groups = [list(versions)]
    while groups:
        group = groups.pop()
        why = _trial(con, [*good, *group])
        if why is None:
            good.extend(group)
        elif len(group) == 1:
            rejected[group[0]] = why
        elif group:
            half = len(group) // 2
            groups.extend((group[half:], group[:half]))
    return good


def _trial(con: duckdb.DuckDBPyConnection, versions: Sequence[str]) -> str | None:
    """Why these versions do not load together; None where they do. Nothing is kept."""
    con.execute("BEGIN")
    try:
        _replace(con, versions)
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        return _first_line(error)
    finally:
        con.execute("ROLLBACK")
    return None


def _write(
    con: duckdb.DuckDBPyConnection, night: date, run: RunInfo, versions: Sequence[str], rejected: dict[str, str]
) -> tuple[dict[str, int], str | None]:
    """Write the night, or nothing and the reason why not."""
    try:
        with transaction(con):
            before = {table: _held(con, table) for table in HELD}
            counts = _replace(con, versions)
            counts["set_aside"] = _set_aside(con, night, rejected)
            begin_run(con, night, run)
            read = len(versions) + len(rejected)
            record_step(con, run.run_id, Step("load", read, len(versions), len(rejected), None))
            for table in HELD:
                record_step(con, run.run_id, Step(f"holds {table}", before[table], _held(con, table), None, None))
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        return {}, _first_line(error)
    return counts, None


def _replace(con: duckdb.DuckDBPyConnection, versions: Sequence[str]) -> dict[str, int]:
    con.execute(loading("accepted"), [list(versions)])
    for name in ("replaced", "old_claims", "kept_appearances", "kept_articles", "kept_actors"):
        con.execute(loading(name))
    for table in (*BY_CLAIM, "corrected_values"):  # The machine's values of before: what is written now is fresher.
        con.execute(loading("delete_by_claim", table=table))
    for table in (*BY_VERSION, "versions"):
        con.execute(loading("delete_by_version", table=table))
    con.execute(loading("replace_sources"))
    con.execute(loading("mark_pending"))
    counts = {"versions": _changed(con, "insert_versions")}
    counts |= {table: _changed(con, "insert_by_version", table=table) for table in BY_VERSION}
    counts |= {table: _changed(con, "insert_by_claim", table=table) for table in BY_CLAIM}
    counts |= {table: _changed(con, "merge", table=table, **names) for table, names in _MERGED.items()}
    for name in ("drop_unused_actors", "name_actors", "drop_unused_members"):
        con.execute(loading(name))
    return counts


def _set_aside(con: duckdb.DuckDBPyConnection, night: date, rejected: dict[str, str]) -> int:
    con.execute(loading("rejected"), [list(rejected), list(rejected.values())])
    con.execute(loading("replace_set_aside"), {"night": night})
    row = con.execute(loading("insert_set_aside"), {"night": night}).fetchone()
    return int(row[0]) if row else 0


def _held(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _changed(con: duckdb.DuckDBPyConnection, name: str, **names: str) -> int:
    row = con.execute(loading(name, **names)).fetchone()
    return int(row[0]) if row else 0


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
