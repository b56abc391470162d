"""Each critical check through the whole of a night's step: refused, readers unharmed, the reason named everywhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dags.local import steps
from expectations import run
from expectations.suites import all_suites
from tests.expectations.breaking import Break
from tests.expectations.breaks import BREAKS
from tests.expectations.conftest import NIGHT
from transforms.errors import CheckError
from transforms.records import TABLES
from warehouse.publish import current

#: The first break of each check: the others are seen by test_gate.py.
FIRSTS = tuple({(broken.suite, broken.check): broken for broken in reversed(BREAKS)}.values())


@pytest.fixture(scope="module")
def home(good_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A state folder in which something is published."""
    made = tmp_path_factory.mktemp("refusal")
    before = made / "published" / "2019-01-30-00000000"
    before.mkdir(parents=True)
    for file in (made / "warehouse.duckdb", before / "warehouse.duckdb"):
        shutil.copyfile(good_file, file)
    (made / "published" / "current").symlink_to(before.name)
    was = os.environ.get("DEMARCHE_HOME")
    os.environ["DEMARCHE_HOME"] = str(made)
    yield made
    if was is None:
        del os.environ["DEMARCHE_HOME"]
    else:
        os.environ["DEMARCHE_HOME"] = was


@pytest.fixture(scope="module")
def engine() -> Any:
    from expectations.engine import open_engine

    return open_engine()


def held(home: Path) -> tuple[object, ...]:
    """The published file to the byte, and the rows of content in the writer's."""
    published = (home / "published" / "current" / "warehouse.duckdb").read_bytes()
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        rows = [con.execute(f"SELECT count(*), bit_xor(hash(t)) FROM {name} AS t").fetchone() for name in TABLES]
    return hash(published), *rows


def broken_candidate(home: Path, good_file: Path, broken: Break) -> dict[str, str]:
    path = home / "candidate" / f"{NIGHT}.duckdb"
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(good_file, path)
    with duckdb.connect(str(path)) as con:
        con.execute(broken.sql)
    return {"night": str(NIGHT), "path": str(path), "base": str(current(home)), "run_id": "run-1"}


@pytest.mark.slow
@pytest.mark.parametrize("broken", FIRSTS, ids=[f"{one.suite}-{one.check}" for one in FIRSTS])
def test_the_night_is_refused_and_the_reason_named(
    home: Path, good_file: Path, engine: Any, broken: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = next(s for s in all_suites() if s.name == broken.suite and broken.check in {c.name for c in s.checks})
    monkeypatch.setattr(run, "validate", partial(run.validate, suites=[suite], engine=engine))
    published = current(home)
    before = held(home)
    candidate = broken_candidate(home, good_file, broken)
    name = f"{broken.suite}/{broken.check}"

    # What Airflow shows as the task's failure is the text of the exception (tests/end_to_end/test_accept.py).
    with pytest.raises(CheckError, match=f"critical: {name} on "):
        steps.validate(candidate)

    assert current(home) == published
    assert held(home) == before
    refused = home / "refused" / str(NIGHT)
    assert broken.check in (refused / "report.html").read_text(encoding="utf-8")
    for file in (home / "warehouse.duckdb", refused / "candidate.duckdb"):
        with duckdb.connect(str(file), read_only=True) as con:
            found = con.execute("SELECT suite || '/' || expectation FROM ops_checks WHERE NOT ok").fetchall()
            assert con.execute("SELECT status FROM ops_runs WHERE run_id = 'run-1'").fetchone() == ("refused",)
        assert (name,) in found
