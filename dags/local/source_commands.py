"""`demarche sources`: the list of sources on the command line.

Wiring only; each command imports what it needs when it runs, so that `--help` is instant.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated

import typer

from dags.local.home import ROOT
from dags.local.told import told

if TYPE_CHECKING:
    from rich.console import Console

    from transforms.ingest.fetch import Web

SEEDS = ROOT / "seeds"
FROZEN = "frozen"

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of the list.")]
SomeIds = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Ids of the list.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Json = Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")]

app = typer.Typer(
    help="The sources that nights read: list them, try them, add one, switch them on and off.",
    epilog="Example: demarche sources check us-state un-press",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command("list", epilog="Example: demarche sources list --enabled")
def list_sources(
    enabled: Annotated[bool, typer.Option("--enabled", help="Only those that nights read.")] = False,
    csv: Csv = False,
    as_json: Json = False,
) -> None:
    """Show the sources, and when each last gave an article to the published warehouse."""
    from dags.local.home import state_home
    from dags.local.rows import print_csv, print_json
    from dags.local.source_list import show_sources, source_rows

    with told():
        rows = source_rows(state_home(), SEEDS, enabled_only=enabled)
    if csv or as_json:
        (print_csv if csv else print_json)(rows)
    else:
        show_sources(_console(), rows)


@app.command(epilog="Example: demarche sources check us-state un-press")
def check(
    ids: SomeIds = None,
    every: Annotated[bool, typer.Option("--all", help="All of the list, not only those switched on.")] = False,
    frozen: Annotated[
        bool, typer.Option("--frozen", help="Read what is frozen again, without a network, and tell what changed.")
    ] = False,
    csv: Csv = False,
    as_json: Json = False,
) -> None:
    """Read sources once and tell what a night would get from each; nothing is loaded or kept.

    Exit status: 0 all can be read, 1 one cannot (with --frozen: one is read otherwise), 2 an id is unknown.
    """
    from dags.local.home import state_home
    from dags.local.rows import print_csv, print_json
    from dags.local.source_checks import as_rows, check_all, chosen, progress, show_checked, show_replayed
    from transforms.ingest.sources import load_sources

    with told():
        wanted = chosen(SEEDS, ids or [], every=every)
        sources = load_sources(SEEDS)
        if frozen:
            same = show_replayed(_console(), wanted if ids else [], state_home() / FROZEN, sources)
            raise typer.Exit(0 if same else 1)
        with web() as client, progress(_console(stderr=True)) as say:
            checked = check_all(wanted, sources, client, say)
    if csv or as_json:
        (print_csv if csv else print_json)(as_rows(checked))
    else:
        show_checked(_console(), checked)
    raise typer.Exit(0 if all(each.ok for each in checked) else 1)


@app.command(epilog="Example: demarche sources add https://www.example.org/news --id example-news")
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of a site, a page of it, or its feed.")],
    source_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id in the list.", show_default="made from its name")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the row only; write nothing.")] = False,
) -> None:
    """Find a site's feed, fill its row, freeze a test page, and add it to seeds/sources.csv, switched off.

    What nobody said is left blank: fill in only what you know. The frozen page stays in the state folder.
    """
    from dags.local.home import state_home
    from dags.local.source_add import find_source, show_found, write_source
    from dags.local.source_checks import plain, progress

    console = _console()
    with told(), web() as client:
        with progress(_console(stderr=True)) as say:
            added = find_source(url, source_id, SEEDS, client, say)
        show_found(console, added)
        if dry_run:
            plain(console, "Nothing written (--dry-run).")
        else:
            write_source(console, added, SEEDS, state_home() / FROZEN)


@app.command(epilog="Example: demarche sources freeze us-state")
def freeze(ids: Ids) -> None:
    """Keep what sources answer now, and what is read in it, for `check --frozen`; in the place of what was frozen."""
    from dags.local.home import state_home
    from dags.local.source_add import freeze_source
    from dags.local.source_checks import chosen, plain, progress

    with told(), web() as client, progress(_console(stderr=True)) as say:
        for source_id in chosen(SEEDS, ids, every=False):
            plain(_console(), f"{source_id}: {freeze_source(source_id, state_home() / FROZEN, SEEDS, client, say)}")


@app.command(epilog="Example: demarche sources enable us-state uk-fcdo un-press")
def enable(ids: Ids) -> None:
    """Let scheduled nights read these sources."""
    _switch(ids, on=True)


@app.command(epilog="Example: demarche sources disable us-state")
def disable(ids: Ids) -> None:
    """Let scheduled nights read these sources no longer; what was read of them stays."""
    _switch(ids, on=False)


def web() -> AbstractContextManager[Web]:
    """The client through which these commands ask the network; tests put their own in its place."""
    from transforms.ingest.fetch import make_client

    return make_client()


def _switch(ids: list[str], *, on: bool) -> None:
    from transforms.ingest.source_list import switch

    with told():
        changed = switch(SEEDS, ids, on=on)
    state = "on" if on else "off"
    for source_id in dict.fromkeys(ids):
        print(f"{source_id}: switched {state}" if source_id in changed else f"{source_id}: {state} already")


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, soft_wrap=not stream.isatty())
