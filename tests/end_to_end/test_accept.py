"""A night that its checks refused: the reason shown by Airflow, and what a person may do who knows better."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from typer.testing import CliRunner, Result

import demarche
from tests.end_to_end.command_line import demarche as in_a_process
from tests.end_to_end.story_nights import rows, run_night
from warehouse.contents import content_hashes
from warehouse.load import WRITER
from warehouse.publish import current

BEFORE, NIGHT, AFTER = date(2020, 9, 28), date(2020, 9, 29), date(2020, 9, 30)
GOOD = (
    "Canada imposed sanctions on {} on Monday. Ottawa froze the assets of eleven officials, the foreign ministry said."
)
REASON = "ten notices in French came with the feed by mistake"
pytestmark = pytest.mark.xdist_group("accept")


def folder(at: Path, country: str, french: int) -> Path:
    """One article that tells of a sanction, and so many in French."""
    at.mkdir()
    (at / "good.txt").write_text(GOOD.format(country), encoding="utf-8")
    for number in range(french):
        told = (
            f"Le gouvernement a annoncé mardi que le pays reconnaît désormais le nouveau conseil numéro {number} comme "
        )
        (at / f"french-{number}.txt").write_text(told + "seul représentant légitime de la nation.", encoding="utf-8")
    return at


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """A published night, then one run by the command, of which eleven of twelve articles cannot be used."""
    made = tmp_path_factory.mktemp("accept")
    home = made / "home"
    run_night(home, BEFORE, folder(made / "first", "Belarus", 0), BEFORE, checked=True)
    source = folder(made / "second", "Nicaragua", 11)
    ran = in_a_process(home, "nightly", "--source", str(source), "--date", str(NIGHT), "--published", str(NIGHT))
    return SimpleNamespace(home=home, source=source, ran=ran)


@pytest.fixture
def home(refused: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "home"
    shutil.copytree(refused.home, copy, symlinks=True)
    monkeypatch.setenv("DEMARCHE_HOME", str(copy))
    return copy


@pytest.fixture
def command() -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(demarche.app, ["publish", *map(str, arguments)])


def state(home: Path) -> tuple[object, ...]:
    """What a command that refuses may not have changed."""
    return current(home), content_hashes(home / WRITER), sorted(p.name for p in (home / "refused").rglob("*"))


def test_the_reason_is_named_by_the_command_and_by_airflow(refused: SimpleNamespace) -> None:
    assert refused.ran.status == 1
    assert "critical: night/inputs_could_be_read on set_aside.share_set_aside (0.9167)" in refused.ran.out
    log = (refused.home / "airflow" / "logs" / "by-hand.log").read_text(encoding="utf-8")
    assert "CheckError: critical: night/inputs_could_be_read on set_aside.share_set_aside (0.9167)" in log
    assert rows(refused.home, "SELECT DISTINCT night FROM v_quality_daily") == [(BEFORE,)]


def test_a_refused_night_is_published_on_a_person_s_word(home: Path, command: Callable[..., Result]) -> None:
    ran = command("--accept", REASON, "--night", NIGHT)

    assert ran.exit_code == 0, ran.output
    assert "overruled: critical: night/inputs_could_be_read" in ran.output
    assert f"Published the night of {NIGHT}" in ran.output
    assert rows(home, "SELECT suite, expectation, observed, reason FROM ops_acceptances") == [
        ("night", "inputs_could_be_read", "0.9167", REASON)
    ]
    (fit,) = rows(home, "SELECT night, is_fit, verdict, because FROM v_fit_to_use")
    assert fit[:3] == (NIGHT, False, "accepted")
    assert REASON in fit[3]
    assert rows(home, "SELECT night, verdict FROM v_quality_daily ORDER BY night") == [
        (BEFORE, "passed" if not warned(home) else "warned"),
        (NIGHT, "accepted"),
    ]
    assert rows(home, "SELECT count(*) FROM versions") == [(2,)]
    assert not (home / "refused" / str(NIGHT)).exists()
    assert not list((home / "candidate").glob("*-accepted*"))
    report = (current(home) or home) / "report.html"
    assert "inputs could be read" in report.read_text(encoding="utf-8").replace("_", " ")


def warned(home: Path) -> bool:
    return rows(home, f"SELECT warned > 0 FROM v_quality_daily WHERE night = '{BEFORE}'") == [(True,)]


@pytest.mark.slow
def test_the_way_back_is_to_run_the_night_again(
    home: Path, refused: SimpleNamespace, command: Callable[..., Result]
) -> None:
    command("--accept", REASON)
    mended = home / refused.source.name
    mended.mkdir()
    shutil.copy(refused.source / "good.txt", mended)
    run_night(home, NIGHT, mended, NIGHT, checked=True)

    assert rows(home, "SELECT night, is_fit FROM v_fit_to_use") == [(NIGHT, True)]
    assert rows(home, "SELECT count(*) FROM ops_acceptances") == [(1,)]
    assert rows(home, "SELECT n_runs FROM v_quality_daily WHERE night = '2020-09-29'") == [(2,)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", "  "), "an empty reason in --accept: say in words"),
        (("--accept", REASON, "--night", "2001-01-01"), f"no refused night 2001-01-01 in .*give one of {NIGHT}"),
    ],
)
def test_what_cannot_be_accepted_changes_nothing(
    home: Path, command: Callable[..., Result], arguments: tuple[str, ...], said: str
) -> None:
    before = state(home)
    ran = command(*arguments)
    assert ran.exit_code == 2
    assert re.search(said, ran.stderr.replace("\n", " "))
    assert state(home) == before


@pytest.mark.slow
def test_a_night_published_since_is_not_lost(home: Path, tmp_path: Path, command: Callable[..., Result]) -> None:
    run_night(home, AFTER, folder(tmp_path / "third", "Myanmar", 0), AFTER, checked=True)
    before = state(home)
    ran = command("--accept", REASON)
    assert ran.exit_code == 2
    assert "what was published since would be lost: run that night again" in ran.stderr
    assert state(home) == before


@pytest.mark.slow
def test_a_check_that_could_not_be_made_is_told_as_such(home: Path, command: Callable[..., Result]) -> None:
    with duckdb.connect(str(home / "refused" / str(NIGHT) / "candidate.duckdb")) as con:
        con.execute("DROP TABLE namings")
    ran = command("--accept", REASON)
    assert ran.exit_code == 0, ran.output
    assert "NOT CHECKED, overruled all the same: critical: truths/parts_have_texts" in ran.output
    found = rows(home, "SELECT observed FROM ops_acceptances WHERE expectation = 'parts_have_texts'")
    assert found[0][0].startswith("could not be checked: CatalogException")


def test_the_help_has_an_example() -> None:
    ran = CliRunner().invoke(demarche.app, ["publish", "--help"])
    assert "Example: demarche publish --accept" in ran.output
    assert ran.exit_code == 0
