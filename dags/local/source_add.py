"""`demarche sources add` and `freeze`: find what can be followed, fill its row, keep a test page aside."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dags.local.source_checks import Say, plain
from transforms.errors import InputError
from transforms.ingest.discover import Found, discover
from transforms.ingest.fetch import Web
from transforms.ingest.frozen import freeze
from transforms.ingest.new_source import describe
from transforms.ingest.pieces import Item, Origin, Piece
from transforms.ingest.read import read_piece
from transforms.ingest.source_answers import answer_at, answers_of, page_at
from transforms.ingest.source_check import Checked, check_answers
from transforms.ingest.source_list import Row, add_row, check_new, read_list
from transforms.ingest.sources import Sources, load_sources, origin_of


@dataclass(frozen=True)
class Added:
    """What was found, the row made of it, what reading it gave, and the answers that are worth keeping."""

    found: Found
    row: Row
    checked: Checked
    pieces: tuple[Piece, ...]


def find_source(url: str, source_id: str | None, seeds: Path, web: Web, say: Say) -> Added:
    """Find the feed at `url`, fill its row and read it once. Writes nothing.

    Raises InputError where nothing is found, or what is found is listed or its id taken.
    """
    sources = load_sources(seeds)
    found = discover(url, web, sources, say)
    row = describe(found, url, read_list(seeds), seeds, source_id)
    check_new(seeds, row)
    origin = origin_of(row, f"the new row {row['id']!r}")
    say(f"reading {row['locator']}")
    pieces: list[Piece] = []
    answer = replace(found.piece, origin=origin, locator=row["locator"])
    checked = check_answers(origin, [answer], web, sources, pieces.append)
    return Added(found, row, checked, tuple(_with_page(pieces, origin, web, sources, say)))


def freeze_source(source_id: str, folder: Path, seeds: Path, web: Web, say: Say) -> Path:
    """Read a listed source anew and freeze its answers below `folder`; the facts' path. Raises InputError without."""
    sources = load_sources(seeds)
    origin, path = sources.explicit(source_id)
    pieces: list[Piece] = []
    checked = check_answers(origin, answers_of(origin, path, web), web, sources, pieces.append)
    if not pieces:
        raise InputError(checked.why or "no answer", checked.locator, "freeze it when it answers")
    return freeze(folder / source_id, _with_page(pieces, origin, web, sources, say), sources)


def show_found(console: Console, added: Added) -> None:
    """What was found and the row that it makes; blanks are shown as such."""
    plain(console, f"Found  {added.row['locator']} ({added.found.how})")
    for other in added.found.others:
        plain(console, f"       {other} (linked too; add it by its own address)")
    grid = Table.grid(padding=(0, 2))
    for column, value in added.row.items():
        grid.add_row(f"  {column}", Text(value) if value else Text("unknown: left blank", style="dim"))
    console.print()
    console.print(grid, highlight=False)
    console.print()
    plain(console, f"Read   {_read(added.checked)}")


def write_source(console: Console, added: Added, seeds: Path, folder: Path) -> None:
    """Add the row to the list, freeze the answers, and say what comes next."""
    source_id = added.row["id"]
    add_row(seeds, added.row)
    place = freeze(folder / source_id, added.pieces, load_sources(seeds)).parent
    pages = len(added.pieces) - 1
    plain(console, f"Frozen {_near(place)} (the {added.found.kind} and {pages} page{'' if pages == 1 else 's'} of it)")
    plain(console, f"Added  {_near(seeds / 'sources.csv')}, switched off. Next:")
    plain(console, "       1. fill in what you know: speaker, time_zone, ownership, licence or terms")
    plain(console, f"       2. demarche sources check {source_id}")
    plain(console, f"       3. demarche sources enable {source_id}")


def _with_page(pieces: list[Piece], origin: Origin, web: Web, sources: Sources, say: Say) -> list[Piece]:
    """`pieces` and, where they hold no page of an article yet, the page of the first article that they name."""
    if len(pieces) != 1 or pieces[0].address is None:
        return pieces
    first = next((item.address for item in read_piece(pieces[0], sources) if isinstance(item, Item)), None)
    if first is None:
        return pieces
    say(f"reading {first}")
    answer = answer_at(page_at(origin, first), web)
    return [*pieces, answer] if isinstance(answer, Piece) else pieces


def _read(checked: Checked) -> str:
    if not checked.ok:
        return f"nothing that a night would keep ({checked.why or 'no article'})"
    newest = f"newest {checked.newest}" if checked.newest else "without days"
    aside = ", ".join(f"{reason} {count}" for reason, count in checked.reasons)
    return (
        f"{checked.usable} of {checked.found} articles usable, {newest}, in {checked.language}, "
        f"{checked.words} words (median){f'; set aside: {aside}' if aside else ''}"
    )


def _near(path: Path) -> str:
    """The path as a person here would type it."""
    shown = os.path.relpath(path)
    return str(path) if shown.startswith("..") else shown
