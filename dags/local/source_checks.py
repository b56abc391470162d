"""`demarche sources check`: read several sources at once, follow it, and show what each gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from transforms.errors import InputError
from transforms.ingest.fetch import Web
from transforms.ingest.fetch_turns import side_by_side
from transforms.ingest.frozen import replay
from transforms.ingest.source_check import SAMPLE, Checked, check_source
from transforms.ingest.source_list import check_ids, read_list
from transforms.ingest.sources import Sources

Say = Callable[[str], None]


def chosen(seeds: Path, ids: Sequence[str], *, every: bool) -> list[str]:
    """`ids`, or all that are listed, or those switched on. Raises InputError for an unknown id."""
    rows = read_list(seeds)
    check_ids(ids, (row["id"] for row in rows))
    return list(ids) or [row["id"] for row in rows if every or row["enabled"] == "1"]


def check_all(ids: Sequence[str], sources: Sources, web: Web, say: Say) -> list[Checked]:
    """Check the sources of `ids`, many hosts side by side; what each gave, in the order of `ids`."""

    def one(source_id: str) -> Checked:
        origin, path = sources.explicit(source_id)
        return check_source(origin, path, web, sources)

    def host_of(source_id: str) -> str:
        return urlsplit(sources.explicit(source_id)[0].source.locator).hostname or source_id

    wanted = list(dict.fromkeys(ids))
    say(f"0 of {len(wanted)} checked")
    return side_by_side(
        wanted, host_of, one, web.limits.hosts, lambda number, name: say(f"{number} of {len(wanted)} checked: {name}")
    )


@contextmanager
def progress(console: Console) -> Iterator[Say]:
    """Where to say what is going on: one live line on a terminal, plain lines elsewhere. Use with standard error."""
    if not console.is_terminal:
        yield lambda text: console.print(text, markup=False, highlight=False, soft_wrap=True)
        return
    with console.status("") as status:
        yield lambda text: status.update(Text(text, no_wrap=True, overflow="ellipsis"))


def as_rows(checked: Iterable[Checked]) -> pd.DataFrame:
    """The results as a table for programs."""
    rows = [
        {**asdict(each), "ok": each.ok, "reasons": ", ".join(f"{reason} {count}" for reason, count in each.reasons)}
        for each in checked
    ]
    return pd.DataFrame(rows).astype(object).rename(columns={"source_id": "id"})


def show_checked(console: Console, checked: Sequence[Checked]) -> None:
    """A line a source, and beneath it what was set aside or why nothing could be read."""
    width = max((len(each.source_id) for each in checked), default=0)
    console.print(f"  {'source':{width}}  {'usable':>10}  {'newest':10}  {'in':3}  {'words':>5}", style="bold")
    for each in checked:
        _show_one(console, each, width)
    good = sum(each.ok for each in checked)
    console.print()
    tail = "" if good == len(checked) else f"; {len(checked) - good} cannot"
    plain(console, f"{good} of {len(checked)} can be read{tail}.")


def show_replayed(console: Console, ids: Sequence[str], folder: Path, sources: Sources) -> bool:
    """Read what is frozen of `ids` again and show what came out otherwise; whether all came out the same.

    Without `ids`, all that is frozen below `folder`. Raises InputError where nothing is frozen.
    """
    names = list(ids) or sorted(path.name for path in folder.glob("[!.]*") if path.is_dir())
    if not names:
        raise InputError("nothing frozen", str(folder), "freeze a source with `demarche sources freeze ID`")
    same = True
    for name in names:
        origin, _ = sources.explicit(name)
        otherwise = replay(folder / name, origin, sources)
        same = same and not otherwise
        console.print("[red]✗[/red]" if otherwise else "[green]✓[/green]", Text(name))
        for line in otherwise:
            detail(console, line)
    return same


def detail(console: Console, text: str) -> None:
    """An indented line; on a terminal its further lines are indented too."""
    if console.is_terminal:
        console.print(Padding(Text(text), (0, 0, 0, 4)))
    else:
        plain(console, f"    {text}")


def plain(console: Console, text: str) -> None:
    """`text` as it is."""
    console.print(text, markup=False, highlight=False, soft_wrap=not console.is_terminal)


def _show_one(console: Console, each: Checked, width: int) -> None:
    mark = "[green]✓[/green]" if each.ok else "[red]✗[/red]"
    usable = f"{each.usable} of {each.found}" if each.found else ""
    newest = each.newest.isoformat() if each.newest else ""
    console.print(
        f"{mark} {each.source_id:{width}}  {usable:>10}  {newest:10}  {each.language or '':3}  {each.words or '':>5}",
        highlight=False,
    )
    if each.linked > SAMPLE:
        detail(console, f"names {each.linked} pages; the first {SAMPLE} were read")
    if each.found and each.reasons:
        detail(console, "set aside: " + ", ".join(f"{reason} {count}" for reason, count in each.reasons))
    if not each.ok and each.why:
        detail(console, each.why)
        detail(console, each.locator)
