"""One scheduled night of the DAG in a process of its own: `python -m tests.dags.scheduled_night SEEDS DAY`.

The night is that of DAY, read from the sources under SEEDS with limits that fit a test. Prints the run's state and how
often each collect task was tried.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dags.local.home import ROOT
from tests.ingest.listing import follow_entries
from transforms.ingest import fetch, night
from transforms.ingest.fetch_limits import Limits


def main(seeds: Path, day: date) -> None:
    from airflow.utils import db

    from dags.local.night import load_dag_file

    patch = pytest.MonkeyPatch()
    follow_entries(patch)
    patch.setattr(night, "SEEDS", seeds)
    patch.setattr(fetch, "Limits", lambda: Limits(pause=0.0, tries=0, total=2.0, received=2_000_000, decoded=2_000_000))
    db.initdb()
    dag = load_dag_file(ROOT / "dags" / "nightly.py").night
    dag.get_task("collect").partial_kwargs["retry_delay"] = timedelta(seconds=1)
    run = dag.test(logical_date=datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1))
    tried = {one.map_index: one.try_number for one in run.get_task_instances() if one.task_id == "collect"}
    print(f"RUN {run.state.value} TRIED {[tried[index] for index in sorted(tried)]}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
