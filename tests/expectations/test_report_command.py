"""`demarche report`: which file it reads, what it prints, and its exit status."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import pytest
from typer.testing import CliRunner, Result

from demarche import app
from expectations.verdict import Result as Check
from expectations.verdict import verdict_of
from tests.expectations.history import add_history, overrule
from tests.expectations.results import RESULTS, record

Place = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    monkeypatch.setenv("DEMARCHE_HOME", str(made))
    return made


@pytest.fixture
def place(home: Path, good_file: Path) -> Place:
    """Put a night with some results on record where a published or a refused one lies; its file."""

    def put(folder: str, checks: tuple[Check, ...], *, began: str = "2019-02-01", night: str = "2019-01-31") -> Path:
        refused = folder.startswith("refused")
        file = home / folder / ("candidate.duckdb" if refused else "warehouse.duckdb")
        file.parent.mkdir(parents=True)
        shutil.copyfile(good_file, file)
        with duckdb.connect(str(file)) as con:
            record(con, verdict_of(checks))
            con.execute("UPDATE ops_runs SET started_at = ?::TIMESTAMPTZ, night = ?", [began, night])
        if not refused:
            link = home / "published" / "current"
            link.unlink(missing_ok=True)
            link.symlink_to(file.parent.name)
        return file

    return put


def report(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["report", *arguments])


GOOD, WARNED = RESULTS[:1], (RESULTS[0], RESULTS[2])


@pytest.mark.parametrize(
    ("checks", "arguments", "status"),
    [
        (GOOD, (), 0),
        (GOOD, ("--strict",), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 3),
        (RESULTS, (), 1),
        (RESULTS, ("--strict",), 1),
        ((), (), 1),
    ],
)
def test_the_exit_status_is_the_verdict(
    place: Place, checks: tuple[Check, ...], arguments: tuple[str, ...], status: int
) -> None:
    place("published/2019-01-31-0123abcd", checks)
    assert report("--format", "badge", *arguments).exit_code == status


def test_a_night_published_by_hand_passes_unless_strict(place: Place) -> None:
    file = place("published/2019-01-31-0123abcd", RESULTS)
    with duckdb.connect(str(file)) as con:
        overrule(con, [("events", "a_day"), ("truths", "gone")], "read by hand")
    assert report("--format", "badge").exit_code == 0
    assert report("--format", "badge", "--strict").exit_code == 3


def test_the_night_that_ran_last_is_meant_though_it_was_refused(place: Place) -> None:
    place("published/2019-01-30-0123abcd", GOOD, began="2019-01-31", night="2019-01-30")
    place("refused/2019-01-31", RESULTS, began="2019-02-01")
    told = report("--format", "markdown")
    assert told.exit_code == 1 and told.stdout.startswith("## Not published: 2 critical checks of 4 failed.")
    assert report("--format", "markdown", "--night", "2019-01-30").exit_code == 0

    place("published/2019-01-31-89abcdef", GOOD, began="2019-02-02")
    assert report("--format", "markdown").exit_code == 0
    assert report("--format", "markdown", "--night", "2019-01-31").exit_code == 0


def test_an_earlier_night_is_read_from_what_is_current(place: Place, home: Path) -> None:
    file = place("published/2019-01-31-0123abcd", GOOD)
    with duckdb.connect(str(file)) as con:
        add_history(con)
    told = report("--night", "2019-01-25")
    page = home / "reports" / "2019-01-25.html"
    assert (told.exit_code, told.stdout.strip()) == (1, str(page))
    assert "night of 25 January 2019" in page.read_text(encoding="utf-8")


def test_the_page_of_the_night_is_named_where_it_lies(place: Place, tmp_path: Path) -> None:
    file = place("published/2019-01-31-0123abcd", GOOD)
    page = file.with_name("report.html")
    page.write_text("as it was written that night", encoding="utf-8")
    assert report().stdout.strip() == str(page)
    assert page.read_text(encoding="utf-8") == "as it was written that night"
    assert report("--output", str(tmp_path / "new" / "page.html")).exit_code == 0
    assert "Fit to use" in (tmp_path / "new" / "page.html").read_text(encoding="utf-8")


def test_every_form_can_be_written_and_read(place: Place, tmp_path: Path) -> None:
    place("published/2019-01-31-0123abcd", RESULTS)
    for form in ("html", "markdown", "junit", "badge", "json"):
        assert report("--format", form, "--output", str(tmp_path / form)).exit_code == 1
    assert ET.fromstring((tmp_path / "junit").read_bytes()).get("failures") == "1"
    assert ET.fromstring((tmp_path / "badge").read_bytes()).tag.endswith("svg")
    told = json.loads((tmp_path / "json").read_text(encoding="utf-8"))
    assert (told["standing"], told["fit_to_use"], told["counts"]["claims"]) == ("stopped", False, 11)
    assert [check["expectation"] for check in told["failed"]] == ["a_day", "gone"]
    assert (tmp_path / "markdown").read_text(encoding="utf-8").startswith("## Not published")


def test_a_file_from_elsewhere_can_be_told_of(place: Place, home: Path, tmp_path: Path) -> None:
    file = place("published/2019-01-31-0123abcd", WARNED).rename(tmp_path / "theirs.duckdb")
    shutil.rmtree(home / "published")
    assert report("--warehouse", str(file), "--format", "markdown").stdout.startswith("## Fit to use, with 1 warning")


def test_what_cannot_be_told_says_why(place: Place, tmp_path: Path) -> None:
    nothing = report()
    assert nothing.exit_code == 2 and "nothing published or refused" in nothing.stderr
    place("published/2019-01-31-0123abcd", GOOD)
    other = report("--night", "2020-01-01")
    assert other.exit_code == 2 and "no run of 2020-01-01" in other.stderr and "2019-01-31" in other.stderr
    (tmp_path / "words.txt").write_text("no warehouse", encoding="utf-8")
    wrong = report("--warehouse", str(tmp_path / "words.txt"))
    assert wrong.exit_code == 2 and "give a published warehouse.duckdb" in wrong.stderr
    assert report("--warehouse", str(tmp_path / "absent.duckdb")).exit_code == 2
    assert report("--night", "yesterday").exit_code == 2


def test_the_pages_of_great_expectations_need_texts(place: Place, tmp_path: Path) -> None:
    file = place("published/2019-01-31-0123abcd", GOOD)
    with duckdb.connect(str(file)) as con:
        con.execute("UPDATE versions SET text = NULL")
    told = report("--warehouse", str(file), "--data-docs", str(tmp_path / "docs"))
    assert told.exit_code == 2 and "without texts" in told.stderr
    assert not (tmp_path / "docs").exists()
