"""`demarche review`: people's decisions on what the machine read, on the command line.

Wiring only; each command imports what it needs when it runs, so that `--help` is instant.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from dags.local.given_day import given_day
from dags.local.told import told

if TYPE_CHECKING:
    from rich.console import Console


Handle = Annotated[str, typer.Argument(metavar="HANDLE", help="The first characters of the claim's id, as listed.")]
Why = Annotated[str, typer.Option(help="Why; it goes into the change log.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.", show_default="git's user.name")]
On = Annotated[
    date | None,
    typer.Option(
        parser=given_day, metavar="DAY", help="The day of the decision.", show_default="the latest night's label"
    ),
]

app = typer.Typer(
    help="What people say to the machine's reading: list changes of state, accept, reject, fix, merge, split.",
    epilog="Example: demarche review --night 2019-01-31",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def review(  # noqa: PLR0913, PLR0917 - each argument is an option of the command
    context: typer.Context,
    night: Annotated[
        date | None,
        typer.Option(
            parser=given_day, metavar="DAY", help="The night's label.", show_default="the latest published night"
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Changes of all nights.")] = False,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Also those that somebody decided on.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="List so many.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print all as a JSON array of objects.")] = False,
    ask: Annotated[bool, typer.Option("--ask", help="Walk the list and ask for a decision on each.")] = False,
    by: By = None,
) -> None:
    """List a night's changes of state, those first that matter most and are least sure, with their sentences.

    The rank is impact times uncertainty; dags/local/review/changes.sql says how both are weighed.
    """
    if context.invoked_subcommand:
        return
    from dags.local.home import state_home
    from dags.local.review_list import changes, last_night, show_changes
    from dags.local.rows import print_json

    with told():
        home = state_home()
        chosen = None if every else night or last_night(home)
        rows = changes(home, chosen, reviewed=reviewed)
        if as_json:
            print_json(rows)
        elif ask:
            from dags.local.review_ask import walk

            walk(_console(), rows, by)
        else:
            show_changes(_console(), rows, chosen, limit)


@app.command(epilog='Example: demarche review accept 3f2a91bc --why "the ministry\'s own release says so"')
def accept(handle: Handle, why: Why, by: By = None, on: On = None) -> None:
    """Confirm what a claim tells."""
    _decide("accept", (handle,), why, (by, on))


@app.command(epilog='Example: demarche review reject 3f2a91bc --why "the sentence speaks of a football club"')
def reject(handle: Handle, why: Why, by: By = None, on: On = None) -> None:
    """Dispute a claim: it makes no state from that day on."""
    _decide("reject", (handle,), why, (by, on))


@app.command(epilog='Example: demarche review fix 3f2a91bc --set status=denied --why "the minister denied it"')
def fix(
    handle: Handle,
    given: Annotated[list[str], typer.Option("--set", metavar="FIELD=VALUE", help="A field and its right value.")],
    why: Why,
    by: By = None,
    on: On = None,
) -> None:
    """Set fields of a claim, and so confirm it; the machine's values are kept beside.

    Fields: action, status, date (2019-01-31, 2019-01, 2019, a/b, a/.., ../b), actor, target, proposer, about (ids
    joined by |), scope, measures, office, mode, deadline. `unknown` empties a field that may be empty.
    """
    from dags.local.settings import settings

    with told():
        values = settings(given, "status=denied")
    _decide("fix", (handle,), why, (by, on), values)


@app.command(epilog='Example: demarche review merge 3f2a91bc 77c0de12 --why "both tell of the vote on Monday"')
def merge(handle: Handle, other: Handle, why: Why, by: By = None, on: On = None) -> None:
    """Put two claims into one cluster: they tell of one act."""
    _decide("merge", (handle, other), why, (by, on))


@app.command(epilog='Example: demarche review split 3f2a91bc 77c0de12 --why "two votes, a week apart"')
def split(handle: Handle, other: Handle, why: Why, by: By = None, on: On = None) -> None:
    """Keep two claims apart: they tell of two acts."""
    _decide("split", (handle, other), why, (by, on))


@app.command(epilog="Example: demarche review undo 3f2a91bc")
def undo(
    handle: Annotated[str, typer.Argument(metavar="HANDLE", help="Of a claim, or of a decision as `log` lists it.")],
) -> None:
    """Take back the decisions on a claim, or one decision; the machine's values come back with the next night."""
    from dags.local.home import corrections_file, state_home
    from dags.local.review_decide import find
    from dags.local.review_decide import undo as take_back
    from transforms.errors import InputError

    with told():
        try:
            claim = find(state_home(), handle)
        except InputError:  # A decision's own id, or a claim that is no more.
            claim = None
        for row in take_back(corrections_file(), handle, claim):
            print(f"taken back: {row.decision} of {row.told or row.anchor.type}, {row.decided_by}, {row.decided_on}")
    print(_LATER)


@app.command(epilog="Example: demarche review log --json")
def log(as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")] = False) -> None:
    """Show the change log of the published warehouse: what was decided, before and after, by whom, when and why."""
    from dags.local.home import state_home
    from dags.local.rows import print_rows
    from warehouse.query import query

    with told():
        rows = query(state_home(), "SELECT * FROM v_change_log ORDER BY decided_on DESC, correction_id")
    print_rows(rows, as_json=as_json)


_LATER = "It takes effect with the next night; `demarche reparse --night DAY` runs one again at once."


def _decide(
    decision: str,
    handles: tuple[str, ...],
    why: str,
    who: tuple[str | None, date | None],
    fix: Mapping[str, str] = MappingProxyType({}),
) -> None:
    from dags.local.home import corrections_file, state_home
    from dags.local.review_decide import Said, decide, decider, find
    from dags.local.review_list import last_night

    with told():
        home, file = state_home(), corrections_file()
        claims = tuple(find(home, handle) for handle in handles)
        made = decide(home, decision, claims, Said(decider(who[0]), who[1] or last_night(home), why), fix)
    for claim in claims:
        print(f"{decision}: {claim.told}\n  “{claim.sentence}”")
    for row in made:
        setting = f" {row.fixed} becomes {row.value};" if row.fixed else ""
        print(f" {setting} {row.correction_id} in {file.name}, {row.decided_by}, {row.decided_on}")
    print(_LATER)


def _console() -> Console:
    from rich.console import Console

    return Console(soft_wrap=not sys.stdout.isatty())
