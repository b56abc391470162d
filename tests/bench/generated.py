"""A warehouse of generated events, filled by set-based SQL (`warehouse.sql`), and a night to load into it.

Keys are slow to fill row by row: the tables are made without them, filled in the order of time, and then given the
keys that the DDL declares. Ledgers are what `warehouse.ledgers` tells of the generated claims. The same size and seed
give the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

import duckdb

from tests.warehouse.conftest import Told, text_of
from transforms.extract import EXTRACTOR_VERSION
from transforms.identities import Reader
from transforms.records import Participant
from transforms.shingles import BANDS, METHOD
from warehouse.build import connect_new, load_reference
from warehouse.ledgers import LEDGERS, bring_up
from warehouse.statements import HERE

SEED, A_NIGHT, VALIDATED_TEXTS = 1, 1_000, 3_000
NIGHT, LAST_DAY = date(2025, 12, 28), date(2025, 12, 27)
# What DuckDB may use: the machine of the targets has two cores, and others work on it.
MEMORY = "8GB"
_KEY = re.compile(r",\s*PRIMARY KEY \(([^)]*)\)")
_FILLED = re.compile(r"(?:--.*\n|\s)*INSERT INTO (\w+)")


def generate(file: Path, events: int, seed: int = SEED) -> None:
    """Fill a new warehouse file with so many events, ten in three texts, one text in twelve a copy. 10,000 of them
    (fewer in a small file) are told in one night (`validated_night`)."""
    connect_new(file).close()
    statements = duckdb.extract_statements(_bound(events, seed))
    filled = [*dict.fromkeys(found.group(1) for one in statements if (found := _FILLED.match(one.query))), *LEDGERS]
    with duckdb.connect(str(file)) as con:
        con.execute(f"SET memory_limit = '{MEMORY}'")
        con.execute("SET enable_progress_bar = false")
        load_reference(con)
        with _without_keys(con, filled):
            for one in statements:
                con.execute(one)
            bring_up(con, LAST_DAY, EXTRACTOR_VERSION)
        con.execute("CHECKPOINT")


def validated_night(file: Path) -> date:
    """The night of a generated file that has the most texts."""
    with duckdb.connect(str(file), read_only=True) as con:
        row = con.execute(
            "SELECT known_on FROM versions GROUP BY known_on ORDER BY count(*) DESC, 1 LIMIT 1"
        ).fetchone()
    assert row is not None
    return date.fromisoformat(str(row[0]))


def a_night(size: int = A_NIGHT, seed: int = SEED) -> list[Told]:
    """Texts of one claim each, of sides drawn with a long tail as in the large warehouse."""
    draw, states = Random(seed), _states(seed)
    words = [f"{a}{b}{c}" for a in ("ba", "de", "ki", "lo") for b in ("ra", "ne", "so", "tu") for c in ("n", "m", "x")]
    texts = []
    for number in range(size):
        told = text_of(f"n{number} {' '.join(draw.choices(words, k=60))}", night=NIGHT)
        claim = told.rows["events"][0].claim_id
        sides = [states[int(len(states) * draw.random() ** 2)] for _ in range(2)]
        parties = (Participant(claim, "actor", 0, sides[0], "a"), Participant(claim, "target", 0, sides[1], "b"))
        actors = tuple(type(told.rows["actors"][0])(side, "state", side) for side in dict.fromkeys(sides))
        mentions = tuple(
            type(told.rows["mentions"][0])(told.version.version_id, "text", place, place + 1, "x", side, "alias")
            for place, side in enumerate(dict.fromkeys(sides))
        )
        texts.append(Told(told.rows | {"participants": parties, "actors": actors, "mentions": mentions}))
    return texts


def _states(seed: int) -> list[str]:
    """The states of the generated claims, the most frequent first, as `warehouse.sql` draws them."""
    with duckdb.connect() as con:
        rows = con.execute(
            f"SELECT id FROM read_csv(?, all_varchar = true) WHERE kind = 'state' ORDER BY hash(id, {seed}) LIMIT 190",
            [str(HERE.parent / "seeds" / "countries.csv")],
        ).fetchall()
    return [str(row[0]) for row in rows]


def _bound(events: int, seed: int) -> str:
    text = (Path(__file__).parent / "warehouse.sql").read_text(encoding="utf-8")
    texts = (events * 3 + 9) // 10
    night_texts = min(VALIDATED_TEXTS, texts // 10)
    given = {
        "night_texts": night_texts,
        "night_from": texts * 39 // 40 - night_texts,
        "events": events,
        "texts": texts,
        "seed": seed,
        "method": METHOD,
        "bands": BANDS,
        "knowledge": Reader.load().knowledge,
        "extractor": EXTRACTOR_VERSION,
    }
    for name, value in given.items():
        text = text.replace(f"${name}", str(value))
    return text


@contextmanager
def _without_keys(con: duckdb.DuckDBPyConnection, tables: list[str]) -> Iterator[None]:
    """Empty tables without the keys that their DDL declares; filled inside, they get them afterwards."""
    ddl = {table: (HERE / "schema" / f"{table}.sql").read_text(encoding="utf-8") for table in tables}
    for table, statements in ddl.items():
        con.execute(f"DROP TABLE {table}")
        con.execute(_KEY.sub("", statements))
    yield
    for table, statements in ddl.items():
        if key := _KEY.search(statements):
            con.execute(f"ALTER TABLE {table} ADD PRIMARY KEY ({key.group(1)})")
