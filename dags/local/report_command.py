"""`demarche report`: what the checks said of a night, in the form that is wanted.

Wiring only; the command imports what it needs when it runs, so that `--help` is instant.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dags.local.given_day import given_day
from dags.local.told import told

if TYPE_CHECKING:
    from dags.local.report_place import Place
    from expectations.night_report import NightReport

NOT_FIT, WARNED = 1, 3


class Form(StrEnum):
    """The forms of a report."""

    HTML = "html"
    MARKDOWN = "markdown"
    JUNIT = "junit"
    BADGE = "badge"
    JSON = "json"


def report(  # noqa: PLR0913, PLR0917 - each argument is an option of the command
    night: Annotated[
        date | None,
        typer.Option(
            parser=given_day, metavar="DAY", help="The night's label.", show_default="the night that ran last"
        ),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="html, markdown, junit (XML), badge (SVG) or json.", case_sensitive=False)
    ] = Form.HTML,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file.", show_default="html: the night's page; else print"),
    ] = None,
    warehouse: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A warehouse file from elsewhere.", show_default="those of the state folder"),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings and overruled checks are not let pass.")] = False,
    data_docs: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Ask the checks again and have Great Expectations build its own pages here. They load styles and "
            "scripts from the internet when opened; needs texts, so no --warehouse that was published.",
        ),
    ] = None,
) -> None:
    """Tell what the checks said of a night, from the rows on record: nothing is checked again.

    Without --night it is the night that ran last, published or refused. HTML is one file that needs nothing else; its
    path is printed. Examples for a pull request: --format markdown, and --format junit --output checks.xml.
    Exit status: 0 fit to use (with warnings too), 1 not fit: a critical check failed, 2 it cannot be told (no such
    night or file), 3 with --strict: fit, but something warns or a person overruled a check.
    """
    with told():
        place, read = _read(night, warehouse)
        if data_docs is not None:
            _build_data_docs(place, data_docs, from_elsewhere=warehouse is not None)
        _write(place, read, form, output)
    raise typer.Exit(_status(read, strict=strict))


def _read(night: date | None, warehouse: Path | None) -> tuple[Place, NightReport]:
    from dags.local.home import state_home
    from dags.local.report_place import place_of
    from expectations.night_report import read_night
    from warehouse.query import reader

    place = place_of(state_home(), night, warehouse)
    with reader(place.file) as query:
        return place, read_night(query, place.night)


def _write(place: Place, read: NightReport, form: Form, output: Path | None) -> None:
    from dags.local.home import state_home

    if form is Form.HTML and output is None:
        output = place.page
        if output is not None:
            print(output)
            return
        output = state_home() / "reports" / f"{place.night}.html"
    text = _text(read, form)
    if output is None:
        print(text, end="")
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")
    print(output)


def _text(read: NightReport, form: Form) -> str:
    from expectations.as_json import as_json
    from expectations.badge import badge
    from expectations.junit import junit
    from expectations.report import page
    from expectations.summary import markdown

    return {Form.HTML: page, Form.MARKDOWN: markdown, Form.JUNIT: junit, Form.BADGE: badge, Form.JSON: as_json}[form](
        read
    )


def _status(read: NightReport, *, strict: bool) -> int:
    if read.standing == "stopped":
        return NOT_FIT
    return WARNED if strict and (read.standing == "overruled" or read.warnings) else 0


def _build_data_docs(place: Place, folder: Path, *, from_elsewhere: bool) -> None:
    from dags.local.data_docs import build_for
    from dags.local.home import state_home

    print(build_for(state_home(), place, folder, from_elsewhere=from_elsewhere))
