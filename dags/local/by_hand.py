"""Run one night in a process of its own, and follow it.

Airflow prints much and imports slowly; here it stays in the child process, whose output goes to a log file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from dags.local.home import airflow_env, make_secrets
from dags.local.progress import CHANNEL


@dataclass
class Outcome:
    """What a run told of itself. `facts` holds what its tasks reported, by kind (ingested, published, refused)."""

    log: Path
    succeeded: bool = False
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)

    @property
    def exit_status(self) -> int:
        """0 published; 1 refused by the checks, or broken; 2 nothing could be read."""
        if any(failure["task"] == "ingest" and failure["mendable"] for failure in self.failures):
            return 2
        if self.facts.get("ingested", {}).get("articles") == 0:
            return 2
        return 0 if self.succeeded and "published" in self.facts else 1


def run_night(home: Path, options: dict[str, Any], follow: Callable[[dict[str, Any]], None]) -> Outcome:
    """Run the DAG once with `options` (source, night, published, reparse); `follow` gets each thing that happens."""
    make_secrets(home)
    logs = home / "airflow" / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    outcome = Outcome(log=logs / "by-hand.log")
    with _alone(home, follow), _child(home, options, outcome.log) as (process, happenings):
        for happening in happenings:
            _note(outcome, happening)
            follow(happening)
        outcome.succeeded = process.wait() == 0
    return outcome


@contextmanager
def _alone(home: Path, follow: Callable[[dict[str, Any]], None]) -> Iterator[None]:
    """One night by hand at a time, since they share staging and a metadata database; another waits for its turn."""
    lock = FileLock(home / "airflow" / "by-hand.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        follow({"kind": "line", "text": "waiting for another night by hand on this state folder to end"})
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _note(outcome: Outcome, happening: dict[str, Any]) -> None:
    if happening["kind"] == "failed":
        outcome.failures.append(happening)
    elif happening["kind"] == "fact":
        outcome.facts[happening["name"]] = happening


@contextmanager
def _child(
    home: Path, options: dict[str, Any], log: Path
) -> Iterator[tuple[subprocess.Popen[bytes], Iterator[dict[str, Any]]]]:
    """The running child and what it tells; leaving early (Ctrl-C) ends it."""
    reading, writing = os.pipe()
    env = {**airflow_env(home, database="by-hand.db"), CHANNEL: str(writing)}
    with log.open("wb") as output, os.fdopen(reading, encoding="utf-8") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "dags.local.night", json.dumps(options)],
            env=env,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=(writing,),
        )
        os.close(writing)
        try:
            yield process, (json.loads(line) for line in lines)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
