"""The workflow for other repositories: its step is run here as it stands, on a fit night and on a refused one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import pytest
import yaml

from expectations.verdict import Result, verdict_of
from tests.expectations.results import RESULTS, record

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "data-quality.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in WORKFLOW["jobs"]["report"]["steps"] if "id" in step}


def run(folder: Path, good_file: Path, checks: tuple[Result, ...], strict: str) -> tuple[int, str, str]:
    """The step's exit status, and what it wrote as outputs and as summary, in a folder laid out as on the runner."""
    (folder / "theirs").mkdir()
    shutil.copyfile(good_file, folder / "theirs" / "night.duckdb")
    with duckdb.connect(str(folder / "theirs" / "night.duckdb")) as con:
        record(con, verdict_of(checks))
    command = folder / "demarche" / ".venv" / "bin" / "demarche"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "demarche.py"}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    given = {"WAREHOUSE": "theirs/night.duckdb", "NIGHT": "2019-01-31", "STRICT": strict}
    told = {"GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    # As a runner does: a step stops at its first failure.
    ran = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", STEPS["report"]["run"]],
        cwd=folder,
        env={**os.environ, **given, **told},
        check=False,
        timeout=120,
    )
    return ran.returncode, *((folder / name).read_text(encoding="utf-8") for name in ("output", "summary"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("checks", "strict", "status", "verdict"),
    [
        ((RESULTS[0], RESULTS[2]), "true", 3, "Fit to use, with 1 warning: all critical checks passed, 2 made."),
        ((RESULTS[0], RESULTS[2]), "false", 0, "Fit to use, with 1 warning: all critical checks passed, 2 made."),
        (RESULTS, "false", 1, "Not published: 2 critical checks of 4 failed."),
    ],
)
def test_the_step_fails_as_the_verdict_says_and_leaves_every_form(
    tmp_path: Path, good_file: Path, checks: tuple[Result, ...], strict: str, status: int, verdict: str
) -> None:
    ended, output, summary = run(tmp_path, good_file, checks, strict)
    assert ended == status
    assert output == f"status={status}\nverdict={verdict}\n"
    assert summary.startswith(f"## {verdict}")
    forms = {"data-quality.html", "data-quality.md", "data-quality.json", "expectations.junit.xml", "badge.svg"}
    assert {path.name for path in (tmp_path / "artifacts").iterdir()} == forms
    root = ET.fromstring((tmp_path / "artifacts" / "expectations.junit.xml").read_bytes())
    assert root.get("tests") == str(len(checks))


def test_inputs_of_the_workflow_reach_the_command_as_words_only() -> None:
    """An input written into a script would be run; through the environment it stays a word."""
    for step in WORKFLOW["jobs"]["report"]["steps"]:
        assert "${{" not in step.get("run", "")
