"""The real thing: the seed article, real pages, real feeds, real records."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., Any]


def word_f1(one: str, two: str) -> float:
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (one, two))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def records_of(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_the_seed_articles_offsets_hold(run: Run, shared: Path) -> None:
    path = shared / "seed" / "article.txt"
    version = run(path, published=date(2019, 1, 31)).version
    assert version.text.encode() == path.read_bytes()
    annotation = json.loads((shared / "seed" / "annotation.json").read_text(encoding="utf-8"))
    spans = list(quoted_spans(annotation))
    assert len(spans) > 40
    assert [quote for start, end, quote in spans if version.text[start:end] != quote] == []


def quoted_spans(node: Any) -> Any:
    """Every (start, end, text) that the annotation gives, wherever it stands."""
    if isinstance(node, dict):
        start, end = node.get("start"), node.get("end")
        quote = node.get("text") or node.get("quote") or node.get("sentence")
        if isinstance(start, int) and isinstance(end, int) and isinstance(quote, str):
            yield start, end, quote
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from quoted_spans(child)


def test_real_pages_read_as_well_as_the_library_can(run: Run, shared: Path, day: date) -> None:
    folder = shared / "corpus" / "html"
    manifest = records_of(folder / "manifest.jsonl")
    night = run(folder, published=date(2026, 1, 1))
    place = {row.locator: row.version_id for row in night.tables["appearances"]}
    version = {row.version_id: row for row in night.tables["versions"]}
    read = {row["file"]: version[place[f"html/{row['file']}"]] for row in manifest}
    assert len(read) == 44
    truths = [row for row in manifest if row["gt"]]
    scores = [word_f1(read[row["file"]].text, (folder / row["gt"]).read_text(encoding="utf-8")) for row in truths]
    assert sum(scores) / len(scores) >= 0.974
    dated = [row for row in manifest if row["published"]]
    assert [row["file"] for row in dated if str(read[row["file"]].published_date) != row["published"][:10]] == []
    assert sum(row.published_basis == "given" for row in read.values()) == 1
    assert set(Counter(row.reason for row in night.tables["set_aside"])) <= {"no_text", "duplicate"}


def test_real_feeds_give_the_texts_and_days_of_the_gold_records(run: Run, shared: Path) -> None:
    paths = [*sorted((shared / "gold").glob("*.docs.jsonl")), shared / "corpus" / "pool.jsonl"]
    gold = {record.get("url"): record for path in reversed(paths) for record in records_of(path)}
    night = run(shared / "corpus" / "feeds", seeds=ROOT / "seeds")
    address = {row.article_id: row.canonical_url for row in night.tables["articles"]}
    pairs = [(row, gold.get(address[row.article_id])) for row in night.tables["versions"]]
    known = [(row, record) for row, record in pairs if record]
    assert len(known) == 30
    assert {row.speaker for row, _ in known} == {"USA"}
    days = [(row.published_date.isoformat(), record.get("published_date")) for row, record in known]
    assert [day for day, expected in days if expected and day != expected] == []
    assert sum(row.text == record["text"] for row, record in known) >= 28


def test_real_records_are_all_read(run: Run, shared: Path) -> None:
    night = run(shared / "corpus" / "pool.jsonl")
    records = records_of(shared / "corpus" / "pool.jsonl")
    assert {row.text for row in night.tables["versions"]} == {record["text"] for record in records}
    assert Counter(row.reason for row in night.tables["set_aside"]) == {"duplicate": 3}


def test_real_archives_are_ingested_whole(run: Run, shared: Path) -> None:
    night = run(shared / "corpus" / "archives", published=date(2026, 1, 1))
    places = {row.locator: row for row in night.tables["appearances"]}
    pages = [place for place in places if place.startswith("archives/news-pages.synthetic-envelope.warc.gz#https://")]
    assert len(pages) == 6
    raw = {row.version_id: row.raw_sha256 for row in night.tables["versions"]}
    assert len({raw[places[place].version_id] for place in pages}) == 1, "the bytes of a page are its archive's"
    assert {row.reason for row in night.tables["set_aside"]} == {"duplicate"}
    assert set(places) - set(pages) == {
        "archives/example.warc#http://example.com/", "archives/example.warc.gz#http://example.com/"
    }  # fmt: skip


def test_a_real_archive_that_is_cut_is_read_up_to_the_break(run: Run, shared: Path, inbox: Path) -> None:
    data = (shared / "corpus" / "archives" / "news-pages.synthetic-envelope.warc.gz").read_bytes()
    (inbox / "cut.warc.gz").write_bytes(data[: len(data) * 2 // 3])
    night = run(inbox / "cut.warc.gz")
    assert night.done.articles == 3
    (row,) = night.tables["set_aside"]
    assert (row.locator, row.reason) == ("cut.warc.gz", "unreadable")
    assert "breaks in record 4, which begins at byte 144180 of 184641" in row.detail
    assert "it and what follows is lost" in row.detail


def test_the_bundled_articles_are_read_and_three_are_set_aside(run: Run) -> None:
    night = run("bundled", seeds=ROOT / "seeds")
    assert night.done.articles >= 25
    assert sorted(row.reason for row in night.tables["set_aside"]) == ["duplicate", "no_text", "not_english"]
