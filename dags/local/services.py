"""Scheduler, DAG processor and API server on this machine, for nightly runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

import httpx

from dags.local.home import airflow_env, make_secrets, password_file
from dags.local.rest import Rest, wait_until

HOST = "127.0.0.1"
COMPONENTS: dict[str, tuple[str, ...]] = {
    "scheduler": ("scheduler", "--skip-serve-logs"),
    "dag-processor": ("dag-processor",),
    "api-server": ("api-server",),
}


class Services:
    """The running processes; leaving the context stops each by its own process group.

    `logs` is the folder that holds one log a component. Raises RuntimeError when a component ends by itself,
    TimeoutError when it does not come up.
    """

    def __init__(self, home: Path, port: int) -> None:
        self.url = f"http://{HOST}:{port}"
        self.logs = home / "airflow" / "logs"
        self.rest = Rest(self.url, password_file(home))
        self._home = home
        self._env = {
            **airflow_env(home, database="airflow.db"),
            "AIRFLOW__API__HOST": HOST,
            "AIRFLOW__API__PORT": str(port),
            "AIRFLOW__API__WORKERS": "1",
            "AIRFLOW__API__BASE_URL": self.url,
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
        }
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Services:
        # Ended by SIGTERM, as by Ctrl-C, the processes below must not be left running.
        self._before = signal.signal(signal.SIGTERM, _leave)
        make_secrets(self._home)
        self.logs.mkdir(parents=True, exist_ok=True)
        try:
            with (self.logs / "metadata.log").open("wb") as log:
                command = [sys.executable, "-m", "dags.local.metadata"]
                subprocess.run(command, env=self._env, stdout=log, stderr=subprocess.STDOUT, check=True)
            for name, arguments in COMPONENTS.items():
                self._start(name, arguments)
            wait_until("Airflow is healthy", self._healthy, 180)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        signal.signal(signal.SIGTERM, self._before)

    def wait(self) -> None:
        """Return only by an exception: a component's end (RuntimeError) or the user's Ctrl-C."""
        wait_until("a component ends", self._ended, float("inf"))

    def unpause(self, dag_id: str) -> None:
        """Let the scheduler run the DAG, once the DAG processor has found it."""
        wait_until(f"the DAG {dag_id} is found", lambda: self.has_dag(dag_id), 120)
        self.rest.call("PATCH", f"/dags/{dag_id}", is_paused=False)

    def has_dag(self, dag_id: str) -> bool:
        """Whether the DAG processor has stored the DAG. Raises httpx.HTTPStatusError for all but 404."""
        try:
            self.rest.call("GET", f"/dags/{dag_id}")
        except httpx.HTTPStatusError as error:
            if error.response.status_code == httpx.codes.NOT_FOUND:
                return False
            raise
        return True

    def stop(self) -> None:
        """End every process that was started here, and wait for its end."""
        for process in self._running.values():
            _signal_group(process, signal.SIGTERM)
        for process in self._running.values():
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                _signal_group(process, signal.SIGKILL)
                process.wait()
        self._running.clear()

    def _start(self, name: str, arguments: tuple[str, ...]) -> None:
        with (self.logs / f"{name}.log").open("ab") as log:
            command = [sys.executable, "-m", "airflow", *arguments]
            self._running[name] = subprocess.Popen(
                command, env=self._env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def _healthy(self) -> bool:
        self._ended()
        health = self.rest.health()
        return all(health.get(part) == "healthy" for part in ("metadatabase", "scheduler", "dag_processor"))

    def _ended(self) -> bool:
        for name, process in self._running.items():
            if process.poll() is not None:
                raise RuntimeError(f"Airflow's {name} ended by itself: read {self.logs / name}.log")
        return False


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _signal_group(process: subprocess.Popen[bytes], which: signal.Signals) -> None:
    """Reach the process and its children, which share a group that `start_new_session` made for them."""
    try:
        os.killpg(process.pid, which)
    except ProcessLookupError:
        return
