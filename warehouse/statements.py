"""SQL files of the warehouse: read with their `-- key: value` header, table and column names filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
_NAME = re.compile(r"[a-z_][a-z0-9_]*(, [a-z_][a-z0-9_]*)*")


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of one file and the header lines above its first statement."""

    path: Path
    header: dict[str, str]
    sql: str

    @property
    def reads(self) -> tuple[str, ...]:
        """Tables and views named by the `-- reads:` line, in its order."""
        return tuple(name.strip() for name in self.header.get("reads", "").split(",") if name.strip())


def read_statement(path: Path) -> Statement:
    """Read one file. A header line may go on in lines of the form `--   more words`."""
    text = path.read_text(encoding="utf-8")
    header: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if line.startswith("--   ") and last:
            header[last] += " " + line[2:].strip()
        elif found := re.match(r"-- ([a-z0-9_]+): (.*)", line):
            last = found.group(1)
            header[last] = found.group(2).strip()
    return Statement(path, header, text)


def loading(name: str, **names: str) -> str:
    """A statement of `warehouse/loading/`, its `$placeholders` replaced by table or column names.

    Only lists of lower-case names are put in; values are bound by the caller.
    Raises ValueError where a name is none, KeyError where one is missing.
    """
    for value in names.values():
        if not _NAME.fullmatch(value):
            raise ValueError(f"not a table or column name: {value!r}")
    return Template(read_statement(HERE / "loading" / f"{name}.sql").sql).substitute(names)


def sql_text(value: object) -> str:
    """A value as an SQL string literal, for the places (ATTACH, COMMENT) that take no bound one; None as NULL."""
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"
