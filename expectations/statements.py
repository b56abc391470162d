"""SQL files of the checks: read with their header, bound to a night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from expectations.errors import ExpectationFileError

HERE = Path(__file__).parent
NIGHT_VERSIONS = HERE / "batches" / "night_versions.sql"


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


def bind(statement: Statement, night: date) -> str:
    """The statement with `$night` as a DATE literal; `night_versions` is the one definition of the night's texts."""
    texts = f"WITH night_versions AS (\n{read_statement(NIGHT_VERSIONS).sql}\n)"
    own = statement.sql.removeprefix("WITH ")
    # The statement's own WITH, if any, goes on from ours: its ORDER BY stays the outermost and is kept.
    whole = f"{texts}\n{own}" if own == statement.sql else f"{texts},\n\n{own}"
    return whole.replace("$night", f"DATE '{night.isoformat()}'")
