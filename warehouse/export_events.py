"""`events.plover.tsv`: the night's events as users of PLOVER, POLECAT and CAMEO expect them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from warehouse.published import sync
from warehouse.reference import SEEDS
from warehouse.statements import HERE, read_statement, sql_text

EVENTS = "events.plover.tsv"
_SQL = HERE / "exports" / "events_plover.sql"


def load_kinds(con: duckdb.DuckDBPyConnection) -> None:
    """Have the table `kinds` (seeds/ontology/kinds.csv) for the time of the connection."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE kinds AS SELECT * FROM read_csv(?, header = true, all_varchar = true)",
        [str(SEEDS / "ontology" / "kinds.csv")],
    )


def write_events(con: duckdb.DuckDBPyConnection, night: date, folder: Path) -> tuple[int, int]:
    """Write the events that the texts of `night` tell; (rows, claims left out because they have no code).

    Texts of the night are those that its raw store first got: the night of `appearances.known_on`.
    Tabs and line breaks inside a value become blanks, so that a line is a row for every reader.
    """
    load_kinds(con)
    con.execute(f"CREATE OR REPLACE TEMP TABLE night_events AS {read_statement(_SQL).sql}", {"night": night})
    columns = con.execute("DESCRIBE night_events").fetchall()
    cells = ", ".join(
        f"""regexp_replace("{name}", '\\s+', ' ', 'g') AS "{name}\"""" if kind == "VARCHAR" else f'"{name}"'
        for name, kind, *_ in columns
    )
    path = folder / EVENTS
    con.execute(
        f"COPY (SELECT {cells} FROM night_events) TO {sql_text(path)} "
        "(FORMAT csv, DELIMITER '\t', HEADER, QUOTE '', ESCAPE '')"
    )
    sync(path)
    rows = con.execute("SELECT count(*) FROM night_events").fetchone() or (0,)
    without = con.execute(
        read_statement(HERE / "exports" / "events_without_code.sql").sql, {"night": night}
    ).fetchone() or (0,)
    return int(rows[0]), int(without[0])


def event_fields(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """(column, DuckDB's type, meaning) of the file that `write_events` wrote; meanings are those of its SQL header."""
    header = read_statement(_SQL).header
    told = [meaning for key, meaning in header.items() if key not in {"name", "grain", "reads", "note"}]
    columns = [(str(name), str(kind)) for name, kind, *_ in con.execute("DESCRIBE night_events").fetchall()]
    return [(name, kind, meaning) for (name, kind), meaning in zip(columns, told, strict=True)]
