"""Which seed fills which reference table, and the filling."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from transforms.errors import SeedError
from warehouse.transaction import transaction

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@dataclass(frozen=True, slots=True)
class Seed:
    """One CSV below the seeds folder; `renamed` maps table columns to header names that differ from them."""

    table: str
    path: str
    required: bool = True
    renamed: dict[str, str] = field(default_factory=dict)


REFERENCE = (
    Seed("ref_types", "ontology/types.csv"),
    Seed("ref_actions", "ontology/actions.csv", renamed={"is_symmetric": "symmetric"}),
    Seed("ref_statuses", "ontology/statuses.csv", renamed={"status_group": "group"}),
    Seed("ref_measures", "ontology/measures.csv"),
    Seed("ref_roles", "ontology/roles.csv"),
    Seed("ref_precisions", "ontology/precisions.csv"),
    Seed("ref_scopes", "ontology/scopes.csv"),
    Seed("ref_offices", "ontology/offices.csv"),
    Seed("ref_meet_modes", "ontology/meet_modes.csv"),
    Seed("ref_attribution_modes", "ontology/attribution_modes.csv"),
    Seed("ref_link_kinds", "ontology/link_kinds.csv"),
    Seed("ref_reading_fields", "ontology/reading_fields.csv"),
    Seed("ref_reading_rules", "ontology/reading_rules.csv"),
    Seed("ref_comparators", "ontology/comparators.csv"),
    Seed("ref_set_aside_reasons", "ontology/set_aside_reasons.csv"),
    Seed("ref_ledger_states", "ontology/ledger_states.csv"),
    Seed("ref_ledger_rules", "ontology/ledger_rules.csv"),
    Seed("ref_crosswalk", "ontology/crosswalk.csv"),
    Seed("ref_countries", "countries.csv", required=False),
    Seed("ref_bodies", "bodies.csv", required=False),
    Seed("ref_memberships", "memberships.csv", required=False),
    Seed("ref_office_holders", "office_holders.csv", required=False),
    Seed("ref_entities", "entities.csv", required=False),
    Seed("ref_aliases", "aliases.csv", required=False),
    Seed("ref_person_aliases", "person_aliases.csv", required=False),
    Seed("ref_governments", "governments.csv", required=False),
    Seed("ref_external_ids", "external_ids.csv", required=False),
    Seed("ref_external_id_schemes", "ontology/external_id_schemes.csv"),
    Seed("ref_actor_kinds", "ontology/actor_kinds.csv"),
    Seed("ref_guide_ids", "ontology/guide_ids.csv"),
)


def load_reference(con: duckdb.DuckDBPyConnection, seeds: Path = SEEDS) -> dict[str, int]:
    """Fill the reference tables from the CSVs under `seeds` in one transaction; returns rows by table.

    Columns are taken by the header's names. A missing file outside `ontology/` leaves its table empty.
    Raises SeedError, naming the file, where one is missing or a row breaks the table's rules.
    """
    counts: dict[str, int] = {}
    with transaction(con):
        for seed in REFERENCE:
            counts[seed.table] = _fill(con, seeds, seed)
    return counts


def _fill(con: duckdb.DuckDBPyConnection, seeds: Path, seed: Seed) -> int:
    con.execute(f"DELETE FROM {seed.table}")
    path = seeds / seed.path
    if not path.exists():
        if seed.required:
            raise SeedError(f"no file {seed.path!r}", str(seeds), "restore it: it is part of the vocabulary")
        return 0
    columns = [str(row[0]) for row in con.execute(f"DESCRIBE {seed.table}").fetchall()]
    taken = ", ".join(f'"{seed.renamed.get(name, name)}"' for name in columns)
    try:
        row = con.execute(
            f"INSERT INTO {seed.table} SELECT {taken} FROM read_csv(?, header = true, all_varchar = true, "
            "delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = true)",
            [str(path)],
        ).fetchone()
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise SeedError(reason, f"seeds/{seed.path}", "correct the row or the header that the message names") from error
    return int(row[0]) if row else 0
