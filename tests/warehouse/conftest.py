"""Nights staged by hand, in the form in which ingest and extract leave them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from transforms.cluster_nights import recluster
from transforms.frames import write_rows, write_tables
from transforms.records import (
    TABLES,
    Actor,
    Appearance,
    Article,
    Condition,
    Event,
    Evidence,
    Measure,
    Mention,
    Participant,
    Quantity,
    Sentence,
    SetAside,
    Source,
    Version,
)
from warehouse.clusters import open_claims
from warehouse.load import RunInfo, load_night, open_candidate
from warehouse.publish import publish

INGESTED = ("sources", "articles", "versions", "appearances", "set_aside")
EXTRACTED = tuple(name for name in TABLES if name not in (*INGESTED, "clusters", "cluster_members", "copies"))
SOURCE = Source("s1", "Source one", "folder", "seeds/articles", None, None, "en", "CC0-1.0")
NIGHT = date(2026, 11, 23)
LATER = date(2026, 11, 24)


def sha(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Told:
    """One text with one claim: the rows that it gives, by table."""

    rows: dict[str, tuple[Any, ...]]

    @property
    def version(self) -> Version:
        found: Version = self.rows["versions"][0]
        return found

    def changed(self, table: str, **values: Any) -> Told:
        """The same text with values of the rows of one table changed."""
        return Told(self.rows | {table: tuple(replace(row, **values) for row in self.rows[table])})


def text_of(name: str, *, night: date = NIGHT, actor: str = "USA", source: Source = SOURCE) -> Told:
    """A text named `name` that tells of one sanction."""
    text = f"{name} says: the country imposed sanctions on Venezuela."
    version_id, article_id = sha("v", text), sha("a", source.source_id, name)
    claim = sha(version_id, 0)
    version = Version(version_id, article_id, name, text, len(text), "en", None, night, "given", None, night, "ff")
    event = Event(
        claim, version_id, 0, "sanction", "impose", "occurred", "r", "international", None, None, None, night, "before",
        None, "r", None, None, None, "narrator", 0.5, "1",
    )  # fmt: skip
    place = f"articles/{name}.txt"
    return Told(
        {
            "sources": (source,),
            "articles": (Article(article_id, source.source_id, f"https://example.org/{name}"),),
            "versions": (version,),
            "appearances": (Appearance(article_id, version_id, source.source_id, place, night, night),),
            "sentences": (Sentence(version_id, "text", 0, 0, len(text)),),
            "mentions": (Mention(version_id, "text", 0, 3, text[:3], actor, "alias"),),
            "actors": (Actor(actor, "state", f"{actor} by {name}"), Actor("VEN", "state", "Venezuela")),
            "events": (event,),
            "participants": (
                Participant(claim, "actor", 0, actor, "the country"),
                Participant(claim, "target", 0, "VEN", "Venezuela"),
            ),
            "measures": (Measure(claim, "unspecified"),),
            "quantities": (Quantity(claim, 0, 18.0, "eq", "person"),),
            "conditions": (Condition(claim, text[:4], 0, 4, None),),
            "links": (),
            "readings": (),
            "clock_notices": (),
            "clock_notice_actors": (),
            "evidence": (Evidence(claim, version_id, "text", "sentence", 0, len(text), text),),
        }
    )


def stage_night(home: Path, night: date, batches: Sequence[Iterable[Told]], set_aside: Sequence[SetAside] = ()) -> Path:
    """Write `home/staging/<night>`: one batch of texts a folder, as ingest and extract do."""
    staging = home / "staging" / str(night)
    texts = [told for batch in batches for told in batch]
    ingested = {name: _rows(texts, name) for name in INGESTED if name != "set_aside"}
    write_tables(staging / "ingested", ingested | {"set_aside": list(set_aside)})
    for number, batch in enumerate(batches):
        told = list(batch)
        write_rows(staging / "batches" / f"{number:04}.parquet", Version, _rows(told, "versions"))
        write_tables(staging / "extracted" / f"{number:04}", {name: _rows(told, name) for name in EXTRACTED})
    return staging


def _rows(texts: Sequence[Told], table: str) -> list[Any]:
    return list(dict.fromkeys(row for told in texts for row in told.rows[table]))


def run_info(run_id: str = "run-1") -> RunInfo:
    return RunInfo(run_id, datetime(2026, 11, 24, 1, tzinfo=UTC), "1")


def cluster_pending(candidate: Path, **pairs: Any) -> int:
    """Cluster what waits, as a night does."""
    with open_claims(candidate) as claims:
        return claims.store(*recluster(claims, **pairs))


@dataclass
class Nights:
    """A state folder and what a night does to it."""

    home: Path

    def load(self, *texts: Told, night: date = NIGHT, run_id: str = "run-1", **more: Any) -> Path:
        """The candidate of a night of these texts, one batch."""
        candidate = open_candidate(self.home, night)
        load_night(candidate, night, stage_night(self.home, night, [texts], **more), run_info(run_id))
        return candidate

    def publish(self, *texts: Told, night: date = NIGHT, run_id: str = "run-1") -> Any:
        candidate = self.load(*texts, night=night, run_id=run_id)
        cluster_pending(candidate)
        return publish(self.home, night, candidate, f"<html>{run_id}</html>")


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path / "home")


@pytest.fixture(scope="session")
def make_nights() -> Callable[[Path], Nights]:
    return Nights


@pytest.fixture(scope="session")
def make_text() -> Callable[..., Told]:
    return text_of


@pytest.fixture
def text() -> Callable[..., Told]:
    return text_of


@pytest.fixture
def stage() -> Callable[..., Path]:
    return stage_night


@pytest.fixture(scope="session")
def first_night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder after a first night of the text `a`; copied, never used itself."""
    home = tmp_path_factory.mktemp("first") / "home"
    Nights(home).publish(text_of("a"))
    return home


@pytest.fixture
def begun(first_night: Path, tmp_path: Path) -> Nights:
    """A state folder in which a first night has published the text `a` as run-1."""
    return Nights(Path(shutil.copytree(first_night, tmp_path / "home", symlinks=True)))
