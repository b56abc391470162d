"""A night on a large warehouse is timed and told by ratios; what they come to is for `make bench-warehouse`."""

from __future__ import annotations

from tests.bench.warehouse import STEPS, generate, night_on, told
from tests.bench.warehouse import a_night as generated_night
from warehouse.build import connect_new
from warehouse.load import WRITER


def test_a_night_runs_on_a_generated_warehouse(tmp_path):
    home = tmp_path / "large"
    home.mkdir()
    generate(home / WRITER, 20_000)
    con = connect_new(home / WRITER)
    counts = con.execute("SELECT count(*), (SELECT count(*) FROM cluster_members) FROM events").fetchone()
    con.close()
    assert counts == (20_000, 20_000)
    seconds = night_on(home, generated_night(50))
    assert tuple(seconds) == STEPS
    assert len(list(told(seconds, seconds, 20_000))) == len(STEPS) + 3
