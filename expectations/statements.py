"""SQL files of the checks: read with their header, bound to a night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from expectations.errors import ExpectationFileError

HERE = Path(__file__).parent
#: Files of `batches/` that other statements select from as from tables; each may select from those before it.
SHARED = ("night_versions", "earlier_nights", "checked_versions", "checked_claims", "checked_members")


@dataclass(frozen=True, slots=True)
class Statement:
    """One SELECT with the `-- key: value` lines above it."""

    path: Path
    header: dict[str, str]
    sql: str

    def require(self, key: str) -> str:
        """A header value. Raises ExpectationFileError where the file lacks it."""
        if key not in self.header:
            raise ExpectationFileError(f"no '-- {key}:' line", self.path.name, f"add '-- {key}: …' above the statement")
        return self.header[key]


def read_statement(path: Path) -> Statement:
    """Read one SQL file. A header line may go on in lines of the form `--   more words`."""
    header: dict[str, str] = {}
    body: list[str] = []
    last = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if body or not line.startswith("--"):
            body.append(line)
        elif line.startswith("--   ") and last:
            header[last] += " " + line[2:].strip()
        else:
            last, _, value = (part.strip() for part in line[2:].partition(":"))
            header[last] = value
    return Statement(path, header, "\n".join(body).strip().rstrip(";"))


def bind(statement: Statement, night: date, whole: bool = True) -> str:
    """The statement with `$night` as a DATE literal and `$whole` as a BOOLEAN, and with what it may select from beside
    tables: `night_versions`, `earlier_nights` and what is judged (`checked_*`), each defined once, in `batches/`."""
    shared = ",\n\n".join(f"{name} AS (\n{read_statement(HERE / 'batches' / f'{name}.sql').sql}\n)" for name in SHARED)
    own = statement.sql.removeprefix("WITH ")
    # The statement's own WITH, if any, goes on from ours: its ORDER BY stays the outermost and is kept.
    text = f"WITH {shared}\n{own}" if own == statement.sql else f"WITH {shared},\n\n{own}"
    return text.replace("$night", f"DATE '{night.isoformat()}'").replace("$whole", str(whole).lower())
