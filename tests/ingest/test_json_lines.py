"""JSON lines: one article a line, a bad line named, the others read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.errors import InputError

Run = Callable[..., Any]


def lines(path: Path, *records: Any) -> Path:
    made = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
    return path


def test_a_record_keeps_its_text_and_its_source(run: Run, inbox: Path, english: str) -> None:
    record = {
        "id": "r1", "url": "https://ministry.example.org/a/?utm_campaign=z", "source": "Ministry press release (RSS)",
        "published": "2021-06-10T01:43:33+00:00", "title": "Recall", "text": f" {english}\u2028\n\n",
    }  # fmt: skip
    night = run(lines(inbox / "docs.jsonl", record))
    version = night.version
    assert version.text == record["text"]
    assert (version.title, version.speaker, version.published_basis) == ("Recall", "USA", "record")
    assert version.published_date == date(2021, 6, 9), "the calendar day in Washington"
    (article,) = night.tables["articles"]
    assert (article.source_id, article.canonical_url) == ("ministry", "https://ministry.example.org/a/")
    assert night.tables["appearances"][0].locator == "docs.jsonl#line 1"


def test_published_date_wins_and_an_unknown_name_makes_a_bare_source(run: Run, inbox: Path, english: str) -> None:
    record = {
        "source": "Some Paper",
        "published": "2019-01-31T20:00:00Z",
        "published_date": "2019-02-01",
        "text": english,
    }
    night = run(lines(inbox / "docs.jsonl", record))
    assert night.version.published_date == date(2019, 2, 1)
    source = next(row for row in night.tables["sources"] if row.source_id == "some-paper")
    assert (source.name, source.speaker, source.country) == ("Some Paper", None, None)


def test_bad_lines_are_named_by_number_and_the_others_go_on(run: Run, inbox: Path, english: str) -> None:
    good = {"published": "2019-01-31", "text": english}
    path = lines(
        inbox / "docs.jsonl", '{"text": "broken', good, "", "[1, 2]", {"published": "2019-01-31", "text": " "},
        {"published": "31/01/19", "text": english + " A."}, {"published": 2019, "text": english + " B."},
        '{"published": "2019-01-31", "text": "half \\ud800 a character"}', {"text": english + " C."},
    )  # fmt: skip
    night = run(path)
    assert night.version.text == english
    assert night.reasons == {
        "docs.jsonl#line 1": "unreadable", "docs.jsonl#line 4": "unreadable", "docs.jsonl#line 5": "no_text",
        "docs.jsonl#line 6": "bad_date", "docs.jsonl#line 7": "unreadable", "docs.jsonl#line 8": "unreadable",
        "docs.jsonl#line 9": "no_date",
    }  # fmt: skip
    details = {row.locator: row.detail for row in night.tables["set_aside"]}
    assert details["docs.jsonl#line 1"].startswith("line 1: no JSON (Unterminated string")
    assert details["docs.jsonl#line 6"] == "line 6: published '31/01/19': write an ISO 8601 day such as 2019-01-31"
    assert "read 2 of 8 articles" in night.lines


def test_many_items_of_one_page_are_articles_of_their_own(run: Run, inbox: Path, english: str) -> None:
    page = "https://paper.example.org/2019/January_31"
    records = [{"id": i, "url": page, "published": "2019-01-31", "text": f"{english} {i}"} for i in ("a", "b")]
    night = run(lines(inbox / "docs.jsonl", *records))
    assert len(night.tables["articles"]) == 2
    assert {article.canonical_url for article in night.tables["articles"]} == {page}


def test_one_record_told_twice_has_two_versions(run: Run, inbox: Path, english: str) -> None:
    page = "https://paper.example.org/envoy"
    records = [{"id": "a", "url": page, "published": "2019-01-31", "text": f"{english} {i}"} for i in (1, 2)]
    night = run(lines(inbox / "docs.jsonl", *records))
    assert (len(night.tables["articles"]), len(night.tables["versions"])) == (1, 2)


def test_a_json_array_and_a_single_object_are_read_too(run: Run, inbox: Path, english: str) -> None:
    record = {"published": "2019-01-31", "text": english}
    (inbox / "a.json").write_text(json.dumps([record, {}], indent=2))
    (inbox / "b.json").write_text(json.dumps(record | {"text": english + " B."}, indent=2))
    night = run(inbox)
    assert {row.locator for row in night.tables["appearances"]} == {"inbox/a.json#element 1", "inbox/b.json#line 1"}
    assert night.reasons == {"inbox/a.json#element 2": "no_text"}


def test_a_file_without_any_record_is_refused_whole(run: Run, inbox: Path) -> None:
    (inbox / "a.jsonl").write_text("not\njson\nat all\n")
    with pytest.raises(InputError, match=r"unreadable 1.*no line holds a JSON object"):
        run(inbox / "a.jsonl")
