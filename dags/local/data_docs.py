"""Great Expectations' own pages, for who asks for them: `DEMARCHE_DATA_DOCS=1` or `demarche report --data-docs`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dags.local.progress import say

if TYPE_CHECKING:
    import pandas as pd

    from dags.local.report_place import Place

    Query = Callable[[str], pd.DataFrame]

WANTED = "DEMARCHE_DATA_DOCS"
FOLDER = "data-docs"


def build_beside(query: Query, night: date, candidate: Path) -> str | None:
    """Build the pages beside a candidate where `DEMARCHE_DATA_DOCS` asks for them; their address from the report's.

    None where nobody asks, and where the library cannot build them: they are no part of the verdict, so the night
    goes on and the progress says why there are none.
    """
    if os.environ.get(WANTED, "") in ("", "0"):
        return None
    from expectations.data_docs import INDEX, build_data_docs

    folder = _aside(candidate)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        build_data_docs(query, night, folder)
    except Exception as error:
        say(f"Data Docs could not be built: {type(error).__name__}: {error}")
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return f"{FOLDER}/{INDEX}"


def keep_beside(candidate: Path, report_folder: Path) -> None:
    """Move the pages that were built beside a candidate, if any, to the folder of its report."""
    built, kept = _aside(candidate), report_folder / FOLDER
    if built.is_dir():
        shutil.rmtree(kept, ignore_errors=True)
        shutil.move(built, kept)


def build_for(home: Path, place: Place, folder: Path, *, from_elsewhere: bool) -> Path:
    """Build the pages of a night that was checked before, in `folder`; the page to open.

    A published file holds no texts, so the writer's file is asked for its night, under the lock; a refused candidate
    is asked itself. Raises InputError for a file from elsewhere without texts.
    """
    from expectations.data_docs import build_data_docs

    with _with_texts(home, place, from_elsewhere=from_elsewhere) as query:
        return build_data_docs(query, place.night, folder)


@contextmanager
def _with_texts(home: Path, place: Place, *, from_elsewhere: bool) -> Iterator[Query]:
    from transforms.errors import InputError
    from warehouse.load import WRITER
    from warehouse.lock import writer_lock
    from warehouse.query import reader

    with reader(place.file) as query:
        if int(query("SELECT count(*) FILTER (WHERE text IS NULL) AS n FROM versions")["n"].iloc[0]) == 0:
            yield query
            return
    if from_elsewhere or not (home / WRITER).exists():
        raise InputError("a published file, without texts", str(place.file), "give a file that holds texts")
    with writer_lock(home), reader(home / WRITER) as query:
        yield query


def _aside(candidate: Path) -> Path:
    return candidate.with_suffix(f".{FOLDER}")
