"""One small good night in DuckDB, built from the records and the warehouse's own schema, and copied for each test."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from transforms.claims import claim_key
from transforms.frames import table
from transforms.ingest.identity import article_id, version_id
from transforms.records import (
    TABLES,
    Actor,
    Appearance,
    Article,
    Cluster,
    ClusterMember,
    Condition,
    Event,
    Evidence,
    Link,
    Measure,
    Mention,
    Participant,
    Quantity,
    Reading,
    Sentence,
    SetAside,
    Source,
    Version,
)
from warehouse.build import create_views, load_reference, migrate
from warehouse.ledgers import bring_up
from warehouse.load import HELD

ROOT = Path(__file__).parents[2]
NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]


@dataclass(frozen=True)
class Told:
    """A claim in short: its sentence by number, its trigger, its parties as (actor_id, words of the text)."""

    sentence: int
    trigger: str
    type: str
    action: str
    status: str
    actors: tuple[tuple[str, str], ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    measures: tuple[str, ...] = ()
    scope: str | None = None
    condition: str | None = None
    quantity: float | None = None


@dataclass(frozen=True)
class Text:
    """An article in short: its sentences are joined by one blank."""

    title: str | None
    sentences: tuple[str, ...]
    claims: tuple[Told, ...]
    url: str | None
    published: date = NIGHT
    source: str = "wire"
    known_on: date = NIGHT


@dataclass
class Rows:
    """Rows by table, gathered text by text."""

    tables: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def add(self, *rows: Any) -> None:
        """Put rows into the table of their class."""
        for row in rows:
            name = next(n for n, cls in TABLES.items() if isinstance(row, cls))
            if row not in self.tables[name]:
                self.tables[name].append(row)


def add_text(rows: Rows, text: Text) -> None:
    """Turn an article in short into the rows of every table."""
    body = " ".join(text.sentences)
    version = version_id(body)
    article = article_id(text.source, text.url, body)
    rows.add(Article(article, text.source, text.url))
    rows.add(
        Version(
            version,
            article,
            text.title,
            body,
            len(body),
            "en",
            None,
            text.published,
            "given",
            None,
            text.known_on,
            hashlib.sha256(body.encode()).hexdigest(),
        )
    )
    locator = text.url or "articles/plain.txt"
    rows.add(Appearance(article, version, text.source, locator, text.published, text.known_on))
    at = 0
    spans = []
    for number, sentence in enumerate(text.sentences):
        spans.append((at, at + len(sentence)))
        rows.add(Sentence(version, "text", number, at, at + len(sentence)))
        at += len(sentence) + 1
    for ordinal, told in enumerate(text.claims):
        add_claim(rows, version, body, spans[told.sentence], ordinal, told)


def add_claim(rows: Rows, version: str, body: str, span: tuple[int, int], ordinal: int, told: Told) -> None:
    """Turn a claim in short into its rows; every offset is found in the text."""
    start, end = span
    claim = claim_key(version, told.type, Sentence(version, "text", told.sentence, start, end), ordinal)
    found = (told.start, told.end, told.precision, None, "rule")
    said = (None, None, None, "narrator", 0.8, "test-1")
    extra = (told.scope, None, None)
    rows.add(Event(claim, version, ordinal, told.type, told.action, told.status, "rule", *extra, *found, *said))
    for role, parties in (("actor", told.actors), ("target", told.targets)):
        for number, (actor, name) in enumerate(parties):
            kind = "group_open" if actor.startswith("OPEN:") else "state"
            if actor not in {known.actor_id for known in rows.tables["actors"]}:
                rows.add(Actor(actor, kind, name))
            rows.add(Participant(claim, role, number, actor, name))
            place = body.index(name, start)
            rows.add(Mention(version, "text", place, place + len(name), name, actor, "alias"))
    rows.add(*(Measure(claim, measure) for measure in told.measures))
    if told.condition:
        place = body.index(told.condition)
        rows.add(Condition(claim, told.condition, place, place + len(told.condition), date(2019, 2, 3)))
    if told.quantity:
        rows.add(Quantity(claim, 0, told.quantity, "eq", "person"))
    rows.add(Evidence(claim, version, "text", "sentence", start, end, body[start:end]))
    place = body.index(told.trigger, start)
    rows.add(Evidence(claim, version, "text", "trigger", place, place + len(told.trigger), told.trigger))
    rows.add(Cluster(claim, told.type, told.action, None), ClusterMember(claim, claim, "alone", 1.0, "{}", True))


USA, VEN = ("USA", "United States"), ("VEN", "Venezuela")
GUAIDO = ("NAME:Guaidó", "Juan Guaidó")

TEXTS = (
    Text(
        "Washington moves against Caracas <script>alert('title')</script>",
        (
            "The \U0001f6e2 oil market held its breath on Monday.",
            "The United States imposed sanctions on Venezuela and its state oil company on 28 January.",
            "Earlier, the United States had recognised Juan Guaidó as interim president.",
            "Several European states, among them Spain, threatened to do so unless elections were called by Sunday.",
        ),
        (
            Told(
                1,
                "imposed sanctions",
                "sanction",
                "impose",
                "occurred",
                (USA,),
                (VEN,),
                date(2019, 1, 28),
                date(2019, 1, 28),
                "day",
                ("asset_freeze", "trade_ban"),
                "international",
            ),
            Told(2, "recognised", "recognition", "recognise", "occurred", (USA,), (GUAIDO,), None, NIGHT, "before"),
            Told(
                3,
                "threatened",
                "recognition",
                "recognise",
                "threatened",
                (("OPEN:several European states", "Several European states"), ("ESP", "Spain")),
                condition="unless elections were called by Sunday",
            ),
        ),
        "https://wire.example/2019/01/31/caracas?a=1&b=2",
    ),
    Text(
        "Moscow and Ankara stand by Maduro",
        (
            "Russia and Turkey voiced their backing for Maduro on Thursday.",
            "Uruguay and Mexico will hold a conference in Montevideo on 7 February.",
            "Canada urged the European Union to freeze the assets of 18 officials.",
            "The ministry in Moscow condemned the United States on Thursday.",
        ),
        (
            Told(
                0,
                "backing",
                "recognition",
                "back",
                "occurred",
                (("RUS", "Russia"), ("TUR", "Turkey")),
                (("NAME:Maduro", "Maduro"),),
                NIGHT,
                NIGHT,
                "day",
            ),
            Told(
                1,
                "hold a conference",
                "diplomatic_action",
                "convene",
                "planned",
                (("URY", "Uruguay"), ("MEX", "Mexico")),
                (),
                date(2019, 2, 7),
                date(2019, 2, 7),
                "day",
            ),
            Told(
                2,
                "freeze the assets",
                "sanction",
                "impose",
                "called_for",
                (("EU", "European Union"),),
                (("OPEN:18 officials", "18 officials"),),
                measures=("asset_freeze",),
                scope="international",
                quantity=18,
            ),
            Told(
                3,
                "condemned",
                "diplomatic_action",
                "condemn",
                "occurred",
                (("RUS", "Moscow"),),
                (USA,),
                NIGHT,
                NIGHT,
                "day",
            ),
        ),
        "https://wire.example/2019/01/31/moscow",
    ),
    Text(
        None,
        (
            "France expelled two diplomats of Belarus on Tuesday.",
            "Japan and the Philippines signed an agreement on Wednesday.",
            "Ghana offered to mediate between Mali and its neighbours, the ministry said.",
            "The spokesperson denied that talks had been broken off.",
        ),
        (
            Told(
                0,
                "expelled",
                "diplomatic_action",
                "expel_diplomat",
                "occurred",
                (("FRA", "France"),),
                (("BLR", "Belarus"),),
                date(2019, 1, 29),
                date(2019, 1, 29),
                "day",
            ),
            Told(
                1,
                "signed an agreement",
                "diplomatic_action",
                "sign_agreement",
                "occurred",
                (("JPN", "Japan"), ("PHL", "Philippines")),
                (),
                date(2019, 1, 30),
                date(2019, 1, 30),
                "day",
            ),
            Told(2, "mediate", "diplomatic_action", "mediate", "offered", (("GHA", "Ghana"),)),
            Told(
                3,
                "broken off",
                "diplomatic_action",
                "deny",
                "occurred",
                (("OPEN:the spokesperson", "The spokesperson"),),
            ),
        ),
        None,
        source="folder",
    ),
)


def good_rows() -> Rows:
    """The rows of the good night."""
    rows = Rows()
    rows.add(Source("wire", "The Wire", "feed", "https://wire.example/feed", "GBR", None, "en", None))
    rows.add(Source("folder", "A folder of texts", "folder", "articles", None, None, None, None))
    for text in TEXTS:
        add_text(rows, text)
    said = [event for event in rows.tables["events"] if event.type == "diplomatic_action"]
    answer = next(event for event in said if event.action == "condemn")
    earlier = next(event for event in said if event.version_id == answer.version_id and event != answer)
    rows.add(Link(answer.claim_id, 1, earlier.claim_id, "answers"))
    pair = (("RUS", True), ("TUR", False))
    body = next(version.text for version in rows.tables["versions"] if version.version_id == answer.version_id)
    at = body.index("The ministry in Moscow")
    for number, (actor, is_preferred) in enumerate(pair, 1):
        place = (at, at + len("The ministry"), "The ministry")
        rows.add(Reading(answer.claim_id, number, "actor", actor, is_preferred, "named_first", *place))
    rows.add(SetAside(NIGHT, "wire", "https://wire.example/fr/1", "ingest", "not_english", "language fr", "fr"))
    return rows


def build(con: duckdb.DuckDBPyConnection) -> None:
    """The warehouse's own tables, reference tables and views, then the good night."""
    migrate(con)
    create_views(con)
    load_reference(con, ROOT / "seeds")
    for name, rows in good_rows().tables.items():
        batch = table(TABLES[name], rows)
        con.register("batch", batch)
        con.execute(f"INSERT INTO {name} BY NAME SELECT * FROM batch")
        con.unregister("batch")
    con.execute(
        "INSERT INTO ops_runs (run_id, night, started_at, status, extractor_version, schema_version) "
        "VALUES ('run-1', DATE '2019-01-31', TIMESTAMPTZ '2019-02-01 01:00:00+00', 'running', 'test-1', 1)"
    )
    con.execute(
        "INSERT INTO ops_steps (run_id, step, rows_in, rows_out, status) VALUES ('run-1', 'load', 3, 3, 'done')"
    )
    for name in HELD:
        con.execute(
            f"INSERT INTO ops_steps SELECT 'run-1', 'holds {name}', 0, count(*), NULL, NULL, 'done' FROM {name}"
        )
    con.execute(
        "INSERT INTO ops_eval SELECT r.extractor_version, 'seeds', 'own', 'all', 'all', 'event', 8, 9, 10, 5, 0.842, "
        "0.7, 0.9, r.started_at FROM ops_runs AS r"
    )
    con.execute("INSERT INTO ops_twice SELECT 'run-1', v.version_id, true, NULL FROM versions AS v")
    con.execute("INSERT INTO ops_pending SELECT version_id FROM versions")
    bring_up(con, NIGHT, "test-1")


@pytest.fixture(scope="session")
def good_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good night without keys and constraints, so that a test can break a truth that the schema also guards."""
    folder = tmp_path_factory.mktemp("warehouse")
    strict, loose = folder / "strict.duckdb", folder / "loose.duckdb"
    with duckdb.connect(str(strict)) as con:
        build(con)
    with duckdb.connect(str(loose)) as con:
        con.execute(f"ATTACH '{strict}' AS strict (READ_ONLY)")
        names = con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'strict' ORDER BY table_name"
        ).fetchall()
        for (name,) in names:
            con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM strict."{name}"')
        con.execute("DETACH strict")
        create_views(con)
    return loose


@pytest.fixture
def night(good_file: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A writable copy of the good night."""
    copy = tmp_path / "night.duckdb"
    copy.write_bytes(good_file.read_bytes())
    with duckdb.connect(str(copy)) as con:
        yield con


@pytest.fixture
def ask(night: duckdb.DuckDBPyConnection) -> Query:
    """The query function that the checks get, on the copy of the good night."""
    return lambda sql: night.execute(sql).df()
