"""The vocabulary as a page, made from seeds/ontology: `python -m warehouse.ontology` rewrites ONTOLOGY.md."""

from __future__ import annotations

import csv
from pathlib import Path

from warehouse.statements import HERE

ONTOLOGY = HERE / "ONTOLOGY.md"
COMMAND = "python -m warehouse.ontology"
SEEDS = HERE.parent / "seeds" / "ontology"
# (file, title, lead), in the order of the page; files that are not named follow in order of name.
_PARTS = (
    ("types", "Types", "What a claim is about."),
    ("actions", "Actions", "What is done: `change` is what becomes of a sanction, `stance` where somebody stands."),
    ("statuses", "Statuses", "Whether it is told as done, planned, threatened or denied; only `actual` makes state."),
    ("roles", "Roles", "How somebody takes part."),
    ("measures", "Measures", "What a sanction does."),
    ("precisions", "Precisions of dates", "How exactly a day is known."),
    ("kinds", "Kinds of actors", "With the PLOVER sector and the FollowTheMoney schema that they go out under."),
    ("crosswalk", "Crosswalk to PLOVER and CAMEO", "Of the rows that fit a claim the most specific one counts."),
)
_HEAD = """# Ontology

Made from `seeds/ontology/` by `python -m warehouse.ontology`; don't edit it by hand.
"""


def ontology(seeds: Path = SEEDS) -> str:
    """The vocabulary of the CSVs in `seeds`, as Markdown."""
    named = {name for name, _, _ in _PARTS}
    others = sorted(path.stem for path in seeds.glob("*.csv") if path.stem not in named)
    parts = (
        *_PARTS,
        *((name, name.replace("_", " ").capitalize(), f"`seeds/ontology/{name}.csv`.") for name in others),
    )
    return "\n".join([_HEAD, *(_section(seeds / f"{name}.csv", title, lead) for name, title, lead in parts)])


def _section(path: Path, title: str, lead: str) -> str:
    with path.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    told = [header, ["---"] * len(header), *rows]
    table = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in told]
    return "\n".join([f"## {title}\n", f"{lead}\n", *table, ""])


def main() -> None:
    """Rewrite warehouse/ONTOLOGY.md."""
    ONTOLOGY.write_text(ontology(), encoding="utf-8")


if __name__ == "__main__":
    main()
