"""A night of 1,000 generated articles loaded and clustered on a large warehouse and on an empty one:
`make bench-warehouse` (`EVENTS=200000` for another size than 5,000,000).

Both run in one process, one after the other, by the code that a night runs; read the ratio beside the seconds. The
large warehouse is generated in a folder that is removed afterwards. The statements of `warehouse/questions`, where
there are any, are timed on it: the median of five runs beside a bare scan of the largest table that each reads.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from statistics import median

import duckdb

from tests.warehouse.conftest import Told, stage_night, text_of
from transforms.cluster_nights import recluster
from transforms.copies import seek
from transforms.records import Participant
from transforms.shingles import BANDS, METHOD, sign
from warehouse.build import connect_new, load_reference
from warehouse.clusters import open_claims
from warehouse.copies import open_shelf
from warehouse.load import WRITER, RunInfo, load_night, open_candidate
from warehouse.statements import HERE, read_statement

EVENTS, A_NIGHT, SEED, RUNS = 5_000_000, 1_000, 1, 5
NIGHT = date(2025, 12, 28)
STEPS = ("copy of the file and reference", "load_night", "copies", "clusters")


@dataclass(frozen=True, slots=True)
class Question:
    """One statement: its name, the median seconds, and those of a bare scan of the largest table it reads."""

    name: str
    seconds: float
    scan: float


def generate(file: Path, events: int, seed: int = SEED) -> None:
    """Fill a new warehouse file with so many events."""
    connect_new(file).close()
    statement = (Path(__file__).parent / "warehouse.sql").read_text(encoding="utf-8")
    given = {"events": events, "texts": (events + 1) // 2, "seed": seed, "method": METHOD, "bands": BANDS}
    for name, value in given.items():
        statement = statement.replace(f"${name}", str(value))
    with duckdb.connect(str(file)) as con:
        con.execute("SET enable_progress_bar = false")
        con.execute("SET preserve_insertion_order = true")
        load_reference(con)
        for one in statement.split(";"):
            con.execute(one)
        con.execute("CHECKPOINT")


def a_night(size: int = A_NIGHT, seed: int = SEED) -> list[Told]:
    """Texts of one claim each, of sides drawn as in the large warehouse."""
    draw = Random(seed)
    words = [f"{a}{b}{c}" for a in ("ba", "de", "ki", "lo") for b in ("ra", "ne", "so", "tu") for c in ("n", "m", "x")]
    texts = []
    for number in range(size):
        told = text_of(f"n{number} {' '.join(draw.choices(words, k=60))}", night=NIGHT)
        claim = told.rows["events"][0].claim_id
        sides = [f"S{int(200 * draw.random() ** 2):03}" for _ in range(2)]
        parties = (Participant(claim, "actor", 0, sides[0], "a"), Participant(claim, "target", 0, sides[1], "b"))
        actors = tuple(type(told.rows["actors"][0])(side, "state", side) for side in dict.fromkeys(sides))
        mentions = tuple(
            type(told.rows["mentions"][0])(told.version.version_id, "text", place, place + 1, "x", side, "alias")
            for place, side in enumerate(dict.fromkeys(sides))
        )
        texts.append(Told(told.rows | {"participants": parties, "actors": actors, "mentions": mentions}))
    return texts


def night_on(home: Path, texts: Sequence[Told]) -> dict[str, float]:
    """Seconds of each step of a night on the warehouse of a state folder."""
    staging = stage_night(home, NIGHT, [texts])
    seconds: dict[str, float] = {}

    def timed(name: str, step: Callable[[], object]) -> None:
        start = time.perf_counter()
        step()
        seconds[name] = time.perf_counter() - start

    candidate = home / "candidate" / f"{NIGHT}.duckdb"
    timed(STEPS[0], lambda: open_candidate(home, NIGHT))
    run = RunInfo("bench", datetime(2025, 12, 29, tzinfo=UTC), "1")
    timed(STEPS[1], lambda: load_night(candidate, NIGHT, staging, run))
    timed(STEPS[2], lambda: _copies(candidate))
    timed(STEPS[3], lambda: _clusters(candidate))
    return seconds


def _copies(candidate: Path) -> None:
    with open_shelf(candidate, METHOD, sign) as shelf:
        shelf.store(seek(shelf))


def _clusters(candidate: Path) -> None:
    with open_claims(candidate) as claims:
        claims.store(*recluster(claims))


def questions(file: Path) -> Iterator[Question]:
    """Each statement of `warehouse/questions`, run with its default parameters (`-- default_<name>: value`)."""
    con = duckdb.connect(str(file), read_only=True)
    try:
        tables = dict(con.execute("SELECT table_name, estimated_size FROM duckdb_tables()").fetchall())
        for path in sorted((HERE / "questions").glob("*.sql")):
            asked = read_statement(path)
            given = {name[8:]: value for name, value in asked.header.items() if name.startswith("default_")}
            given = {name: value for name, value in given.items() if re.search(rf"\${name}\b", asked.sql)}
            largest = max((name for name in asked.reads if name in tables), key=lambda name: tables[name], default=None)
            scan = f"SELECT count(t) FROM {largest} AS t" if largest else "SELECT 1"
            yield Question(path.stem, _median(con, asked.sql, given), _median(con, scan, {}))
    finally:
        con.close()


def _median(con: duckdb.DuckDBPyConnection, sql: str, given: dict[str, str]) -> float:
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        con.execute(sql, given or None).fetchall()
        taken.append(time.perf_counter() - start)
    return median(taken)


def told(large: dict[str, float], empty: dict[str, float], events: int) -> Iterator[str]:
    """The lines on the night: seconds of each step on both, and the ratio of the sum without the copy of the file."""
    yield f"seconds of a night of {A_NIGHT:,} articles on {events:,} events and on none"
    yield f"  {'step':32} {'large':>8} {'empty':>8} {'ratio':>7} {'more':>7}"
    sums = [sum(one[step] for step in STEPS[1:]) for one in (large, empty)]
    rows = [(step, large[step], empty[step]) for step in STEPS]
    for step, one, other in [*rows, ("load, copies and clusters", sums[0], sums[1])]:
        yield f"  {step:32} {one:8.2f} {other:8.2f} {one / other:7.2f} {one - other:6.2f}s"


def main() -> None:
    """Measure the default size, or that given as an argument."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    folder = Path(tempfile.mkdtemp(prefix="bench-warehouse-"))
    try:
        texts = a_night()
        (folder / "large").mkdir()
        start = time.perf_counter()
        generate(folder / "large" / WRITER, events)
        size = (folder / "large" / WRITER).stat().st_size / 2**30
        print(f"{events:,} events generated in {time.perf_counter() - start:.1f} s, {size:.2f} GiB", file=sys.stderr)
        empty = night_on(folder / "empty", texts)
        large = night_on(folder / "large", texts)
        print(*told(large, empty, events), sep="\n", flush=True)
        for one in questions(folder / "large" / "candidate" / f"{NIGHT}.duckdb"):
            print(f"  {one.name:40} {one.seconds:8.3f} s, {one.seconds / one.scan:6.1f} scans")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
