"""The story's nights and the bundled ones come to the same rows however they are cut, and are rebuilt to the same."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from dags.local import rebuild
from dags.local.home import ROOT
from tests.end_to_end.story_nights import STORY, run_night, story_nights
from transforms.ingest.readings import Readings
from warehouse.contents import content_hashes

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("story_again")]
BUNDLED = ROOT / "seeds" / "articles"
NIGHT = date(2024, 5, 1)


def hashes(home: Path) -> dict[str, str]:
    return content_hashes(home / "warehouse.duckdb")


def again(aside: Path, night: date) -> str | None:
    run_night(aside, night, None)
    return None


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled articles and the story's in one folder: one night."""
    folder = tmp_path_factory.mktemp("articles") / "articles"
    shutil.copytree(BUNDLED, folder)
    for path in STORY.glob("20*"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def whole(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder after that night."""
    home = tmp_path_factory.mktemp("whole")
    run_night(home, NIGHT, articles)
    return home


def test_a_night_run_twice_gives_the_same_tables(whole: Path, articles: Path) -> None:
    before = hashes(whole)
    run_night(whole, NIGHT, articles)
    assert hashes(whole) == before


def test_a_night_in_two_halves_and_another_order_gives_the_same_tables(
    whole: Path, articles: Path, tmp_path: Path
) -> None:
    """The later half first: what is read, and in which order, has no say."""
    files = sorted((path for path in articles.iterdir() if path.name != "README.md"), reverse=True)
    half = tmp_path / "articles"
    for part in (files[: len(files) // 2], files[len(files) // 2 :]):
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        for path in part:
            shutil.copy(path, half)
        run_night(tmp_path / "home", NIGHT, half)
    there, halves = hashes(whole), hashes(tmp_path / "home")
    # Each run sets aside what it was given, so the night holds what its last run set aside.
    assert {name for name in there if there[name] != halves[name]} <= {"set_aside"}


def test_the_story_is_rebuilt_from_the_raw_store_and_a_changed_table_is_found(tmp_path: Path) -> None:
    import duckdb

    home = tmp_path / "home"
    for night, path in story_nights():
        run_night(home, night, path)
    nights = Readings(home / "raw").nights()
    assert nights == [night for night, _ in story_nights()]
    anew = rebuild.make_anew(home, nights, again)
    found = rebuild.compare(home, anew)
    assert found.differing == ()
    assert {"events", "clock_notices", "versions"} <= set(found.same)

    with duckdb.connect(str(home / "warehouse.duckdb")) as con:
        con.execute("UPDATE events SET reason = 'changed by hand' WHERE type = 'sanction'")
    assert rebuild.compare(home, anew).differing == ("events",)
    rebuild.replace(home, max(nights), anew)
    assert rebuild.compare(home, anew).differing == ()
