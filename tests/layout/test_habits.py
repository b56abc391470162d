"""Small files, named for what they hold; no machine, host or unfinished place in them."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("transforms", "warehouse", "expectations", "dags")
PYTHON = [*(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))), ROOT / "demarche.py"]
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base", "core"}
LINES_A_FILE = 400
LINES_A_FUNCTION = 60
# Written so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|NotImplemented" + r"Error")
MACHINE = re.compile(r"/(?:home|Users|work|root|tmp)/[a-z]|https?://[a-z0-9.-]*(?:mirror|proxy|artifactory|nexus)")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_small_and_well_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in EMPTY_NAMES
    assert text.count("\n") <= LINES_A_FILE
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says what it holds"
    long = [
        f"{node.name}: {(node.end_lineno or node.lineno) - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LINES_A_FUNCTION
    ]
    assert not long


def test_nothing_unfinished() -> None:
    found = [str(path.relative_to(ROOT)) for path in PYTHON if UNFINISHED.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_no_machine_path_or_mirror_in_any_text_file() -> None:
    found = []
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".lock", ".csv", ".sql", ".yml", ".yaml", ".cfg", ""}:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in MACHINE.finditer(text)]
    assert not found


def test_top_level_folders_are_the_agreed_ones() -> None:
    agreed = {"dags", "transforms", "expectations", "warehouse", "seeds", "tests", ".ci", ".github"}
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert folders <= agreed
