"""The vocabulary of `seeds/ontology/`, the only authority for types, actions, statuses and measures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from transforms.errors import SeedError
from transforms.knowledge.rows import read_rows

# The one word of the vocabulary that says that the text names no measure.
_UNSPECIFIED = "unspecified"


@dataclass(frozen=True)
class Ontology:
    """Look-ups over the vocabulary; `status_group` maps a status to actual, future, contingent or negated."""

    actions: frozenset[tuple[str, str]]
    symmetric: frozenset[str]
    status_group: dict[str, str]
    measures: frozenset[str]
    unspecified_measure: str

    def check(self, kind: str, action: str, place: str) -> None:
        """Raises SeedError where (`kind`, `action`) is not in the vocabulary."""
        if (kind, action) not in self.actions:
            raise SeedError(f"unknown action {kind}/{action}", place, "use one of seeds/ontology/actions.csv")

    def check_status(self, status: str, place: str) -> None:
        """Raises SeedError where `status` is not in the vocabulary."""
        if status not in self.status_group:
            raise SeedError(f"unknown status {status!r}", place, "use one of seeds/ontology/statuses.csv")


def load_ontology(seeds: Path) -> Ontology:
    """The vocabulary under `seeds/ontology/`."""
    folder = seeds / "ontology"
    actions = read_rows(folder / "actions.csv", ("type", "action", "symmetric"))
    statuses = read_rows(folder / "statuses.csv", ("status", "group"))
    measures = read_rows(folder / "measures.csv", ("measure",))
    return Ontology(
        actions=frozenset((row["type"], row["action"]) for row in actions),
        symmetric=frozenset(row["action"] for row in actions if row["symmetric"] == "1"),
        status_group={row["status"]: row["group"] for row in statuses},
        measures=frozenset(row["measure"] for row in measures),
        unspecified_measure=_UNSPECIFIED,
    )
