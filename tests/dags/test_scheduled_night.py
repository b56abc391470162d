"""A scheduled night as Airflow runs it: each group of sources a task, tried again for what did not answer."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dags.local.home import airflow_env, make_secrets
from tests.ingest.news import FEED_TYPE, PAGE_TYPE, add_sources, feed, page
from tests.ingest.web import Answer, WebServer, in_turn, tagged

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 1, 30)
SENT = "Fri, 30 Jan 2026 10:00:00 +0000"


@pytest.fixture
def web() -> Iterator[WebServer]:
    server = WebServer()
    yield server
    server.stop()


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "seeds"
    (folder / "ontology").mkdir(parents=True)
    shutil.copy(ROOT / "seeds" / "ontology" / "set_aside_reasons.csv", folder / "ontology")
    shutil.copy(ROOT / "seeds" / "sources.csv", folder)
    return folder


def night_of(home: Path, seeds: Path, day: date) -> str:
    make_secrets(home)
    env = airflow_env(home, database="by-hand.db") | {"DEMARCHE_REACHABLE": "127.0.0.0/8"}
    command = [sys.executable, "-m", "tests.dags.scheduled_night", str(seeds), day.isoformat()]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=600)
    found = re.search(r"^RUN .*$", ran.stdout, re.M)
    assert found, ran.stdout[-3000:] + ran.stderr[-3000:]
    return found[0]


@pytest.mark.slow
def test_dead_sources_are_tried_again_set_aside_and_stop_nobody(web: WebServer, seeds: Path, tmp_path: Path) -> None:
    sites = {f"s{number}": f"127.0.0.1:{web.start()}" for number in range(8)}
    for name, site in sites.items():
        web.scripts[f"/{name}"] = tagged(page(f"{name.upper()}land"), '"p"', **PAGE_TYPE)
        body = feed({f"http://{site}/{name}": name}, SENT)
        web.scripts[f"{site} /feed"] = tagged(body, '"f"', **FEED_TYPE)
    late = web.scripts[f"{sites['s1']} /feed"]
    web.scripts[f"{sites['s1']} /feed"] = in_turn(Answer(503), late)
    web.scripts[f"{sites['s2']} /feed"] = Answer(503)
    add_sources(seeds, {name: f"http://{site}/feed" for name, site in sites.items()})
    home = tmp_path / "home"

    told = night_of(home, seeds, DAY)
    tries = json.loads(told.rpartition(" TRIED ")[2])
    assert told.startswith("RUN success")
    assert (max(tries), min(tries)) == (3, 1), "only the groups with a source that did not answer are tried again"
    asked = {name: web.asked[f"/{name}"] for name in sites}
    assert asked == {name: int(name != "s2") for name in sites}, "what answered is not asked again"

    with duckdb.connect(str(home / "published" / "current" / "warehouse.duckdb"), read_only=True) as con:
        texts = con.execute("SELECT count(*) FROM versions").fetchone()
        aside = con.execute("SELECT source_id, reason, detail FROM set_aside").fetchall()
    assert texts == (7,)
    assert aside == [("s2", "unreachable", "HTTP 503 Service Unavailable: check the address")]

    web.forget()
    again = night_of(home, seeds, DAY)
    assert again.startswith("RUN success")
    assert web.bodies() == 0
    assert set(web.asked) == {"/robots.txt", "/feed"}, "only the dead source is asked once more"
    with duckdb.connect(str(home / "published" / "current" / "warehouse.duckdb"), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM versions").fetchone() == (7,)
        assert con.execute("SELECT source_id, reason, detail FROM set_aside").fetchall() == aside
