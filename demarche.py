"""Demarche on the command line: run a night, extract events, evaluate the extractor, query what is published.

Wiring only; each command imports what it needs when it runs, so that `--help` is instant.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dags.local import report_command, review_commands, source_commands
from dags.local.given_day import given_day
from dags.local.told import told

ARTICLES = Path(__file__).resolve().parent / "seeds" / "articles"

app = typer.Typer(
    help="The open tracker of sanctions, recognitions and diplomatic actions in the news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(source_commands.app, name="sources")
app.add_typer(review_commands.app, name="review")
app.command(epilog="Example: demarche report --night 2019-01-31 --format markdown --strict")(report_command.report)


@app.command(epilog="Example: demarche nightly --source article.txt --published 2019-01-31")
def nightly(
    source: Annotated[
        str,
        typer.Option(
            help="A file, a folder of files, the address of a feed or page, or an id in seeds/sources.csv.",
            show_default="the bundled articles",
        ),
    ] = str(ARTICLES),
    night: Annotated[
        date | None,
        typer.Option(
            "--date", parser=given_day, metavar="DAY", help="The night's label; else the latest publication date."
        ),
    ] = None,
    published: Annotated[
        date | None, typer.Option(parser=given_day, metavar="DAY", help="The day of texts that carry no date.")
    ] = None,
) -> None:
    """Run one night: ingest, extract, load, validate, publish.

    Exit status: 0 published, 1 refused by the checks, 2 nothing could be read.
    """
    from rich.console import Console

    from dags.local.by_hand import run_night
    from dags.local.display import Display
    from dags.local.home import state_home
    from dags.local.summary import show

    options = {
        "source": str(Path(source).absolute()) if Path(source).exists() else source,
        "night": night.isoformat() if night else None,
        "published": published.isoformat() if published else None,
    }
    console = Console(soft_wrap=not sys.stdout.isatty())
    with Display(console) as display:
        outcome = run_night(state_home(), options, display.follow)
    show(console, outcome)
    raise typer.Exit(outcome.exit_status)


@app.command(epilog="Example: demarche reparse --night 2019-01-31, or: demarche reparse --all")
def reparse(
    night: Annotated[
        date | None, typer.Option(parser=given_day, metavar="DAY", help="The label of one night, as it was run.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All nights that the raw store holds, the oldest first.")
    ] = False,
) -> None:
    """Parse nights again from the raw store alone, with the readers of today; nothing is fetched.

    Each night goes through extract, load, validate and publish as when it was new. A text that reads otherwise now
    becomes a new version beside the old; a text that reads the same changes nothing.
    Exit status: 0 all published, 1 one or more were not, 2 there is no such night.
    """
    from dags.local.home import state_home
    from dags.local.reparse import nights_to_reparse
    from dags.local.reparse import reparse as reparse_nights

    if (night is None) == (not every):
        raise typer.BadParameter("give one of the two", param_hint="--night or --all")
    with told():
        nights = nights_to_reparse(state_home(), night)
    raise typer.Exit(reparse_nights(state_home(), nights))


@app.command(epilog='Example: demarche publish --accept "two feeds were down, the rest is sound" --night 2019-01-31')
def publish(
    accept: Annotated[
        str, typer.Option("--accept", metavar="REASON", help="Why the checks that failed are no harm; kept on record.")
    ],
    night: Annotated[
        date | None,
        typer.Option(parser=given_day, metavar="DAY", help="Label of the refused night.", show_default="the only one"),
    ] = None,
) -> None:
    """Publish a night that the checks refused, on your word.

    The refused candidate is checked again; each critical check that fails is overruled and stands in ops_acceptances
    with your reason, so that readers see it. Other nights stay as they are. The way back: run the night again, with
    nightly or with reparse --night DAY; what it gives takes the place of this.
    Exit status: 0 published, 2 it cannot be (no such night, no reason, or another night was published since).
    """
    from dags.local.accept import accept as publish_refused
    from dags.local.accept import refused_night
    from dags.local.accept import told as told_accepted
    from dags.local.home import state_home

    with told():
        home = state_home()
        done = publish_refused(home, refused_night(home, night), accept)
    print(*told_accepted(done), sep="\n")
    print(f"Published the night of {done.night} as {done.id}: {done.path / 'report.html'}")


@app.command(epilog="Example: demarche rebuild --replace")
def rebuild(
    swap: Annotated[
        bool, typer.Option("--replace", help="Put the warehouse made anew in place of the one in use, and publish it.")
    ] = False,
) -> None:
    """Make the warehouse anew from the raw store and the seeds alone, and tell which tables differ.

    All nights that the raw store holds run again, the oldest first, in a folder aside (rebuilt/ in the state folder);
    nothing is fetched, and without --replace readers and writer keep what they have.
    Exit status: 0 the same, 1 tables differ, 2 there are no nights or one of them did not come through.
    """
    from dags.local.home import state_home
    from dags.local.rebuild import rebuild as make_and_compare
    from dags.local.reparse import nights_to_reparse

    with told():
        status = make_and_compare(state_home(), nights_to_reparse(state_home(), None), swap)
    raise typer.Exit(status)


@app.command(epilog="Example: demarche extract documents.docs.jsonl > events.jsonl")
def extract(
    docs: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Text, HTML or JSON-lines files.")],
    published: Annotated[
        date | None,
        typer.Option(parser=given_day, metavar="DAY", help="The day of what carries no date."),
    ] = None,
) -> None:
    """Print the events of documents, one JSON object a document, in the annotation guide's form."""
    from transforms.documents import read_documents
    from transforms.extract import extract_documents

    with told():
        for found in extract_documents(read_documents(docs, published)):
            print(json.dumps(found, ensure_ascii=False), flush=True)


@app.command(epilog="Example: demarche explain article.txt --published 2019-01-31 --html article-explained.html")
def explain(
    file: Annotated[Path, typer.Argument(help="A text, HTML or JSON-lines file.")],
    published: Annotated[
        date | None, typer.Option(parser=given_day, metavar="DAY", help="The day of what carries no date.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one self-contained page instead of printing.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline of what carries none; it is read as well.")] = None,
) -> None:
    """Show an article with its events: which words gave what, and by which rule.

    Marks trigger, parties, date, venue and condition in each sentence; beneath it stand the event and its rules.
    """
    from rich.console import Console

    from dags.local.explain import explain_file

    with told():
        explain_file(Console(), file, published, title, html)


@app.command(epilog="Example: demarche evaluate dev.gold.jsonl --errors 10")
def evaluate(  # noqa: PLR0913, PLR0917
    gold: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Gold files, X.gold.jsonl.")],
    errors: Annotated[int, typer.Option(min=0, help="Print so many of the extractor's errors.")] = 0,
    folds: Annotated[
        int, typer.Option(min=0, help="Fit what is fitted anew without each of so many folds; print seen and left out.")
    ] = 0,
    by: Annotated[
        str | None,
        typer.Option(metavar="WHAT", help="Print a table by type, action, status or kind of error instead."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Compare with what was right when this baseline was accepted."),
    ] = None,
    allow: Annotated[int, typer.Option(min=0, help="With --against: so many events a measure may lose.")] = 0,
    accept: Annotated[bool, typer.Option("--accept", help="With --against: write FILE as things are now.")] = False,
) -> None:
    """Score the extractor against hand-annotated events; X.docs.jsonl lies beside each X.gold.jsonl.

    Exit status with --against: 0 nothing is worse than allowed, 1 something is; the events are named.
    """
    from dags.local.golden_gate import golden_gate
    from tests.golden.breakdown import By, show
    from tests.golden.evaluate import evaluate as score
    from tests.golden.folds import cross_validate

    if by is not None and by not in list(By):
        raise typer.BadParameter(f"'{by}' is none of {', '.join(By)}", param_hint="--by")
    if against is None and (accept or allow):
        raise typer.BadParameter("needs a baseline", param_hint="--accept" if accept else "--allow")
    with told():
        if against is not None:
            raise typer.Exit(golden_gate(gold, against, allow, accept))
        if by is not None:
            show(gold, By(by))
        elif folds:
            cross_validate(gold, folds)
        else:
            score(gold, errors)


@app.command(epilog='Example: demarche query "SELECT type, count(*) AS claims FROM events GROUP BY type"')
def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT over published tables and views.")],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")] = False,
) -> None:
    """Ask the published warehouse; nothing can be written."""
    from dags.local.home import state_home
    from dags.local.rows import print_rows
    from warehouse.query import query as ask

    with told():
        rows = ask(state_home(), sql)
    print_rows(rows, csv=csv, as_json=as_json)


@app.command(epilog="Example: demarche ask 4 --set day=2019-02-04")
def ask(
    number: Annotated[
        int | None, typer.Argument(min=1, help="Number of the question; without it all are listed.")
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="What the question leaves open; may be repeated."),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON array of objects.")] = False,
    sql: Annotated[bool, typer.Option("--sql", help="Print the statement instead of its answer.")] = False,
) -> None:
    """Ask the published warehouse one of the analysts' questions; without a number, list them."""
    from dags.local.home import state_home
    from dags.local.question_list import print_questions
    from dags.local.rows import print_rows
    from dags.local.settings import settings
    from warehouse.ask import ask as answer
    from warehouse.ask import question, questions

    with told():
        if number is None:
            print_questions(questions())
            return
        if sql:
            print(question(number).statement.sql, end="")
            return
        rows = answer(state_home(), number, settings(values or [], "day=2019-02-04"))
    print_rows(rows, csv=csv, as_json=as_json)


@app.command(epilog="Example: demarche export --csv tables --table events --table participants")
def export(
    csv: Annotated[Path, typer.Option("--csv", metavar="FOLDER", help="Write one CSV a table to this folder.")],
    table: Annotated[
        list[str] | None, typer.Option(metavar="TABLE", help="A table of content; repeat it. [default: all]")
    ] = None,
) -> None:
    """Write published tables as CSV: NULL is an empty cell, a list is JSON; nothing there is replaced.

    Nights whose label is a Sunday have all tables as CSV in published/current/csv without being asked.
    """
    from dags.local.home import state_home
    from warehouse.export_csv import export_csv

    with told():
        for path in export_csv(state_home(), csv, tuple(table or ())):
            print(path)


@app.command(epilog="Example: demarche airflow --unpause --port 8081")
def airflow(
    unpause: Annotated[bool, typer.Option("--unpause", help="Let the nightly runs begin at once.")] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the web interface on 127.0.0.1.")] = 8080,
) -> None:
    """Start scheduler, DAG processor and web interface on 127.0.0.1, until Ctrl-C."""
    from dags.local.home import password_file, state_home
    from dags.local.services import Services

    home = state_home()
    print("Starting Airflow (about half a minute)", flush=True)
    with Services(home, port) as services:
        if unpause:
            services.unpause("nightly")
        print(f"Airflow is ready at {services.url}")
        print(f"Log in as admin; the password is in {password_file(home)} (only you can read it).")
        print(f"Logs are in {services.logs}. Ctrl-C stops everything.", flush=True)
        try:
            services.wait()
        except KeyboardInterrupt:
            print("Stopping")


if __name__ == "__main__":
    app()
