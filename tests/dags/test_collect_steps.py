"""Collecting and backfilling as the tasks do it, without Airflow."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dags.local import steps
from tests.ingest.news import SENTENCE, add_sources
from transforms.frames import read_rows
from transforms.ingest import fetch, night
from transforms.ingest.collect_night import NotReached, groups_of
from transforms.ingest.fetch_limits import Limits
from transforms.ingest.sources import load_sources
from transforms.records import Version

ROOT = Path(__file__).resolve().parents[2]
NONE = {"source": None, "night": None, "published": None}
RAN = datetime(2026, 11, 5, 1, tzinfo=UTC)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project" / "seeds"
    (folder / "ontology").mkdir(parents=True)
    shutil.copy(ROOT / "seeds" / "ontology" / "set_aside_reasons.csv", folder / "ontology")
    shutil.copy(ROOT / "seeds" / "sources.csv", folder)
    monkeypatch.setattr(night, "SEEDS", folder)
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path / "home"))
    return folder


def run_of(day: date, run_type: str = "scheduled") -> Any:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return SimpleNamespace(
        run_type=run_type, start_date=RAN, data_interval_start=start, data_interval_end=start + timedelta(days=1)
    )


def test_sources_of_one_domain_share_a_group(seeds: Path) -> None:
    hosts = ["www.a.org", "news.a.org", "b.org", "c.org", "d.org", "e.org"]
    add_sources(seeds, {f"s{number}": f"https://{host}/feed" for number, host in enumerate(hosts)})
    groups = groups_of(load_sources(seeds), 3)
    assert sorted(one for group in groups for one in group) == ["s0", "s1", "s2", "s3", "s4", "s5"]
    assert next(group for group in groups if "s0" in group) == ["s0", "s1"]
    assert [len(group) for group in groups] == [2, 2, 2]
    assert len(groups_of(load_sources(seeds), 50)) == 5, "no task without a source"


def test_only_a_run_with_a_night_of_its_own_collects_in_tasks(seeds: Path) -> None:
    add_sources(seeds, {"far": "https://news.example.org/feed"})
    assert steps.sources(NONE, run_of(date(2026, 1, 30))) == [["far"]]
    assert steps.sources(NONE | {"source": "articles/"}, run_of(date(2026, 1, 30))) == []
    no_interval = SimpleNamespace(run_type="manual", start_date=RAN, data_interval_start=None, data_interval_end=None)
    assert steps.sources(NONE, no_interval) == []
    assert steps.sources(NONE | {"night": "2026-01-30"}, no_interval) == [["far"]]


def test_a_dead_source_is_tried_again_until_the_last_try(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "Limits", lambda: Limits(pause=0.0, tries=0, connect=1.0, total=1.0))
    monkeypatch.setenv("DEMARCHE_REACHABLE", "127.0.0.0/8")
    add_sources(seeds, {"dead": "http://127.0.0.1:1/feed"})
    run = run_of(date(2026, 1, 30))
    with pytest.raises(NotReached, match=r"1 of 1 sources did not answer in full: dead \(1: ConnectError"):
        steps.collect(["dead"], NONE, run, last_try=False)
    assert steps.collect(["dead"], NONE, run, last_try=True) == 1


def archive(seeds: Path, *days: str) -> None:
    folder = seeds.parent / "archive"
    folder.mkdir()
    for day in days:
        (folder / f"{day}.txt").write_text(f"{SENTENCE.format(who='Freedonia')} So it was on {day}.")
    rows = (seeds / "sources.csv").read_text().replace("daily,1", "daily,0")
    (seeds / "sources.csv").write_text(f"{rows}archive,Archive,folder,archive,,,en,,paper,,daily,1,made for the test\n")


def versions(home: Path, day: str) -> list[Version]:
    return read_rows(home / "staging" / day / "ingested" / "versions.parquet", Version)


@pytest.mark.parametrize("order", [sorted, lambda days: sorted(days, reverse=True)])
def test_a_backfill_dates_the_world_by_publication_and_our_knowledge_by_now(
    seeds: Path, tmp_path: Path, order: Callable[[list[str]], list[str]]
) -> None:
    days = ["2018-01-01", "2018-01-02", "2018-01-04"]
    archive(seeds, *days)
    for day in order([*days, "2018-01-03"]):
        staging, _ = steps.ingest(NONE, run_of(date.fromisoformat(day), "backfill"))
        assert Path(staging).name == day
    found = [(row.published_date.isoformat(), row.known_on) for day in days for row in versions(tmp_path / "home", day)]
    assert found == [(day, RAN.date()) for day in days]
    assert versions(tmp_path / "home", "2018-01-03") == [], "a quiet day is no error"


def test_what_a_night_knew_a_later_backfill_does_not_learn_anew(seeds: Path, tmp_path: Path) -> None:
    archive(seeds, "2018-01-01")
    steps.ingest(NONE, run_of(date(2018, 1, 1)))
    before = versions(tmp_path / "home", "2018-01-01")
    steps.ingest(NONE, run_of(date(2018, 1, 1), "backfill"))
    assert versions(tmp_path / "home", "2018-01-01") == before
    assert [row.known_on for row in before] == [date(2018, 1, 1)]
