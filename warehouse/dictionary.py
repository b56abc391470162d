"""The data dictionary, made from the comments in the schema: `python -m warehouse.dictionary` rewrites it."""

from __future__ import annotations

import re

import duckdb

from warehouse.build import connect_new
from warehouse.outgoing import meanings, outgoing_tables
from warehouse.statements import HERE, read_statement

DICTIONARY = HERE / "DICTIONARY.md"
COMMAND = "python -m warehouse.dictionary"
_PARTS = (
    ("Views", "Start here: views are the stable interface.", "v_"),
    ("Tables of content", "What the views read. Keys hold in the writer's file; the published copy has none.", ""),
    ("Reference tables", "The seeds, as they stood when the night ran.", "ref_"),
    ("Operations", "Runs and their checks. Only here does the wall clock appear.", "ops_"),
)
_HEAD = """# Data dictionary

Made from `warehouse/schema/` and `warehouse/views/` by `python -m warehouse.dictionary`; don't edit it by hand.
Offsets are 0-based Unicode code points, end exclusive. Days are calendar days.
NULL means unknown: the text doesn't say.
"""


def dictionary() -> str:
    """The dictionary of the schema and views as they stand, as Markdown."""
    con = connect_new(":memory:")
    try:
        relations = _relations(con)
        parts = [_HEAD]
        for title, lead, prefix in _PARTS:
            chosen = {name: told for name, told in relations.items() if _part(name) == prefix}
            parts.append(f"## {title}\n\n{lead}\n")
            parts.extend(_section(con, name, told) for name, told in sorted(chosen.items()))
        return "\n".join([*parts, *_macros(), *_outgoing()])
    finally:
        con.close()


def _macros() -> list[str]:
    """What can be asked of any day, as known on any night: a macro a section."""
    parts = [
        "## Macros\n\nAsk them like tables, with days: "
        "`FROM recognition_as_of(DATE '2019-02-04', DATE '2019-02-03')`.\n"
    ]
    for path in sorted((HERE / "macros").glob("*.sql")):
        macro = read_statement(path)
        call = re.search(r"CREATE MACRO ([a-z_]+\([^)]*\))", macro.sql)
        told = f"{macro.header['name'].capitalize()}; {macro.header['grain']}."
        parts.append(
            "\n".join([f"### {call[1] if call else path.stem}", "", told, "", macro.header.get("note", ""), ""])
        )
    return parts


def main() -> None:
    """Rewrite warehouse/DICTIONARY.md."""
    DICTIONARY.write_text(dictionary(), encoding="utf-8")


def _part(name: str) -> str:
    return next((prefix for _, _, prefix in _PARTS if prefix and name.startswith(prefix)), "")


def _relations(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = con.execute(
        "SELECT table_name, comment FROM duckdb_tables() "
        "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
    ).fetchall()
    return {str(name): str(comment or "") for name, comment in rows}


def _outgoing() -> list[str]:
    """What differs in what is published, from `warehouse/exports/published/`."""
    lines = [
        "## In what is published\n",
        "Article and sentence texts stay in the writer's file. These columns differ:\n",
    ]
    lines += ["| table | column | in what is published |", "|---|---|---|"]
    lines += [
        f"| {table} | `{column}` | {told} |" for table in outgoing_tables() for column, told in meanings(table).items()
    ]
    return [*lines, ""]


def _section(con: duckdb.DuckDBPyConnection, name: str, told: str) -> str:
    keys = con.execute(
        "SELECT constraint_column_names FROM duckdb_constraints() "
        "WHERE table_name = ? AND constraint_type = 'PRIMARY KEY'",
        [name],
    ).fetchone()
    rows = con.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE table_name = ? AND NOT internal ORDER BY column_index",
        [name],
    ).fetchall()
    view = name.startswith("v_")
    lines = [f"### {name}", "", f"{told}.", ""]
    if keys:
        lines += [f"Key: {', '.join(keys[0])}.", ""]
    lines += ["| column | type | meaning |" if view else "| column | type | null | meaning |"]
    lines += ["|---|---|---|" if view else "|---|---|---|---|"]
    for column, kind, nullable, comment in rows:
        cells = [f"`{column}`", kind, *([] if view else ["yes" if nullable else "no"]), comment]
        lines.append("| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
