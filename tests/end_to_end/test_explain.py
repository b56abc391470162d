"""`demarche explain` as a person uses it: on the terminal, as a page, of every kind of file, of bad ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.end_to_end.command_line import ROOT, demarche
from tests.expectations.browser import CHROMIUM, browser

TEXT = "On Monday, the US imposed curbs on the country's state-owned oil firm PDVSA.\n\nIt rained in Caracas.\n"
PAGE = ROOT / "seeds" / "articles" / "2008-02-19-kosovo-recognition-splits-europe.html"
DAY = ("--published", "2019-01-31")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "article.txt"


def test_a_text_on_the_terminal(article: Path, tmp_path: Path) -> None:
    ran = demarche(tmp_path, "explain", str(article), *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert "article, published 31 January 2019" in ran.out
    assert "1 event in 1 of 2 sentences" in ran.out
    assert "[date: On Monday], the [actor: US] [trigger: imposed] curbs on the" in ran.out
    assert "US · USA · United States · name" in ran.out
    assert "28 January 2019 · day · “On Monday”: weekday on or before publication" in ran.out
    assert "\nIt rained in Caracas.\n" in ran.out


def test_the_readme_shows_what_is_printed(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```\n\$ demarche explain article.txt --published 2019-01-31\n(.*?)\n```", readme, re.DOTALL)
    assert block
    (tmp_path / "article.txt").write_text(TEXT.split("\n", maxsplit=1)[0], encoding="utf-8")
    ran = demarche(tmp_path, "explain", str(tmp_path / "article.txt"), *DAY)
    shown = " ".join(block[1].replace("…", "").split())
    assert len(shown) > 300
    assert shown in " ".join(ran.out.split())


def test_a_text_as_a_page(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "e.html"
    ran = demarche(tmp_path, "explain", str(article), *DAY, "--title", "Curbs on oil", "--html", str(target))
    assert ran.status == 0, ran.err
    assert "article: 1 event in 1 of 3 sentences" in ran.out and str(target) in ran.out
    html = target.read_text(encoding="utf-8")
    assert html.lstrip().startswith("<!doctype html>")
    assert "Curbs on oil" in html and "weekday on or before publication" in html


def test_a_web_page_gives_its_own_day_and_title(tmp_path: Path) -> None:
    ran = demarche(tmp_path, "explain", str(PAGE))
    assert ran.status == 0, ran.err
    assert "Recognition of Kosovo divides Europe as Serbia recalls envoys" in ran.out
    assert "published 19 February 2008" in ran.out
    assert re.search(r"\[trigger[\s0-9]*:\srecognised\]", ran.out)


def test_json_lines_are_explained_one_by_one(tmp_path: Path) -> None:
    lines = [{"id": "one", "published": "2019-01-31", "text": TEXT}, {"id": "two", "text": "It was cold."}]
    (tmp_path / "x.docs.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ran = demarche(tmp_path, "explain", str(tmp_path / "x.docs.jsonl"), "--published", "2020-01-01")
    assert ran.status == 0, ran.err
    assert ran.out.index("one, published 31 January 2019") < ran.out.index("two, published 1 January 2020")
    assert "No event in 1 sentence" in ran.out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "No such file or directory in gone.txt: give a file that can be read"),
        ("blank.txt", b" \n", "a text without a letter in blank of blank.txt: give the article's text"),
        ("latin.txt", "caf\u00e9".encode("latin-1"), "in latin.txt: save it as UTF-8"),
        ("bad.jsonl", b"{not json}\n", "in line 1 of bad.jsonl: write one object a line"),
        ("none.jsonl", b"\n", "no document in none.jsonl: give a text"),
        ("menu.html", b"<html><body><a href='/'>Home</a></body></html>", "in menu.html: give the article's own page"),
    ],
)
def test_a_bad_file_is_named_with_its_remedy(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = demarche(tmp_path, "explain", str(tmp_path / name), *DAY)
    assert ran.status == 2
    assert said in ran.err.replace(f"{tmp_path}/", "")
    assert ran.err.count("\n") == 1


def test_an_undated_text_and_a_page_that_cannot_be_written_are_refused(article: Path, tmp_path: Path) -> None:
    assert "pass --published YYYY-MM-DD" in demarche(tmp_path, "explain", str(article)).err
    for target in (str(tmp_path / "no-folder" / "x.html"), str(article)):
        ran = demarche(tmp_path, "explain", str(article), *DAY, "--html", target)
        assert ran.status == 2 and f"--html {target}" in ran.err and ran.err.count("\n") == 1
    assert article.read_text(encoding="utf-8") == TEXT


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: make setup-full installs it")
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_over_the_edge(tmp_path: Path, width: int) -> None:
    document = {"id": "a" * 200, "title": "Unbroken" * 40, "published": "2019-01-31"}
    document["text"] = f"{TEXT}\n{'long' * 80}\nFrance recognised {'Unbroken' * 40} on Monday.\n{TEXT}"
    (tmp_path / "x.jsonl").write_text(f"{json.dumps(document)}\n{json.dumps(document)}", encoding="utf-8")
    ran = demarche(tmp_path, "explain", str(tmp_path / "x.jsonl"), "--html", str(tmp_path / "x.html"))
    assert ran.status == 0, ran.err
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    with browser(tmp_path) as chromium:
        seen = chromium.look(page, width)
    assert width / 2 < seen.reach <= width
    assert (seen.requests, seen.complaints) == ((), ())
