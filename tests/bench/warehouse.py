"""What five million generated events cost: `make bench-warehouse` (`EVENTS=200000` for another size).

Printed, never asserted, and measured in one run on one machine: a night of 1,000 articles loaded on the large
warehouse and on an empty one, part by part; a night of 10,000 events validated, beside the same statements as bare SQL;
what publishing writes; and the questions on the published file, each the median of five beside a bare scan of the
largest table that it reads. Seconds are by the clock, and of the processor, which say more where other work shares the
machine. The warehouse is generated in a folder below TMPDIR that is removed afterwards.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import pandas as pd

from expectations.run import validate
from tests.bench.generated import MEMORY, NIGHT, a_night, generate, validated_night
from tests.warehouse.conftest import Told, stage_night
from transforms.cluster_nights import recluster
from transforms.copies import seek
from transforms.extract import EXTRACTOR_VERSION
from transforms.identities import Reader, tie
from transforms.shingles import METHOD, sign
from warehouse.ask import Question, answer, questions
from warehouse.clusters import open_claims
from warehouse.contents import content_hashes
from warehouse.copies import open_shelf
from warehouse.copy import write_copy
from warehouse.corrections import apply_corrections, pairs
from warehouse.identities import store_identities
from warehouse.ledgers import update_ledgers
from warehouse.load import WRITER, RunInfo, held_open, load_night, open_candidate
from warehouse.query import reader
from warehouse.statements import HERE, read_statement

EVENTS, RUNS, SLOWEST = 5_000_000, 5, 12
OF_NIGHT = "SELECT version_id FROM versions WHERE known_on = ?"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of the processor (all threads together)."""

    clock: float
    processor: float

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.clock + other.clock, self.processor + other.processor)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its median, that of a bare scan of the largest table it reads, and the rows of its answer."""

    question: Question
    spent: Spent
    largest: str
    scan: Spent
    rows: int


def spent_on(step: Callable[[], object]) -> Spent:
    """What one call takes."""
    clock, processor = time.perf_counter(), time.process_time()
    step()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def night_on(home: Path, texts: Sequence[Told]) -> dict[str, Spent]:
    """What each part of loading a night takes on the warehouse of a state folder (`dags.local.steps.load`)."""
    staging = stage_night(home, NIGHT, [texts])
    candidate = home / "candidate" / f"{NIGHT}.duckdb"
    run = RunInfo("bench", datetime(2025, 12, 29, tzinfo=UTC), EXTRACTOR_VERSION)
    reading = Reader.load()
    parts: dict[str, Callable[[], object]] = {
        "candidate: file, views, seeds": lambda: open_candidate(home, NIGHT),
        "load_night": lambda: load_night(candidate, NIGHT, staging, run),
        "corrections": lambda: apply_corrections(candidate, []),
        "identities": lambda: store_identities(candidate, reading.knowledge, reading.read, tie),
        "copies": lambda: _copies(candidate),
        "clusters": lambda: _clusters(candidate),
        "ledgers": lambda: update_ledgers(candidate, NIGHT, EXTRACTOR_VERSION),
    }
    first, *others = parts
    spent = {first: spent_on(parts[first])}
    with ExitStack() as held:
        held.enter_context(held_open(candidate))
        spent |= {name: spent_on(parts[name]) for name in others}
        spent["to disk"] = spent_on(held.close)
    return spent


def _copies(candidate: Path) -> None:
    with open_shelf(candidate, METHOD, sign) as shelf:
        shelf.store(seek(shelf))


def _clusters(candidate: Path) -> None:
    together, apart = pairs(candidate)
    with open_claims(candidate) as claims:
        claims.store(*recluster(claims, together, apart))


def told_of_load(large: dict[str, Spent], empty: dict[str, Spent], copied: Spent, events: int) -> Iterator[str]:
    """The lines on the load. `copied` is what copying the bytes of the file alone takes, which is part of the first."""
    yield f"a night loaded on {events:,} events and on none: seconds (and of the processor)"
    yield f"  {'':30} {'large':>15} {'empty':>15} {'ratio':>6} {'more':>8}"
    first, *others = large
    rest = [sum((one[name] for name in others), Spent(0, 0)) for one in (large, empty)]
    opened = Spent(max(0, large[first].clock - copied.clock), max(0, large[first].processor - copied.processor))
    for name, one, other in [
        *((name, large[name], empty[name]) for name in large),
        ("all", rest[0] + large[first], rest[1] + empty[first]),
        ("all but the copy of the file", rest[0] + opened, rest[1] + empty[first]),
    ]:
        ratio, more = one.clock / other.clock, one.clock - other.clock
        yield f"  {name:30} {_shown(one)} {_shown(other)} {ratio:6.2f} {more:7.2f}s"
    yield f"  a copy of the file alone: {copied.clock:.2f} s"


def validation(file: Path) -> Iterator[str]:
    """The lines on validating the fullest night of a file: through Great Expectations and as bare SQL, import apart."""
    night = validated_night(file)
    with reader(file) as query:
        asked: list[str] = []
        loaded = spent_on(lambda: validate(query, night, ()))

        def noting(sql: str) -> pd.DataFrame:
            asked.append(sql)
            return query(sql)

        verdict: list[Any] = []
        whole = spent_on(lambda: verdict.append(validate(noting, night)))
    with closing(duckdb.connect(str(file), read_only=True)) as con:
        each = [(sql, spent_on(partial(_rows, con, sql))) for sql in asked]
    bare = sum((spent for _, spent in each), Spent(0, 0))
    claims = _one(file, f"SELECT count(*) FROM events SEMI JOIN ({OF_NIGHT}) AS v USING (version_id)", night)
    yield f"the night of {night} ({claims:,} events) validated: seconds (and of the processor)"
    yield f"  {'checks through the library':30} {_shown(whole)}"
    yield f"  {'the same statements, bare SQL':30} {_shown(bare)}  ratio {whole.clock / bare.clock:.2f}"
    yield f"  import and context, apart: {loaded.clock:.1f} s; checks failed: {_failed(verdict[0])}"
    for sql, one in sorted(each, key=lambda row: -row[1].clock)[:SLOWEST]:
        yield f"    {_shown(one)} {' '.join(sql.split())[-90:]}"


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    return con.execute(sql).fetchall()


def _failed(verdict: Any) -> str:
    return ", ".join(result.expectation for result in (*verdict.failures, *verdict.warnings)) or "none"


def publication(source: Path, target: Path) -> Iterator[str]:
    """The lines on what publishing takes; `target` is written."""
    copied = spent_on(lambda: write_copy(source, target))
    size = target.stat().st_size / 2**30
    yield f"published file written: {copied.clock:.1f} s ({copied.processor:.1f}), {size:.2f} GiB"
    hashed = spent_on(lambda: content_hashes(source))
    yield f"content hashes: {hashed.clock:.1f} s ({hashed.processor:.1f})"


def ask_all(file: Path, runs: int = RUNS) -> Iterator[Asked]:
    """Every question on a published file, with the values that it has by default."""
    with closing(duckdb.connect(str(file), read_only=True)) as con:
        con.execute(f"SET memory_limit = '{MEMORY}'")
        sizes = dict(con.execute("SELECT table_name, estimated_size FROM duckdb_tables()").fetchall())
        for one in questions():
            tables = _tables(one.statement.reads, sizes.keys())
            largest = max(tables, key=lambda name: (sizes[name], name))
            spent = _median(partial(answer, con, one, {}), runs)
            scan = _median(partial(_rows, con, f"SELECT count(COLUMNS(*)) FROM {largest}"), runs)
            yield Asked(one, spent, largest, scan, len(answer(con, one, {})))


def _tables(names: Iterable[str], known: Iterable[str]) -> set[str]:
    """The tables that statements read, through views and macros."""
    known, found, seen = set(known), set(), set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in known:
            found.add(name)
        for path in (HERE / kind / f"{name}.sql" for kind in ("views", "macros")):
            if name not in known and path.exists():
                waiting.extend(read_statement(path).reads)
    return found


def told_of_questions(asked: Iterable[Asked]) -> Iterator[str]:
    """The lines on the questions."""
    yield "questions on the published file: median seconds (and of the processor), beside a scan of the largest table"
    clocks = []
    for one in asked:
        clocks.append(one.spent.clock)
        ratio = one.spent.clock / one.scan.clock
        name = one.question.statement.path.stem
        scan = f"{ratio:7.1f} scans of {one.largest} {_shown(one.scan)}"
        yield f"  {name:26} {_shown(one.spent)} {scan} {one.rows:9,} rows"
    yield f"  median of the {len(clocks)}: {median(clocks):.2f} s, slowest {max(clocks):.2f} s"


def _median(step: Callable[[], object], runs: int) -> Spent:
    taken = [spent_on(step) for _ in range(runs)]
    return Spent(median(one.clock for one in taken), median(one.processor for one in taken))


def _shown(spent: Spent) -> str:
    return f"{spent.clock:7.2f} ({spent.processor:5.2f})"


def _one(file: Path, sql: str, *values: object) -> int:
    with closing(duckdb.connect(str(file), read_only=True)) as con:
        row = con.execute(sql, list(values)).fetchone()
    return int(row[0]) if row else 0


def measure(folder: Path, events: int, runs: int = RUNS) -> Iterator[str]:
    """Generate and measure in a folder; the lines as they come."""
    texts = a_night()
    large, empty = folder / "large", folder / "empty"
    large.mkdir(parents=True)
    made = spent_on(lambda: generate(large / WRITER, events))
    size = (large / WRITER).stat().st_size / 2**30
    yield f"{events:,} events generated in {made.clock:.0f} s ({made.processor:.0f} of the processor), {size:.2f} GiB"
    yield from validation(large / WRITER)
    copied = spent_on(lambda: shutil.copyfile(large / WRITER, large / "copy"))
    (large / "copy").unlink()
    on_none = night_on(empty, texts)
    on_many = night_on(large, texts)
    yield from told_of_load(on_many, on_none, copied, events)
    (large / WRITER).unlink()
    yield from publication(large / "candidate" / f"{NIGHT}.duckdb", large / "published.duckdb")
    yield from told_of_questions(ask_all(large / "published.duckdb", runs))


def main() -> None:
    """Measure the default size, or that given as an argument."""
    folder = Path(tempfile.mkdtemp(prefix="bench-warehouse-"))
    try:
        for line in measure(folder, int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS):
            print(line, flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
