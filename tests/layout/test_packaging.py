"""What is installed, what is a package, and that nothing installed hides ours."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("transforms", "warehouse", "expectations", "dags", "tests", "demarche")


@pytest.mark.parametrize("name", OURS)
def test_no_installed_package_shadows_ours(name: str) -> None:
    others = [found for found in packages_distributions().get(name, []) if found != "demarche"]
    assert not others


@pytest.mark.parametrize("name", OURS)
def test_ours_is_imported_from_here(name: str) -> None:
    code = f"import {name}; print(*(getattr({name}, '__path__', None) or [{name}.__file__]))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split()[0].startswith(str(ROOT / name))


def test_dags_and_tests_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
    assert not list((ROOT / "dags").rglob("__init__.py"))


def test_no_dag_file_shares_a_room_s_name() -> None:
    names = {path.stem for path in (ROOT / "dags").rglob("*.py")} | {p.name for p in (ROOT / "dags").iterdir()}
    assert not names & set(OURS)


def test_lock_names_no_host_and_hashes_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock and "--index" not in lock and "--find-links" not in lock
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pins) > 100
    assert all("==" in pin and pin.endswith("\\") for pin in pins)


def test_lock_holds_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = [line.split("==")[0] for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    missing = [want for want in wanted if not any(want.startswith(name) for name in names)]
    assert not missing
