"""Bad input is set aside with its reason and named; the night goes on where anything could be read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.end_to_end.command_line import demarche

GOOD = (
    "Canada imposed sanctions on Belarus on Monday. Ottawa froze the assets of eleven officials and banned them from "
    "travelling to the country, the foreign ministry said."
)
FRENCH = (
    "Le gouvernement a annoncé mardi que le pays reconnaît désormais le nouveau conseil comme seul représentant "
    "légitime de la nation, et que des ambassadeurs seront bientôt échangés entre les deux capitales."
)
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "noise.txt": (bytes(range(128, 256)) * 8 + b"\x00\x01\x02" * 50, "unreadable"),
    "french.txt": (FRENCH.encode(), "not_english"),
    "again.txt": (GOOD.encode(), "duplicate"),
    "menu.html": (b"<html><body><nav><a href='/a'>Home</a></nav></body></html>", "no_text"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, (content, _) in BAD.items():
        (made / name).write_bytes(content)
    return made


def test_others_are_read_and_each_bad_one_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "aaa-good.txt").write_text(GOOD, encoding="utf-8")
    ran = demarche(tmp_path / "home", "nightly", "--source", str(folder), "--published", "2020-09-29")
    assert ran.status == 0, ran
    with duckdb.connect(str(tmp_path / "home" / "published" / "current" / "warehouse.duckdb"), read_only=True) as con:
        found = con.execute("SELECT locator, reason, language FROM set_aside").fetchall()
        told = con.execute("SELECT count(*) FROM versions").fetchone()
    assert {(Path(locator).name, reason) for locator, reason, _ in found} == {
        (name, reason) for name, (_, reason) in BAD.items()
    }
    assert {language for _, reason, language in found if reason == "not_english"} == {"fr"}
    assert told == (1,)
    for name, (_, reason) in BAD.items():
        assert f"{name}: {reason.replace('_', ' ')}" in ran.out
    assert "not english (fr)" in ran.out


def test_nothing_but_bad_input_is_status_2(folder: Path, tmp_path: Path) -> None:
    (folder / "again.txt").unlink()
    ran = demarche(tmp_path / "home", "nightly", "--source", str(folder), "--published", "2020-09-29")
    assert ran.status == 2, ran
    for name in set(BAD) - {"again.txt"}:
        assert name in ran.out
    assert not (tmp_path / "home" / "published").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nightly", "--date", "2019-02-30"), "2019-02-30"),
        (("nightly", "--published", "yesterday"), "yesterday"),
        (("extract", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("query", "SELECT 1"), "make nightly"),
    ],
)
def test_bad_options_are_status_2_and_named(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = demarche(tmp_path, *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_a_text_without_a_date_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(GOOD, encoding="utf-8")
    ran = demarche(tmp_path, "extract", str(tmp_path / "text.txt"))
    assert ran.status == 2
    assert "pass --published YYYY-MM-DD" in ran.err
