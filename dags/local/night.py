"""Run the nightly DAG once in this process, without a scheduler: `python -m dags.local.night OPTIONS`.

OPTIONS is the run's configuration as JSON (source, night, published). The process tells its parent what happens
through the channel of `dags.local.progress`; all that Airflow itself prints is for the log. Exit status: 0 when the
run succeeded, 1 when a task of it failed.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from airflow.listeners import hookimpl

from dags.local.home import ROOT
from dags.local.progress import tell


class TaskListener:
    """Tells of each task's start and end; Airflow calls the methods by name."""

    @hookimpl
    def on_task_instance_running(self, previous_state: Any, task_instance: Any) -> None:
        tell("started", task=task_instance.task_id, index=task_instance.map_index)

    @hookimpl
    def on_task_instance_success(self, previous_state: Any, task_instance: Any) -> None:
        tell("done", task=task_instance.task_id, index=task_instance.map_index)

    @hookimpl
    def on_task_instance_failed(self, previous_state: Any, task_instance: Any, error: Any) -> None:
        from transforms.errors import DemarcheError

        mendable = isinstance(error, DemarcheError)
        why = str(error) if mendable else f"{type(error).__name__}: {error}"
        tell("failed", task=task_instance.task_id, index=task_instance.map_index, why=why, mendable=mendable)


def load_dag_file(path: Path) -> ModuleType:
    """Import one file of `dags/`, which is no package."""
    spec = importlib.util.spec_from_file_location(f"dag_file_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def main(options: str) -> int:
    from airflow.sdk.listener import get_listener_manager
    from airflow.utils import db

    tell("started", task="prepare", index=-1)
    db.initdb()
    get_listener_manager().add_listener(TaskListener())  # type: ignore[no-untyped-call]
    dag = load_dag_file(ROOT / "dags" / "nightly.py").night
    tell("done", task="prepare", index=-1)
    run = dag.test(run_conf=json.loads(options))
    return 0 if run.state == "success" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
