"""One night under a real scheduler, as often as wanted: `.venv/bin/python -m tests.dags.real_scheduler`.

Starts what `make airflow` starts, with a state folder of its own, triggers the nightly DAG through the REST interface
on the bundled articles, waits for its success, and checks that the publication is there. Every process that it
started is ended, whatever happens. Exit status: 0 all of that held, 1 it did not.
"""

from __future__ import annotations

import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dags.local.rest import Rest, wait_until
from dags.local.services import HOST, Services

ROOT = Path(__file__).resolve().parents[2]

DAG = "nightly"
FINISHED = {"success", "failed"}


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="demarche-scheduler-") as folder:
        home = Path(folder)
        begun = time.monotonic()
        with Services(home, _free_port()) as services:
            _tell(begun, f"healthy at {services.url}: {services.rest.health()}")
            services.unpause(DAG)
            run = _trigger(services.rest)
            _tell(begun, f"triggered {run}")
            wait_until("the run ends", lambda: _state(services.rest, run) in FINISHED, 600)
            state, tasks = _state(services.rest, run), _tasks(services.rest, run)
            _tell(begun, f"{state}: {tasks}")
            if state != "success":
                _show_failed_logs(services.rest, run)
        _tell(begun, "stopped")
        published = home / "published" / "current" / "warehouse.duckdb"
        _tell(begun, f"published: {published.resolve().parent.name if published.exists() else 'nothing'}")
        return 0 if state == "success" and published.exists() and (published.parent / "report.html").exists() else 1


def _trigger(rest: Rest) -> str:
    conf = {"source": str(ROOT / "seeds" / "articles")}
    return str(rest.call("POST", f"/dags/{DAG}/dagRuns", logical_date=None, conf=conf)["dag_run_id"])


def _state(rest: Rest, run: str) -> str:
    return str(rest.call("GET", f"/dags/{DAG}/dagRuns/{run}")["state"])


def _instances(rest: Rest, run: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rest.call("GET", f"/dags/{DAG}/dagRuns/{run}/taskInstances")["task_instances"]
    return found


def _tasks(rest: Rest, run: str) -> str:
    return ", ".join(f"{task['task_id']} {task['state']}" for task in _instances(rest, run))


def _show_failed_logs(rest: Rest, run: str) -> None:
    for task in _instances(rest, run):
        if task["state"] == "failed":
            place = f"/dags/{DAG}/dagRuns/{run}/taskInstances/{task['task_id']}/logs/{task['try_number']}"
            print(rest.call("GET", f"{place}?map_index={task['map_index']}&full_content=true"), file=sys.stderr)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _tell(begun: float, text: str) -> None:
    print(f"{time.monotonic() - begun:6.1f} s  {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
