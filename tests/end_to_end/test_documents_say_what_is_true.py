"""README and help agree with the commands, and the README's first query gives the rows it shows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer.main

from demarche import app
from tests.end_to_end.command_line import ROOT, Night, demarche
from tests.end_to_end.readme import first_query, rows_of, shown_rows
from warehouse.ask import questions

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app)
NAMES = sorted(COMMANDS.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"demarche {name}" in README


@pytest.mark.parametrize("name", NAMES)
def test_every_command_s_help_has_an_example_that_parses(name: str) -> None:
    command = COMMANDS.commands[name]  # type: ignore[attr-defined]
    assert command.epilog.startswith(f"Example: demarche {name} ")
    known = {option for param in command.params for option in param.opts}
    used = re.findall(r"(?<= )--[a-z-]+", command.epilog)
    assert set(used) <= known


def test_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"\bdemarche ([a-z][a-z-]*)\b", re.sub(r"```mermaid.*?```", "", README, flags=re.DOTALL)))
    assert named <= set(NAMES), named - set(NAMES)


def test_readme_names_no_make_target_that_is_not_there() -> None:
    named = set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", README, re.MULTILINE))
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"^  make ([a-z-]+)", listed, re.MULTILINE))
    assert {one or other for one, other in named} <= targets


@pytest.mark.xdist_group("bundled")
def test_the_first_query_gives_the_rows_it_shows(bundled_night: Night) -> None:
    answer = demarche(bundled_night.home, "query", first_query(README), "--csv")
    assert answer.status == 0, answer.err
    assert len(shown_rows(README)) > 5
    assert rows_of(answer.out) == shown_rows(README), "the README shows other rows: run `make readme`, read the diff"


def test_readme_lists_the_questions_as_their_files_ask_them() -> None:
    for asked in questions():
        assert f"| {asked.number} | {asked.asked} | {', '.join(asked.parameters)} |" in README


def test_layout_table_names_what_is_there() -> None:
    table = README[README.index("## Layout") :]
    named = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (ROOT / link).exists()] == []


def test_decisions_have_four_parts_each() -> None:
    records = re.split(r"^## ", (ROOT / "DECISIONS.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    parts = ("Context", "Decision", "Cost", "Undo when")
    assert len(records) > 10
    assert [r.splitlines()[0] for r in records if [f"**{p}.**" in r for p in parts] != [True] * 4] == []
    assert Path(ROOT / "LICENSE").read_text(encoding="utf-8").strip().startswith("Apache License")
