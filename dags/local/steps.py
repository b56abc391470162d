"""What each task of a night does: call the rooms, take the writer's lock, pass paths on.

Heavy imports happen inside, in the task's own process.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dags.local.home import SCORED, corrections_file, state_home
from dags.local.progress import report, say

if TYPE_CHECKING:
    from transforms.ingest import Ingested

Candidate = dict[str, str]
# As many tasks as Airflow runs here at once (`dags.local.home`). Each asks many hosts side by side, so more tasks would
# only cost more starts: 0.13 s each by hand, seconds under a scheduler.
COLLECT_TASKS = 4
# In a night's staging: which of its texts two processes extracted alike.
TWICE = "twice.parquet"


def sources(params: dict[str, Any], dag_run: Any) -> list[list[str]]:
    """The ids of the scheduled sources of the web in groups to collect; none for a run of another kind."""
    from transforms.ingest.collect_night import groups_of
    from transforms.ingest.night import SEEDS
    from transforms.ingest.sources import load_sources

    if _night_of(params, dag_run) is None:
        return []
    groups = groups_of(load_sources(SEEDS), COLLECT_TASKS)
    report("collecting", groups=len(groups), sources=sum(map(len, groups)))
    return groups


def collect(group: list[str], params: dict[str, Any], dag_run: Any, *, last_try: bool) -> int:
    """Ask the sources of `group` and the pages that they name; how many have something missing that may yet come.

    Raises NotReached where there are such, unless this is the last try: then the night goes on without.
    """
    from transforms.ingest.collect_night import NotReached, collect_sources
    from transforms.ingest.fetch import make_client
    from transforms.ingest.night import SEEDS

    night = _night_of(params, dag_run)
    if night is None:
        raise ValueError(f"a run without a night of its own collects nothing: {params}")
    with make_client() as web:
        passing = collect_sources(state_home(), group, night=night, seeds=SEEDS, web=web, progress=say)
    if passing and not last_try:
        raise NotReached(f"{len(passing)} of {len(group)} sources did not answer in full: {'; '.join(passing)}")
    return len(passing)


def ingest(params: dict[str, Any], dag_run: Any) -> tuple[str, list[str]]:
    """Read the source, or what was collected for the run's interval; the night's staging folder and its batches."""
    from transforms.ingest import ingest_night, reparse_night
    from transforms.ingest.night import SEEDS

    if params.get("reparse"):
        return _staged(reparse_night(state_home(), date.fromisoformat(params["night"]), progress=say))
    done = ingest_night(
        state_home(),
        source=params["source"],
        night=_day(params["night"]),
        published=_day(params["published"]),
        interval=_interval(dag_run),
        known_on=_known_on(dag_run),
        progress=say,
        seeds=SEEDS,
        collected=True,
    )
    return _staged(done)


def _staged(done: Ingested) -> tuple[str, list[str]]:
    report(
        "ingested",
        night=done.night.isoformat(),
        staging=str(done.staging),
        batches=len(done.batches),
        articles=done.articles,
        set_aside=done.set_aside,
    )
    return str(done.staging), [str(path) for path in done.batches]


def extract(batch: str) -> int:
    """Extract one batch into `extracted/<batch>/` beside it; the number of claims."""
    from transforms.extract import extract_batch

    path = Path(batch)
    return extract_batch(path, path.parents[1] / "extracted" / path.stem)


def twice(batches: list[str]) -> int:
    """Extract a sample of the night's texts again in another process; how many came out otherwise.

    Airflow passes this task over where a night has no batch.
    """
    from transforms.again import Twice, extract_again
    from transforms.frames import write_rows

    paths = [Path(batch) for batch in batches]
    staging = paths[0].parents[1]
    rows = extract_again(paths, staging / "extracted", staging / "again")
    write_rows(staging / TWICE, Twice, rows)
    unlike = sum(not row.agrees for row in rows)
    say(f"extracted {len(rows)} texts twice, {unlike or 'none'} came out otherwise")
    return unlike


def score() -> int:
    """Score the extractor on the golden documents unless this state of it was; how many documents.

    A night that cannot be scored goes on, and a check warns of it.
    """
    from transforms.scoring.scores import write_scores
    from transforms.scoring.state import state_now

    try:
        state = state_now()
        path = state_home() / SCORED / state.file_name
        documents = 0 if path.exists() else write_scores(path, state)
    except Exception as error:  # Whatever it is, it says nothing against the night's own claims.
        say(f"the extractor could not be scored: {type(error).__name__}: {error}")
        return 0
    if documents:
        say(f"scored the extractor on {documents} documents")
    return documents


def load(staging: str, params: dict[str, Any], dag_run: Any) -> Candidate:
    """Load the night into a candidate: its claims, whom they name, copies, clusters, ledgers."""
    from transforms.cluster_nights import recluster
    from transforms.copies import seek
    from transforms.extract import EXTRACTOR_VERSION
    from transforms.identities import Reader, tie
    from transforms.scoring.state import state_now
    from transforms.shingles import METHOD, sign
    from warehouse.accuracy import store_scores, store_twice
    from warehouse.clusters import open_claims
    from warehouse.compare import compare
    from warehouse.copies import open_shelf
    from warehouse.correction_rows import read_corrections
    from warehouse.corrections import apply_corrections, pairs
    from warehouse.identities import store_identities
    from warehouse.ledgers import update_ledgers
    from warehouse.load import RunInfo, held_open, load_night, open_candidate
    from warehouse.lock import writer_lock
    from warehouse.publish import current

    night = date.fromisoformat(Path(staging).name)
    home = state_home()
    run = RunInfo(dag_run.run_id, dag_run.start_date, EXTRACTOR_VERSION, params["source"])
    with writer_lock(home):
        candidate = open_candidate(home, night)
        with held_open(candidate):
            if params.get("reparse"):
                report("compared", night=night.isoformat(), **asdict(compare(candidate, night, Path(staging))))
            counts = load_night(candidate, night, Path(staging), run)
            store_scores(candidate, home / SCORED / state_now().file_name, run.started_at)
            store_twice(candidate, Path(staging) / TWICE, run.run_id)
            corrections, reader = read_corrections(corrections_file()), Reader.load()
            if corrections:
                store_identities(candidate, reader.knowledge, reader.read, tie)
                update_ledgers(candidate, night, EXTRACTOR_VERSION, last=False)
            # Before identities: whom a person named is known across texts like everybody else.
            apply_corrections(candidate, corrections)
            store_identities(candidate, reader.knowledge, reader.read, tie)
            with open_shelf(candidate, METHOD, sign) as shelf:
                copies = shelf.store(seek(shelf))
            together, apart = pairs(candidate)
            with open_claims(candidate) as claims:
                claims.store(*recluster(claims, together, apart))
            update_ledgers(candidate, night, EXTRACTOR_VERSION)
        base = current(home)
    say(f"loaded {counts['versions']} texts, {counts['events']} claims; {copies} copies among all texts")
    return {"night": night.isoformat(), "path": str(candidate), "base": str(base), "run_id": run.run_id}


def validate(candidate: Candidate) -> str:
    """Ask the candidate every expectation and render its report; the report's path.

    Raises CheckError, naming the critical checks that failed, once the candidate lies in `refused/<night>/`.
    """
    from dags.local.data_docs import build_beside
    from expectations.report import render
    from expectations.run import validate as ask_expectations
    from warehouse.lock import writer_lock
    from warehouse.query import reader

    night, path = date.fromisoformat(candidate["night"]), Path(candidate["path"])
    with reader(path) as query:
        verdict = ask_expectations(query, night)
        html = render(query, verdict, night, build_beside(query, night, path))
    _report_checks(verdict)
    if not verdict.ok:
        _refuse(candidate, verdict, html)
    with writer_lock(state_home()):
        _keep_checks(path, candidate["run_id"], verdict)
    written = path.with_suffix(".html")
    written.write_text(html, encoding="utf-8")
    return str(written)


def publish(candidate: Candidate, report_path: str) -> str:
    """Let readers see the candidate; the publication's id.

    Raises LockError where another run published since this one loaded: its rows would be lost.
    """
    from dags.local.data_docs import keep_beside
    from transforms.errors import LockError
    from warehouse.lock import writer_lock
    from warehouse.publish import current
    from warehouse.publish import publish as publish_candidate

    home, path, written = state_home(), Path(candidate["path"]), Path(report_path)
    with writer_lock(home):
        if path.exists() and str(current(home)) != candidate["base"]:
            raise LockError(
                f"a publication that is not the one loaded from ({candidate['base']})",
                str(home / "published" / "current"),
                "another run published meanwhile: run this night again",
            )
        night = date.fromisoformat(candidate["night"])
        done = publish_candidate(home, night, path, written.read_text("utf-8"), progress=say)
        keep_beside(path, done.path)
    report(
        "published", id=done.id, warehouse=str(done.path / "warehouse.duckdb"), report=str(done.path / "report.html")
    )
    return done.id


def _refuse(candidate: Candidate, verdict: Any, html: str) -> None:
    from dags.local.data_docs import keep_beside
    from transforms.errors import CheckError
    from warehouse.lock import writer_lock
    from warehouse.publish import refuse
    from warehouse.published import REFUSED, REPORT

    home = state_home()
    with writer_lock(home):
        folder = refuse(home, date.fromisoformat(candidate["night"]), Path(candidate["path"]), html, verdict.results)
        keep_beside(Path(candidate["path"]), folder)
    report("refused", warehouse=str(folder / REFUSED), report=str(folder / REPORT))
    failed = "; ".join(result.line for result in verdict.failures)
    night = candidate["night"]
    remedy = f"read {folder / REPORT}, mend it, run again; or: demarche publish --night {night} --accept REASON"
    raise CheckError(failed, f"the night of {night}", remedy)


def _keep_checks(path: Path, run_id: str, verdict: Any) -> None:
    import duckdb

    from warehouse.runs import record_checks

    with duckdb.connect(str(path)) as con:
        record_checks(con, run_id, verdict.results)


def _report_checks(verdict: Any) -> None:
    report(
        "checks",
        ok=verdict.ok,
        headline=verdict.headline,
        failed=[result.line for result in verdict.failures + verdict.warnings],
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _night_of(params: dict[str, Any], dag_run: Any) -> Any:
    """What a scheduled run collects for (`NightOf`); None for a run whose night only its articles tell."""
    from transforms.ingest.collect_night import NightOf
    from transforms.ingest.night import night_label

    if params.get("reparse"):
        return None  # parsed again from the raw store alone
    interval = _interval(dag_run)
    label = night_label(params["source"], _day(params["night"]), interval)
    if label is None:
        return None
    return NightOf(label, interval, _known_on(dag_run) or label, _day(params["published"]))


def _interval(dag_run: Any) -> tuple[date, date] | None:
    """The days of the run's data interval, end exclusive; None for a run that has none."""
    if dag_run.data_interval_start is None:
        return None
    return dag_run.data_interval_start.date(), dag_run.data_interval_end.date()


def _known_on(dag_run: Any) -> date | None:
    """The night in which a backfill runs: its bytes were not known in the night that it labels."""
    return dag_run.start_date.date() if dag_run.run_type == "backfill" else None
