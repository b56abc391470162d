"""A state folder, seeds of three sources, and a night's tables as dictionaries of records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.ingest.web import WebServer
from transforms.frames import read_rows
from transforms.ingest import Ingested, ingest_night
from transforms.ingest.fetch import Web, make_client
from transforms.ingest.fetch_address import Reach, resolved
from transforms.ingest.fetch_limits import Limits
from transforms.ingest.pieces import Found, Origin, Piece
from transforms.ingest.read import read_piece
from transforms.ingest.sources import load_sources
from transforms.records import TABLES, Source

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
INGESTED = ("sources", "articles", "versions", "appearances", "set_aside")
_COLUMNS = "id,name,kind,locator,country,speaker,language,time_zone,ownership,licence,schedule,enabled,source_note"
_ROWS = (
    "desk,The desk,folder,desk,,,en,,project,,daily,1",
    "gazette,The Gazette,feed,https://gazette.example.org/news/feed,FRA,,en,Europe/Paris,paper,,daily,0",
    "ministry,Ministry press release (RSS),feed,https://ministry.example.org/feed/,USA,USA,en,America/New_York,"
    "government,,daily,0",
)
SOURCES = "\n".join([_COLUMNS, *(f"{row},made for the test" for row in _ROWS)]) + "\n"
ENGLISH = "The foreign ministry said on Monday that it had recalled its ambassador for consultations over the border."


@dataclass(frozen=True)
class Night:
    """What one ingest returned, with the rows it staged by table and the lines it reported."""

    done: Ingested
    tables: dict[str, list[Any]]
    lines: list[str]

    @property
    def version(self) -> Any:
        (version,) = self.tables["versions"]
        return version

    @property
    def reasons(self) -> dict[str, str]:
        return {row.locator: row.reason for row in self.tables["set_aside"]}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "seeds"
    (folder / "ontology").mkdir(parents=True)
    reasons = (ROOT / "seeds" / "ontology" / "set_aside_reasons.csv").read_text(encoding="utf-8")
    (folder / "ontology" / "set_aside_reasons.csv").write_text(reasons, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return folder


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, seeds: Path) -> Callable[..., Night]:
    """Ingest with the test's seeds; options as for `ingest_night`, all optional, `answer` in place of the network."""

    def ingest(
        source: Path | str | None, *, answer: Callable[[httpx.Request], httpx.Response] | None = None, **options: Any
    ) -> Night:
        lines: list[str] = []
        client = make_client(httpx.MockTransport(answer)) if answer else options.pop("client", None)
        given = {"home": home, "seeds": seeds, "night": None, "published": None, "interval": None} | options
        name = None if source is None else str(source)
        done = ingest_night(source=name, progress=lines.append, client=client, **given)
        rows = {name: read_rows(done.staging / "ingested" / f"{name}.parquet", TABLES[name]) for name in INGESTED}
        return Night(done, rows, lines)

    return ingest


@pytest.fixture
def read(seeds: Path) -> Callable[..., list[Found]]:
    """What `read_piece` finds in `data` under a name, of a source of no kind; in `zone` where one is given."""
    sources = load_sources(seeds)

    def found(
        name: str, data: bytes | str, address: str | None = None, media_type: str | None = None, zone: str | None = None
    ) -> list[Found]:
        source = Source("test", "Test", "file", name, None, None, None, None)
        raw = data.encode() if isinstance(data, str) else data
        return read_piece(Piece(Origin(source, zone, False), name, raw, media_type, {}, address), sources)

    return found


@pytest.fixture
def english() -> str:
    return ENGLISH


@pytest.fixture
def day() -> date:
    return date(2019, 1, 31)


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared corpus is not beside the repository")
    return SHARED


@pytest.fixture
def web() -> Iterator[WebServer]:
    server = WebServer()
    yield server
    server.stop()


@pytest.fixture
def browse() -> Callable[..., Web]:
    """A client of the network, with limits that fit a test; `*.example.org` is this machine, and it may be asked."""

    def make(**limits: Any) -> Web:
        quick = {"pause": 0.0, "backoff": 0.01, "connect": 2.0, "read": 2.0, "total": 5.0} | limits
        return make_client(
            limits=Limits(**quick),
            reach=Reach([ip_network("127.0.0.0/8")]),
            resolve=lambda host, port: ["127.0.0.1"] if host.endswith(".example.org") else resolved(host, port),
        )

    return make
