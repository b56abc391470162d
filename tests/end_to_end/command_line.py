"""Run `demarche` as a person does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """What a command gave back."""

    status: int
    out: str
    err: str


def demarche(home: Path, *arguments: str) -> Run:
    """Run one command of `demarche` on the state folder `home`."""
    env = {**os.environ, "DEMARCHE_HOME": str(home), "COLUMNS": "120"}
    command = [sys.executable, str(ROOT / "demarche.py"), *arguments]
    ran = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    return Run(ran.returncode, ran.stdout, ran.stderr)


@dataclass(frozen=True)
class Night:
    """A state folder in which a night ran, and what the command said."""

    home: Path
    run: Run
