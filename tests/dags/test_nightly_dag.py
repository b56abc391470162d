"""The nightly DAG as Airflow sees it, without running it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "dags" / "nightly.py"
HEAVY = ("pandas", "duckdb", "great_expectations", "spacy", "pyarrow", "trafilatura", "transforms.ingest", "warehouse")
FLOW = {
    "sources": {"collect"},
    "collect": {"ingest"},
    "ingest": {"extract", "score", "twice", "load"},
    "extract": {"twice", "load"},
    "twice": {"load"},
    "score": {"load"},
    "load": {"validate", "publish"},
    "validate": {"publish"},
    "publish": set(),
}


@pytest.fixture(scope="module")
def module() -> ModuleType:
    from dags.local.night import load_dag_file

    return load_dag_file(FILE)


def test_parsing_imports_nothing_heavy() -> None:
    code = (
        "import json, sys; from pathlib import Path; import airflow.sdk; before = set(sys.modules)\n"
        "from importlib.util import spec_from_file_location as spec, module_from_spec as made\n"
        f"s = spec('nightly_file', {str(FILE)!r}); m = made(s); s.loader.exec_module(m)\n"
        f"print(json.dumps([n for n in {HEAVY!r} if n in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout.splitlines()[-1]) == []


def test_every_dag_file_is_wiring() -> None:
    """No SQL, pattern, frame, connection or clock at the top level of a DAG file."""
    for path in sorted((ROOT / "dags").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert "SELECT " not in text
        called = {ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)}
        assert not called & {"datetime.now", "date.today", "re.compile", "Variable.get", "duckdb.connect"}


def test_tasks_follow_the_sentence(module: ModuleType) -> None:
    assert {task.task_id: task.downstream_task_ids for task in module.night.tasks} == FLOW


def test_dag_is_told_by_its_docstring(module: ModuleType) -> None:
    assert module.night.doc_md == module.__doc__
    assert module.night.dag_id == "nightly"
    assert "demarche" in module.night.tags


def test_runs_neither_overlap_nor_catch_up(module: ModuleType) -> None:
    assert module.night.max_active_runs == 1
    assert module.night.catchup is False


def test_a_scheduled_run_has_a_whole_day(module: ModuleType) -> None:
    from airflow.serialization.encoders import coerce_to_core_timetable

    timetable = coerce_to_core_timetable(module.night.timetable)
    interval = timetable.infer_manual_data_interval(run_after=datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert interval.start == datetime(2026, 11, 23, tzinfo=UTC)
    assert interval.end == datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize("name", ["load", "validate", "publish"])
def test_writers_share_one_slot_and_run_without_batches(module: ModuleType, name: str) -> None:
    from dags.local.metadata import WRITER_POOL

    task = module.night.get_task(name)
    assert task.pool == WRITER_POOL
    assert task.trigger_rule == "none_failed"


@pytest.mark.parametrize(("error", "action"), [("LockError", "retry"), ("InputError", "fail"), ("CheckError", "fail")])
def test_only_what_may_pass_by_itself_is_tried_again(module: ModuleType, error: str, action: str) -> None:
    from transforms import errors

    task = module.night.get_task("ingest")
    decision = task.retry_policy.evaluate(getattr(errors, error)("a", "b", "c"), try_number=1, max_tries=2)
    assert task.retries == 2
    assert decision.action.value == action


def test_network_errors_are_tried_again(module: ModuleType) -> None:
    decision = module.night.get_task("ingest").retry_policy.evaluate(ConnectionError("no"), try_number=1, max_tries=2)
    assert decision.action.value == "default"


def test_a_source_that_did_not_answer_is_tried_again_and_stops_nobody(module: ModuleType) -> None:
    from transforms.ingest.collect_night import NotReached

    collect = module.night.get_task("collect")
    decision = collect.partial_kwargs["retry_policy"].evaluate(NotReached("one"), try_number=1, max_tries=2)
    assert (collect.partial_kwargs["retries"], decision.action.value) == (2, "default")
    assert module.night.get_task("ingest").trigger_rule == "all_done"


def test_others_can_schedule_on_the_published_warehouse(module: ModuleType) -> None:
    assert [asset.name for asset in module.night.get_task("publish").outlets] == ["demarche/published"]


@pytest.mark.parametrize(("name", "value"), [("night", "2020-13-31"), ("published", "yesterday"), ("source", 7)])
def test_params_refuse_what_is_no_day_or_source(module: ModuleType, name: str, value: object) -> None:
    from airflow.sdk.exceptions import ParamValidationError

    with pytest.raises(ParamValidationError):
        module.night.params.get_param(name).resolve(value)


@pytest.mark.parametrize("name", ["source", "night", "published"])
def test_params_default_to_unknown(module: ModuleType, name: str) -> None:
    assert module.night.params[name] is None


def test_the_folder_holds_this_dag_and_no_broken_file() -> None:
    """`dags/local/` is not taken for DAG files; whatever else is put into the folder must be listed here."""
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=str(ROOT / "dags"))
    assert bag.import_errors == {}
    assert {dag_id: Path(dag.fileloc).name for dag_id, dag in bag.dags.items()} == {"nightly": "nightly.py"}
    assert [Path(stat.file).name for stat in bag.dagbag_stats] == ["nightly.py"]
