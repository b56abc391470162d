"""Loading killed at any statement and run again: nothing twice, nothing lost, readers unharmed meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.cluster_nights import recluster
from transforms.copies import seek
from transforms.shingles import METHOD, sign
from warehouse.clusters import open_claims
from warehouse.copies import open_shelf
from warehouse.publish import content_hashes, current, publish
from warehouse.statements import loading

MODULES = ("warehouse.load", "warehouse.staging", "warehouse.copies", "warehouse.clusters")
EVERY = 7
NIGHT, LATER = date(2026, 11, 23), date(2026, 11, 24)


class Killed(BaseException):
    """Stands for the end of the process."""


def whole_night(nights, texts, night):
    """What the DAG does of a night from its staging on."""
    candidate = nights.load(*texts, night=night, run_id=f"run-{night}")
    with open_shelf(candidate, METHOD, sign) as shelf:
        shelf.store(seek(shelf))
    with open_claims(candidate) as claims:
        claims.store(*recluster(claims))
    return publish(nights.home, night, candidate, "<html>")


@pytest.fixture
def kill(monkeypatch):
    """Kill at the n-th statement; 0 kills nothing. Returns how many statements there were."""

    def patch(at):
        seen = []

        def counted(name, **names):
            seen.append(name)
            if len(seen) == at:
                raise Killed
            return loading(name, **names)

        for module in MODULES:
            monkeypatch.setattr(f"{module}.loading", counted)
        return seen

    return patch


def test_a_night_killed_at_any_statement_and_run_again_is_the_night(make_nights, make_text, kill, tmp_path: Path):
    first, second = [make_text("a"), make_text("b")], [make_text("c", night=LATER), make_text("a")]
    whole = make_nights(tmp_path / "whole")
    whole_night(whole, first, NIGHT)
    seen = kill(0)
    done = whole_night(whole, second, LATER)
    statements = len(seen)
    expected = content_hashes(whole.home / "warehouse.duckdb")
    assert statements > 30

    nights = make_nights(tmp_path / "killed")
    before = whole_night(nights, first, NIGHT)
    for at in range(1, statements + 1, EVERY):
        kill(at)
        with pytest.raises(Killed):
            whole_night(nights, second, LATER)
        assert current(nights.home) == before.path.resolve(), "readers keep the former night"
    kill(0)
    assert whole_night(nights, second, LATER).id == done.id
    assert content_hashes(nights.home / "warehouse.duckdb") == expected
