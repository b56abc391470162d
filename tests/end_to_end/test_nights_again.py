"""Nights run again, in the past and from the raw store, by the steps of the DAG on a state folder of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dags.local import steps
from dags.local.progress import report
from tests.end_to_end.story_nights import rows, run_night
from transforms.ingest import html
from warehouse.publish import content_hashes

Run = Callable[..., str]
NIGHT = date(2019, 1, 31)
STORY = (
    "The United States imposed sanctions on Venezuela on Monday. The measures freeze what the state oil company owns "
    "abroad, officials in Washington said, and will be looked at again in half a year. Two of its directors had been "
    "listed before by a neighbour, and the government in Caracas called the step hostile and said it would answer."
)
OWN = "A bank in this town that has a branch in Caracas said on the telephone that it would close it in the spring."
PAGE = """<html><head><title>Sanctions on Venezuela</title>
<meta property="article:published_time" content="2019-01-29"></head><body><article><p>{}</p>
<table><tr><td>Directors listed so far, as the treasury counts them in its register</td><td>14</td></tr></table>
</article></body></html>"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """All steps of one night; the publication's id. `ran` is the day of a backfill."""

    def night(
        source: Path | None,
        label: date,
        *,
        published: date | None = None,
        reparse: bool = False,
        ran: date | None = None,
    ) -> str:
        return run_night(home, label, source, published, reparse=reparse, ran=ran)

    return night


def folder(tmp_path: Path, name: str, files: dict[str, str]) -> Path:
    made = tmp_path / name
    made.mkdir()
    for file, text in files.items():
        (made / file).write_text(text)
    return made


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the load step told of nights parsed again."""
    told: list[dict[str, Any]] = []

    def noted(name: str, **what: Any) -> None:
        report(name, **what)
        if name == "compared":
            told.append(what)

    monkeypatch.setattr(steps, "report", noted)
    return told


def test_a_night_parsed_again_changes_nothing_until_readers_read_otherwise(
    run: Run, home: Path, tmp_path: Path, compared: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path, "herald", {"page.html": PAGE.format(STORY), "other.txt": f"{OWN} So it was told."})
    first = run(source, NIGHT, published=NIGHT)
    shutil.rmtree(source)
    assert run(None, NIGHT, reparse=True) == first
    assert compared[-1] | {"night": ""} == {
        "night": "", "articles": 2, "unchanged": 2, "changed": 0, "added": 0, "gone": 0,
    }  # fmt: skip

    monkeypatch.setattr(html, "SETTINGS", {**html.SETTINGS, "include_tables": False})
    second = run(None, NIGHT, reparse=True)
    assert second != first
    assert (compared[-1]["unchanged"], compared[-1]["changed"], compared[-1]["gone"]) == (1, 1, 0)
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:  # texts do not go out
        texts = con.execute(
            "SELECT contains(text, '14'), known_on FROM versions WHERE title LIKE 'Sanctions%' ORDER BY 1"
        ).fetchall()
    assert texts == [(False, NIGHT), (True, NIGHT)]
    assert rows(home, "SELECT count(*) FROM events WHERE type = 'sanction'") == [(2,)]

    assert run(None, NIGHT, reparse=True) == second
    assert (compared[-1]["unchanged"], compared[-1]["changed"]) == (2, 0)


def test_what_is_not_found_any_more_stays(
    run: Run, home: Path, tmp_path: Path, compared: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder(tmp_path, "herald", {"page.html": PAGE.format(STORY), "a.txt": STORY}), NIGHT, published=NIGHT)
    monkeypatch.setattr("transforms.ingest.html._SENTENCE", re.compile("no such sentence"))
    run(None, NIGHT, reparse=True)
    assert (compared[-1]["articles"], compared[-1]["gone"]) == (1, 1)
    assert rows(home, "SELECT count(*) FROM versions") == [(2,)]
    assert rows(home, "SELECT locator, reason FROM set_aside") == [("herald/page.html", "no_text")]


def test_a_backfill_adds_rows_and_changes_nothing_that_was_known(run: Run, home: Path, tmp_path: Path) -> None:
    """The older report lies in the world before the others; that we know it is new, and renames nothing."""
    before = {
        "one": f"{STORY} {OWN}",
        "two": f"GENEVA (Agency) - {STORY}",
        "three": "The United States imposed sanctions on Venezuela on January 28, the paper said in its own words.",
    }
    files = {f"2019-01-{28 + number} {name}.txt": text for number, (name, text) in enumerate(before.items())}
    run(folder(tmp_path, "herald", files), NIGHT)
    known = f"known_on <= DATE '{NIGHT}'"
    asked = [
        f"SELECT * FROM versions WHERE {known} ORDER BY ALL",
        f"SELECT * FROM appearances WHERE {known} ORDER BY ALL",
        f"SELECT r.* FROM v_version_reports AS r JOIN versions AS v USING (version_id) WHERE {known} ORDER BY 1",
        f"SELECT claim_id, cluster_id, report_id, event_day FROM v_events WHERE {known} ORDER BY 1",
        f"SELECT c.* FROM copies AS c JOIN versions AS v USING (version_id) WHERE {known} ORDER BY 1",
    ]
    then = [rows(home, sql) for sql in asked]
    assert len(then[-1]) == 1

    ran = date(2022, 2, 2)
    older = folder(tmp_path, "post", {"2019-01-27 post.txt": f"{STORY} Ends."})
    run(older, date(2019, 1, 27), ran=ran)
    assert [rows(home, sql) for sql in asked] == then
    assert rows(home, f"SELECT published_date, known_on FROM versions WHERE NOT {known}") == [(date(2019, 1, 27), ran)]
    assert rows(home, "SELECT report_day FROM v_events_daily_by_report_day ORDER BY 1 LIMIT 1") == [
        (date(2019, 1, 27),)
    ]
    (text,) = rows(
        home, "SELECT first_published_date, first_source_id, n_appearances, n_sources, known_on FROM v_texts "
        "WHERE n_copies > 0",
    )  # fmt: skip
    assert text == (date(2019, 1, 27), "post", 3, 2, NIGHT)


def test_nights_in_any_order_come_to_the_same_rows(run: Run, home: Path, tmp_path: Path) -> None:
    nights = {
        date(2019, 1, 28): folder(tmp_path, "herald", {"2019-01-28.txt": STORY}),
        date(2019, 1, 29): folder(tmp_path, "post", {"2019-01-29.txt": f"{STORY} {OWN}"}),
        date(2019, 1, 30): folder(tmp_path, "times", {"2019-01-30.txt": f"GENEVA (Agency) - {STORY}"}),
    }
    hashes = []
    for order in (1, -1):
        shutil.rmtree(home, ignore_errors=True)
        for label, source in list(nights.items())[::order]:
            run(source, label)
        hashes.append(content_hashes(home / "warehouse.duckdb"))
    # A cluster keeps the name of whoever was known first when it was made, and each name that it had before.
    assert {table for table in hashes[0] if hashes[0][table] != hashes[1][table]} <= {"clusters"}
    assert rows(home, "SELECT count(*) FROM copies") == [(2,)]
