"""Run `demarche` as a person does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The scores of the extractor as it is: the first night of this process makes them, all others find them.
SCORED = Path(tempfile.mkdtemp(prefix="demarche-scored-"))


def share_scores(home: Path) -> None:
    """Let the nights of `home` find what another state folder scored."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "scored").is_symlink():
        (home / "scored").symlink_to(SCORED, target_is_directory=True)


@dataclass(frozen=True)
class Run:
    """What a command gave back."""

    status: int
    out: str
    err: str


def demarche(home: Path, *arguments: str) -> Run:
    """Run one command of `demarche` on the state folder `home`."""
    if arguments[:1] == ("nightly",):
        share_scores(home)
    env = {**os.environ, "DEMARCHE_HOME": str(home), "COLUMNS": "120"}
    command = [sys.executable, str(ROOT / "demarche.py"), *arguments]
    ran = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    return Run(ran.returncode, ran.stdout, ran.stderr)


@dataclass(frozen=True)
class Night:
    """A state folder in which a night ran, and what the command said."""

    home: Path
    run: Run
