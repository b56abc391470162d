"""One night: collect, ingest, extract, score, load, validate, publish.

**sources** lists the enabled sources of the web in a few groups; **collect** asks each group's feeds and the pages that
they name, and is tried again for those that did not answer, never for the others; a source that fails for good is set
aside with its cause and stops nobody. **ingest** reads the articles into the raw store and cuts them into batches;
**extract** turns each batch into claims, one mapped task a batch; **twice** extracts a sample of the texts again in
another process and compares; **score** scores the extractor on the golden documents, where it has changed since it
last was; **load** writes all this into a candidate, a copy of the warehouse; **validate** asks the candidate every
expectation and refuses it if a critical one fails; **publish** moves `published/current` to it, so that readers see the
old night or the new one, never half.

Run it by hand with `source` (a file, a folder or a feed's address; loaded whole), `night` (its label, by default the
latest publication date in the source) and `published` (dates the texts that carry no date themselves). A scheduled
run has none of these: it reads the enabled rows of `seeds/sources.csv`, cut to its data interval. Only such a run
collects in tasks of their own; a given source is asked by **ingest** itself.

With `reparse` the night is read again from the raw store alone, with the readers of today; nothing is fetched.

State lies under `DEMARCHE_HOME`. Tasks hand each other paths, never rows. A failing network is tried again; an
error that a person must mend is not.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import Asset, CronDataIntervalTimetable, ExceptionRetryPolicy, Param, RetryAction, RetryRule, dag, task

MENDABLE = ExceptionRetryPolicy(
    [
        RetryRule("transforms.errors.LockError", action=RetryAction.RETRY),
        RetryRule("transforms.errors.DemarcheError", action=RetryAction.FAIL),
    ]
)
PATIENT: dict[str, Any] = {"retries": 2, "retry_delay": timedelta(seconds=30), "retry_policy": MENDABLE}
# A source that does not answer now may do so in a few minutes; the bound is for a task that hangs all the same.
ASKING: dict[str, Any] = {
    "retries": 2,
    "retry_delay": timedelta(minutes=5),
    "retry_policy": MENDABLE,
    "execution_timeout": timedelta(hours=2),
}
REGARDLESS: dict[str, Any] = {"trigger_rule": "all_done"}
WRITER: dict[str, Any] = {"pool": "warehouse_writer", "trigger_rule": "none_failed"}
DAY: dict[str, Any] = {"type": ["null", "string"], "format": "date"}


@task
def extract(batch: str) -> int:
    from dags.local import steps

    return steps.extract(batch)


@task
def twice(batches: list[str], claims: Any) -> int:
    from dags.local import steps

    return steps.twice(batches)


@task
def score() -> int:
    from dags.local import steps

    return steps.score()


@dag(
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime(2026, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["demarche"],
    doc_md=__doc__,
    params={
        "source": Param(None, type=["null", "string"], description="A file, a folder or a feed's address"),
        "night": Param(None, description="The run's label, YYYY-MM-DD", **DAY),
        "reparse": Param(False, type="boolean", description="Parse `night` again from the raw store alone"),
        "published": Param(None, description="The day of texts that carry no date, YYYY-MM-DD", **DAY),
    },
)
def nightly() -> None:
    @task(**PATIENT)
    def sources(params: dict[str, Any], dag_run: Any) -> list[list[str]]:
        from dags.local import steps

        return steps.sources(params, dag_run)

    @task(**ASKING)
    def collect(group: list[str], params: dict[str, Any], dag_run: Any, ti: Any) -> int:
        from dags.local import steps

        return steps.collect(group, params, dag_run, last_try=ti.try_number > ti.max_tries)

    @task(**PATIENT, **REGARDLESS)
    def ingest(params: dict[str, Any], dag_run: Any, ti: Any) -> list[str]:
        from dags.local import steps

        staging, batches = steps.ingest(params, dag_run)
        ti.xcom_push("staging", staging)
        return batches

    @task(**PATIENT, **WRITER)
    def load(staging: str, claims: Any, params: dict[str, Any], dag_run: Any) -> dict[str, str]:
        from dags.local import steps

        return steps.load(staging, params, dag_run)

    @task(**WRITER)
    def validate(candidate: dict[str, str]) -> str:
        from dags.local import steps

        return steps.validate(candidate)

    @task(outlets=[Asset("demarche/published")], **WRITER)
    def publish(candidate: dict[str, str], report: str) -> str:
        from dags.local import steps

        return steps.publish(candidate, report)

    batches = ingest()
    collect.expand(group=sources()) >> batches
    claims, scored = extract.expand(batch=batches), score()
    candidate = load(batches["staging"], claims)
    batches >> scored >> candidate
    twice(batches, claims) >> candidate
    publish(candidate, validate(candidate))


night = nightly()
