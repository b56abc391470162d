"""Our own gold speaks of the articles that a first night reads, and of every one of them."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "seeds" / "articles"
GOLDEN = ROOT / "seeds" / "golden"
SET_ASIDE = {
    "2011-03-11-la-france-reconnait-le-conseil-libyen.html",
    "2015-07-21-cuba-us-embassies-reopen-reprint.html",
    "2018-01-02-topics.html",
}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class _Paragraphs(HTMLParser):
    """Collects the paragraphs of a page's article, or of a fragment when `inside` starts true."""

    def __init__(self, inside: bool = False) -> None:
        super().__init__()
        self.inside, self.open, self.texts = inside, False, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.inside = True
        if tag == "p" and self.inside:
            self.open = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.inside = False
        if tag == "p":
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[-1] += data


def _body(markup: str, inside: bool = False) -> str:
    parser = _Paragraphs(inside)
    parser.feed(markup)
    return "\n\n".join(parser.texts)


def _bundled() -> Iterator[tuple[str, str]]:
    """(file, body text) of every bundled article but the three that are to be set aside."""
    for path in sorted(ARTICLES.glob("*.html")):
        if path.name not in SET_ASIDE:
            yield path.name, _body(path.read_text(encoding="utf-8"))
    for path in sorted(ARTICLES.glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8").split("\n", 1)[1].strip()
    for line in (ARTICLES / "wire.jsonl").read_text(encoding="utf-8").splitlines():
        yield "wire.jsonl", json.loads(line)["text"]
    for item in ET.parse(ARTICLES / "feed.xml").iter("item"):
        yield "feed.xml", _body(item.findtext(CONTENT) or "", inside=True)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()]


def test_the_gold_holds_every_bundled_article_word_for_word() -> None:
    annotated = sorted(
        (row["source"].removeprefix("seeds/articles/"), row["text"])
        for row in _rows("own.docs.jsonl")
        if row["section"] == "article"
    )
    assert sorted(_bundled()) == annotated


@pytest.mark.parametrize("name", ["own", "corners"])
def test_every_document_is_annotated_and_every_sentence_stands_at_its_offsets(name: str) -> None:
    docs = {row["id"]: row for row in _rows(f"{name}.docs.jsonl")}
    gold = _rows(f"{name}.gold.jsonl")
    assert [row["doc"] for row in gold] == list(docs), "in one order"
    assert {row["doc"] for row in gold} == set(docs)
    for row in gold:
        assert row["negative"] == (not row["events"]), row["doc"]
        for event in row["events"]:
            where = docs[row["doc"]][event.get("in", "text")]
            assert where[event["start"] : event["end"]] == event["sentence"], (row["doc"], event["id"])


def test_the_vocabulary_of_every_annotation_is_the_ontologys() -> None:
    def words(name: str, column: str) -> set[str]:
        with (ROOT / "seeds" / "ontology" / name).open(encoding="utf-8", newline="") as lines:
            return {row[column] for row in csv.DictReader(lines)}

    for event in (e for name in ("own", "corners") for row in _rows(f"{name}.gold.jsonl") for e in row["events"]):
        assert event["action"] in words("actions.csv", "action")
        assert event["status"] in words("statuses.csv", "status")
        assert event["date"]["precision"] in words("precisions.csv", "precision")
        assert set(event.get("measures", ())) <= words("measures.csv", "measure")
        assert event.get("office") in {None, *words("offices.csv", "office")}


def test_the_reprint_repeats_another_article_and_the_topics_page_has_none() -> None:
    first, second = (
        _body((ARTICLES / f"2015-07-21-cuba-us-embassies-reopen{end}.html").read_text(encoding="utf-8"))
        for end in ("", "-reprint")
    )
    assert first == second
    assert _body((ARTICLES / "2018-01-02-topics.html").read_text(encoding="utf-8")) == ""
