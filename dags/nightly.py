"""One night: ingest, extract, load, validate, publish.

**ingest** reads the articles into the raw store and cuts them into batches; **extract** turns each batch into
claims, one mapped task a batch; **load** writes them into a candidate, a copy of the warehouse; **validate** asks the
candidate every expectation and refuses it if a critical one fails; **publish** moves `published/current` to it, so
that readers see the old night or the new one, never half.

Run it by hand with `source` (a file, a folder or a feed's address; loaded whole), `night` (its label, by default the
latest publication date in the source) and `published` (dates the texts that carry no date themselves). A scheduled
run has none of these: it reads the enabled rows of `seeds/sources.csv`, cut to its data interval.

State lies under `DEMARCHE_HOME`. Tasks hand each other paths and counts, never rows.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import Asset, CronDataIntervalTimetable, Param, dag, task

WRITER = {"pool": "warehouse_writer", "trigger_rule": "none_failed"}
DAY = {"type": ["null", "string"], "format": "date"}


@dag(
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime(2026, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["demarche", "events"],
    doc_md=__doc__,
    params={
        "source": Param(None, type=["null", "string"], description="A file, a folder or a feed's address."),
        "night": Param(None, description="The run's label, YYYY-MM-DD.", **DAY),
        "published": Param(None, description="The day of texts that carry no date, YYYY-MM-DD.", **DAY),
    },
)
def nightly() -> None:
    @task(multiple_outputs=True, retries=2, retry_delay=timedelta(seconds=30))
    def ingest(params: dict[str, Any], **context: Any) -> dict[str, Any]:
        from dags.local import steps

        return steps.ingest(params, context["dag_run"])

    @task(map_index_template="{{ task.op_kwargs['batch'] }}")
    def extract(batch: str) -> int:
        from dags.local import steps

        return steps.extract(batch)

    @task(**WRITER)
    def load(night: str, staging: str) -> dict[str, str]:
        from dags.local import steps

        return steps.load(night, staging)

    @task(**WRITER)
    def validate(night: str) -> None:
        from dags.local import steps

        steps.validate(night)

    @task(outlets=[Asset("demarche/published")], **WRITER)
    def publish() -> None: ...


night = nightly()
