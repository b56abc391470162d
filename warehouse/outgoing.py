"""What readers get of each table: most as it is, those with words of articles as `exports/published/` selects them.

A file there names a table, selects from `source.<table>` and says in its header (`-- column: meaning`) which columns
differ from the writer's or are added. A table without a file goes out as it is.
"""

from __future__ import annotations

from warehouse.statements import HERE, Statement, read_statement

FOLDER = HERE / "exports" / "published"


def selected(table: str) -> Statement | None:
    """How a table goes out; None where it does so as it is."""
    path = FOLDER / f"{table}.sql"
    return read_statement(path) if path.exists() else None


def selecting(table: str) -> str:
    """The statement that gives the published rows of `source.<table>`, sorted."""
    found = selected(table)
    return found.sql if found else f'SELECT * FROM source."{table}" ORDER BY ALL'


def meanings(table: str) -> dict[str, str]:
    """The comments of the columns that differ from the writer's or are added, by column."""
    found = selected(table)
    return {key: told for key, told in found.header.items() if key not in {"name", "note"}} if found else {}


def outgoing_tables() -> list[str]:
    """The tables that have a selection of their own, in order of name."""
    return sorted(path.stem for path in FOLDER.glob("*.sql"))
