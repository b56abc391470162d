"""A month before the good night, in its own warehouse: so that trends, usual shares and quiet sources have something
to say, and what the machine's accuracy, a second extraction and a person's overruling leave in the file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

# Tables of `warehouse/schema`, here without keys; a file that has them already keeps them.
TABLES = """
CREATE TABLE IF NOT EXISTS ops_eval (
    extractor_version VARCHAR, knowledge VARCHAR, gold VARCHAR, slice_kind VARCHAR, slice VARCHAR, measure VARCHAR,
    right_count BIGINT, found_count BIGINT, expected_count BIGINT, documents BIGINT, value DOUBLE, low DOUBLE,
    high DOUBLE, used_at TIMESTAMPTZ
);
CREATE TABLE IF NOT EXISTS ops_twice (run_id VARCHAR, version_id VARCHAR, agrees BOOLEAN, detail VARCHAR);
CREATE TABLE IF NOT EXISTS ops_acceptances (
    run_id VARCHAR, suite VARCHAR, expectation VARCHAR, observed VARCHAR, reason VARCHAR, accepted_at TIMESTAMPTZ
);
"""
FIGURES = (
    ("detect", 0.843, 0.802, 0.881),
    ("event", 0.781, 0.733, 0.824),
    ("full", 0.742, 0.69, 0.79),
    ("dated", 0.702, 0.61, 0.78),
    ("quiet", 0.935, 0.86, 0.97),
)
SLICES = {
    "type": (("diplomatic_action", 131, 0.71), ("recognition", 64, 0.88), ("sanction", 92, 0.82)),
    "action": (("impose", 60, 0.85), ("recognise", 44, 0.91), ("meet", 31, 0.66), ("expel_diplomat", 4, 0.5)),
    "status": (("occurred", 170, 0.83), ("called_for", 21, 0.62), ("denied", 9, 0.44)),
}
#: Each version, how much its figures differ from those above, and when it was last used: the last in the good night.
VERSIONS = (
    ("rules-1", -0.06, "2019-01-11 01:00:00+00"),
    ("rules-2", 0.008, "2019-01-31 01:00:00+00"),
    ("rules-3", 0.0, "2019-02-01 01:00:00+00"),
)


def add_history(con: duckdb.DuckDBPyConnection) -> None:
    """The nights before: what the report reads of them, not what truths ask, so check the night first."""
    con.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))


def add_accuracy(con: duckdb.DuckDBPyConnection) -> None:
    """Scores of three versions on two gold sets, the last of them a little worse than the one before."""
    con.execute(TABLES)
    con.execute("DELETE FROM ops_eval")
    for gold, documents, less in (("dev", 240, 0.0), ("own", 60, 0.02)):
        for version, shift, used_at in VERSIONS:
            for measure, value, low, high in FIGURES:
                figure = (value + shift - less, low + shift - less, min(1.0, high + shift - less))
                _score(con, (version, used_at), gold, ("all", "all", measure), (290, documents), figure)
            for kind, members in SLICES.items():
                for name, expected, value in members:
                    half = 0.5 / expected**0.5
                    reach = (max(0.0, value - half), min(1.0, value + half))
                    figure = (min(reach[1], max(reach[0], value + shift)), *reach)
                    _score(con, (version, used_at), gold, (kind, name, "event"), (expected, documents), figure)


def add_twice(con: duckdb.DuckDBPyConnection, unlike: int = 0) -> None:
    """The night's texts as extracted twice, `unlike` of them with another outcome."""
    con.execute(TABLES)
    con.execute("DELETE FROM ops_twice")
    con.execute(
        "INSERT INTO ops_twice BY NAME SELECT 'run-1' AS run_id, version_id, "
        "row_number() OVER (ORDER BY version_id) > ? AS agrees, "
        "CASE WHEN NOT agrees THEN 'one claim more' END AS detail FROM versions WHERE known_on = '2019-01-31'",
        [unlike],
    )


def overrule(con: duckdb.DuckDBPyConnection, checks: Iterable[tuple[str, str]], reason: str) -> None:
    """A person's word against some critical checks of the good night's run."""
    con.execute(TABLES)
    for suite, expectation in checks:
        con.execute(
            "INSERT INTO ops_acceptances VALUES ('run-1', ?, ?, 'observed', ?, TIMESTAMPTZ '2019-02-01 08:00:00+00')",
            [suite, expectation, reason],
        )


def _score(
    con: duckdb.DuckDBPyConnection,
    state: tuple[str, str],
    gold: str,
    what: tuple[str, str, str],
    counted: tuple[int, int],
    figure: tuple[float, float, float],
) -> None:
    (version, used_at), (expected, documents) = state, counted
    values = [version, "abc123", gold, *what, round(figure[0] * expected), expected, expected, documents, *figure]
    con.execute(f"INSERT INTO ops_eval VALUES ({', '.join('?' * len(values))}, ?::TIMESTAMPTZ)", [*values, used_at])
