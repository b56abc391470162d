"""`seeds/sources.csv` as commands change it: rows added, switched on and off; sorted by id and written whole."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from transforms.errors import InputError
from transforms.ingest.sources import COLUMNS, FILE, load_sources, origin_of
from transforms.knowledge.rows import read_rows

Row = Mapping[str, str]
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_list(seeds: Path) -> list[Row]:
    """Every row of the list, with its columns as strings. Raises SeedError for a row that cannot be used."""
    load_sources(seeds)
    return list(read_rows(seeds / FILE, COLUMNS))


def check_new(seeds: Path, row: Row) -> None:
    """Whether `row` may join the list.

    Raises InputError where its address is listed, its id taken or no id, SeedError where it cannot be used.
    """
    known = load_sources(seeds).at_address(row["locator"])
    if known:
        raise InputError(
            f"address {row['locator']}, listed already as {known.source.source_id!r}", f"seeds/{FILE}", "use that row"
        )
    if any(listed["id"] == row["id"] for listed in read_list(seeds)):
        raise InputError(f"source {row['id']!r}, listed already", f"seeds/{FILE}", "give another id with --id")
    if not _ID.fullmatch(row["id"]):
        raise InputError(f"id {row['id']!r}", "--id", "use lower-case letters, digits and hyphens, such as us-state")
    origin_of(row, f"the new row {row['id']!r}")


def add_row(seeds: Path, row: Row) -> None:
    """Write `row` into the list. Raises as `check_new`."""
    check_new(seeds, row)
    _write(seeds, [*read_list(seeds), row])


def switch(seeds: Path, ids: Sequence[str], *, on: bool) -> list[str]:
    """Set `enabled` of `ids`; the ids that changed. Nothing is written where one of them is unknown (InputError)."""
    rows = read_list(seeds)
    check_ids(ids, (row["id"] for row in rows))
    wanted = "1" if on else "0"
    changed = [row["id"] for row in rows if row["id"] in ids and row["enabled"] != wanted]
    if changed:
        _write(seeds, [{**row, "enabled": wanted} if row["id"] in changed else row for row in rows])
    return changed


def check_ids(ids: Iterable[str], known: Iterable[str]) -> None:
    """Raise InputError for the first of `ids` that is none of `known`, with the ids that it may stand for."""
    listed = list(known)
    for given in ids:
        if given not in listed:
            near = ", ".join(get_close_matches(given, listed)) or "`demarche sources list` shows them"
            raise InputError(f"no source {given!r}", f"seeds/{FILE}", f"give an id of the list: {near}")


def _write(seeds: Path, rows: Iterable[Row]) -> None:
    """The list anew, aside and then renamed: a reader sees the old list or the new one."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: row["id"]))
    aside = seeds / f".{FILE}.partial"
    aside.write_text(text.getvalue(), encoding="utf-8", newline="")
    aside.replace(seeds / FILE)
