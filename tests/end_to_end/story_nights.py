"""Nights run by the steps of the DAG in a state folder of their own, without Airflow, and the story's nights."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb

from dags.local import steps
from dags.local.home import ROOT
from tests.end_to_end.command_line import share_scores
from warehouse.publish import current

STORY = ROOT / "seeds" / "stories" / "venezuela-2019"
LATE = "2019-01-29-late-us-sanctions-oil-company.txt"
LEARNED = date(2024, 4, 20)
_NUMBERS = count()


def run_night(
    home: Path,
    label: date,
    source: Path | None,
    published: date | None = None,
    *,
    reparse: bool | None = None,
    ran: date | None = None,
    checked: bool = False,
) -> str:
    """The steps of one night of `source` or (None) of what the raw store holds; the publication's id.

    No text is extracted a second time, and only a `checked` night is validated: that takes seconds, and on a small
    warehouse the last night's checks judge all of it. `ran` is the day of a backfill.
    """
    given = {"night": label.isoformat(), "published": published.isoformat() if published else None}
    again = source is None if reparse is None else reparse
    params = {"source": str(source) if source else None, "reparse": again, **given}
    dag_run = SimpleNamespace(
        run_id=f"run-{next(_NUMBERS)}", start_date=datetime(*(ran or label).timetuple()[:3], tzinfo=UTC),
        run_type="backfill" if ran else "manual", data_interval_start=None, data_interval_end=None,
    )  # fmt: skip
    share_scores(home)
    with state(home):
        steps.score()
        staging, batches = steps.ingest(params, dag_run)
        for batch in batches:
            steps.extract(batch)
        candidate = steps.load(staging, params, dag_run)
        return steps.publish(candidate, steps.validate(candidate) if checked else _unchecked(candidate))


def _unchecked(candidate: dict[str, str]) -> str:
    """A page in the place of the report."""
    page = Path(candidate["path"]).with_suffix(".html")
    page.write_text("not checked", encoding="utf-8")
    return str(page)


@contextmanager
def state(home: Path) -> Iterator[None]:
    before = os.environ.get("DEMARCHE_HOME")
    os.environ["DEMARCHE_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["DEMARCHE_HOME"]
        else:
            os.environ["DEMARCHE_HOME"] = before


def story_nights() -> list[tuple[date, Path]]:
    """The story's nights in the order in which they were learned: the late article last."""
    files = sorted(path for path in STORY.glob("20*") if path.name != LATE)
    return [*((date.fromisoformat(path.name[:10]), path) for path in files), (LEARNED, STORY / LATE)]


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of one statement on what is published."""
    folder = current(home)
    assert folder is not None
    with duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True) as con:
        return con.execute(sql).fetchall()
