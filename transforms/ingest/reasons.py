"""The reasons for setting an input aside: `seeds/ontology/set_aside_reasons.csv` is their only authority."""

from __future__ import annotations

from pathlib import Path

from transforms.errors import SeedError
from transforms.knowledge.rows import read_rows

FILE = "ontology/set_aside_reasons.csv"


def load_reasons(seeds: Path) -> frozenset[str]:
    """The reasons the ontology lists. Raises SeedError where the file is missing."""
    return frozenset(row["reason"] for row in read_rows(seeds / FILE, ("reason",)))


def check_reason(reason: str, known: frozenset[str]) -> str:
    """`reason`, if the ontology lists it. Raises SeedError for any other."""
    if reason not in known:
        raise SeedError(f"unknown reason {reason!r}", f"seeds/{FILE}", "add a row for it, or use a reason listed there")
    return reason
