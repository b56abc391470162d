"""A sample of a night's texts, extracted a second time by another process: both must give the same rows.

What depends on the order of a set, on the number of threads or on the texts beside it would differ. The second process
has another hash seed, another number of threads, and the sample alone as its batch. `python -m transforms.again BATCH
OUT` is that process.
"""

from __future__ import annotations

import hashlib
import math
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from transforms.extract import TABLES as EXTRACTED
from transforms.extract import extract_batch
from transforms.frames import read_rows, write_rows
from transforms.records import TABLES, Version

SHARE, LEAST = 0.05, 5
_ROOT = Path(__file__).resolve().parents[1]
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
# Who an actor is stands in participants and mentions; this table has no text of its own.
_COMPARED = tuple(name for name in EXTRACTED if name != "actors")
_SHOWN = 300
# By text, its rows: (table, place among the text's rows of it) to the row.
_Rows = dict[str, dict[tuple[str, int], Any]]


@dataclass(frozen=True, slots=True)
class Twice:
    """One row of `ops_twice`, but for the run: a text, and the first difference, None where there is none."""

    version_id: str
    agrees: bool
    detail: str | None


def extract_again(batches: Sequence[Path], extracted: Path, out: Path) -> list[Twice]:
    """Extract a sample of the batches' texts anew and compare with what lies in `extracted/<batch>/`.

    Writes under the folder `out`. A second process that fails agrees with nothing: its last words are the difference.
    """
    versions = [version for batch in batches for version in read_rows(batch, Version)]
    chosen = set(sample(version.version_id for version in versions))
    if not chosen:
        return []
    batch = out / "sample.parquet"
    write_rows(batch, Version, [version for version in versions if version.version_id in chosen])
    del versions
    failed = _in_another_process(batch, out / "claims")
    if failed is not None:
        return [Twice(version_id, False, failed) for version_id in sorted(chosen)]
    first = _rows((extracted / path.stem for path in batches), chosen)
    return compared(sorted(chosen), first, _rows([out / "claims"], chosen))


def sample(version_ids: Iterable[str]) -> list[str]:
    """The texts to extract twice: `SHARE` of them, `LEAST` at least, those whose identifiers hash lowest."""
    ids = sorted(set(version_ids), key=lambda v: hashlib.sha256(v.encode()).hexdigest())
    return ids[: max(LEAST, math.ceil(len(ids) * SHARE))]


def compared(version_ids: Sequence[str], first: _Rows, second: _Rows) -> list[Twice]:
    """Each text with the first difference between two extractions of it."""
    details = ((v, _difference(first.get(v, {}), second.get(v, {}))) for v in version_ids)
    return [Twice(v, detail is None, detail) for v, detail in details]


def _difference(first: Mapping[tuple[str, int], Any], second: Mapping[tuple[str, int], Any]) -> str | None:
    order = {name: place for place, name in enumerate(("events", *_COMPARED))}
    for key in sorted(first.keys() | second.keys(), key=lambda k: (order[k[0]], k[1])):
        a, b = first.get(key), second.get(key)
        if a == b:
            continue
        if a is None or b is None:
            return f"{key[0]}: only the {'second' if a is None else 'first'} has {a or b}"[:_SHOWN]
        column = next(item.name for item in fields(a) if getattr(a, item.name) != getattr(b, item.name))
        return f"{key[0]}.{column}: {getattr(a, column)!r}, then {getattr(b, column)!r} in {a}"[:_SHOWN]
    return None


def _rows(folders: Iterable[Path], version_ids: set[str]) -> _Rows:
    """The rows of these texts by text, table and place; rows of claims are found by their claim."""
    found: _Rows = {}
    places = Counter[tuple[str, str]]()
    for folder in folders:
        text_of: dict[str, str] = {}
        for name in ("events", *(table for table in _COMPARED if table != "events")):
            for row in read_rows(folder / f"{name}.parquet", TABLES[name]):
                version = getattr(row, "version_id", None) or text_of.get(row.claim_id)
                if version in version_ids:
                    found.setdefault(version, {})[name, places[version, name]] = row
                    places[version, name] += 1
                    if name == "events":
                        text_of[row.claim_id] = version
    return found


def _in_another_process(batch: Path, out: Path) -> str | None:
    """Extract a batch there; None, or how it failed."""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    threads = "2" if os.environ.get(_THREADS[0]) == "1" else "1"
    env = {**os.environ, "PYTHONHASHSEED": seed, **dict.fromkeys(_THREADS, threads)}
    command = [sys.executable, "-m", "transforms.again", str(batch.absolute()), str(out.absolute())]
    ran = subprocess.run(command, cwd=_ROOT, env=env, capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        return None
    last = next(iter(ran.stderr.strip().splitlines()[-1:]), "no word of why")
    return f"the second process failed ({ran.returncode}): {last}"[:_SHOWN]


def main(arguments: Sequence[str]) -> None:
    """Extract one batch: its path, then the folder for the tables."""
    batch, out = map(Path, arguments)
    extract_batch(batch, out)


if __name__ == "__main__":
    main(sys.argv[1:])
