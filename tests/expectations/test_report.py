"""The report: self-contained, escaped, the verdict first, sentences marked by their offsets."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import duckdb
import pandas as pd
import pytest

from expectations.page import TEMPLATES, safe_link, span, stylesheet
from expectations.passages import Piece, passage, sentence_pieces
from expectations.report import STYLES, render
from expectations.run import validate
from expectations.verdict import Example, Result, Verdict, verdict_of
from tests.expectations.colours import colours, contrast
from tests.expectations.history import add_accuracy, add_history, add_twice, overrule

NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]
PASSED = Result("events", "type_is_known", "events", "type", "critical", True, "why it is", "0 of 9", 0, 9, ())
GOOD = verdict_of((PASSED,))


class Page(HTMLParser):
    """Start tags with their attributes, and the text that a reader sees, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.seen: list[str] = []
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden += tag in ("style", "head")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "head")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.seen).split())


def failed(name: str, claim: str | None, version: str | None = None) -> Verdict:
    """A verdict with one critical failure whose example is a claim or a text."""
    example = Example("the key", "what is <wrong>", claim, version)
    key = (example.key,)
    result = Result(
        "truths", name, "events", None, "critical", False, "it matters", "1 violation", 1, 9, key, "", (example,)
    )
    return verdict_of((PASSED, result))


def claim_of(night: duckdb.DuckDBPyConnection, action: str) -> str:
    found = night.execute("SELECT claim_id FROM events WHERE action = ? ORDER BY claim_id", [action]).fetchone()
    assert found
    return str(found[0])


def test_the_page_needs_nothing_but_itself(ask: Query) -> None:
    page = Page(render(ask, failed("no_absurd_dates", None), NIGHT))
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image"}
        assert not {"src", "srcset", "style", "data", "xlink:href"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        if "href" in attributes and tag != "a":
            assert (attributes["href"] or "").startswith("#")
    css = stylesheet() + "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in STYLES)
    assert "url(" not in css and "@import" not in css and "http" not in css


def test_foreign_words_stay_words(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("UPDATE articles SET canonical_url = 'javascript:alert(1)' WHERE canonical_url LIKE '%moscow'")
    night.execute("UPDATE set_aside SET detail = '<img src=x onerror=alert(2)>'")
    night.execute("UPDATE participants SET name = '\"><b>Moscow</b>' WHERE name = 'Moscow'")

    html = render(ask, failed("no_absurd_dates", None), NIGHT)

    assert "<script" not in html
    assert "&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;" in html
    assert "<img" not in html and "&lt;img src=x onerror=alert(2)&gt;" in html
    assert "<b>Moscow" not in html
    assert "javascript:" not in " ".join(str(a.get("href")) for _, a in Page(html).tags)
    assert "what is &lt;wrong&gt;" in html


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(GOOD, "Fit to use"), (failed("no_absurd_dates", None), "Not published"), (verdict_of(()), "Not published")],
)
def test_the_verdict_comes_first(ask: Query, verdict: Verdict, words: str) -> None:
    html = render(ask, verdict, NIGHT)
    page = Page(html)
    headings = [tag for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert headings[0] == "h1" and headings.count("h1") == 1
    assert page.text.index(words) < page.text.index("The night in numbers")
    assert f"<title>{words}: night of 31 January 2019" in html


def test_a_reason_for_refusal_leads_to_its_finding(ask: Query) -> None:
    page = Page(render(ask, failed("no_absurd_dates", None), NIGHT))
    links = {a["href"] for tag, a in page.tags if tag == "a" and (a.get("href") or "").startswith("#")}
    ids = {a["id"] for _, a in page.tags if "id" in a}
    assert "#truths-no_absurd_dates" in links
    assert {link[1:] for link in links if link} <= ids
    assert "It matters." in page.text


def test_an_example_opens_its_sentence_by_offsets(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    html = render(ask, failed("quotes_match_text", claim_of(night, "expel_diplomat")), NIGHT)
    marked = '<span class="sentence">France </span><mark class="trigger">expelled</mark><span class="sentence"> two '
    start = html.index("<blockquote>")
    opened = html[start : html.index("</blockquote>", start)]
    assert marked + 'diplomats of Belarus on Tuesday.</span><span class="around"> Japan and' in opened

    night.execute("UPDATE evidence SET start_char = start_char + 4, end_char = end_char + 4 WHERE kind = 'sentence'")
    moved = render(ask, failed("quotes_match_text", claim_of(night, "back")), NIGHT)
    assert '<span class="around">Russ</span><span class="sentence">ia and Turkey voiced their </span>' in moved


def test_an_example_of_a_text_shows_how_it_begins(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    version = night.execute("SELECT version_id FROM versions WHERE title LIKE 'Moscow%'").fetchone()
    assert version
    html = render(ask, failed("texts_in_english", None, version[0]), NIGHT)
    assert '<span class="around">Russia and Turkey voiced' in html


def test_events_are_told_as_far_as_the_text_goes(ask: Query) -> None:
    text = Page(render(ask, GOOD, NIGHT)).text
    assert "Russia, Turkey → Maduro" in text
    assert "on or before 31 January 2019" in text
    assert "28 January 2019 precision: day" in text
    assert "not said precision: unknown" in text
    assert "asset freeze, trade ban" in text
    assert "not english" in text and "Claims by status" in text


def test_drawings_can_be_heard_and_tables_read(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    add_history(night)
    add_accuracy(night)
    html = render(ask, GOOD, NIGHT)
    page = Page(html)
    tags = [tag for tag, _ in page.tags]
    for landmark in ("header", "main", "footer"):
        assert landmark in tags
    for tag, attributes in page.tags:
        if tag == "svg":
            names = {"aria-label", "aria-labelledby"} & set(attributes)
            assert attributes.get("aria-hidden") == "true" or names
        if tag == "th":
            assert attributes.get("scope")
    assert tags.count("table") == tags.count("caption")
    assert 'aria-label="occurred: 7, usually 38\N{NO-BREAK SPACE}% of claims"' in html
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(name, ids[0]) in ids


def test_trends_need_two_nights(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    assert "nothing to compare it with yet" in render(ask, GOOD, NIGHT)
    night.execute("INSERT INTO ops_runs SELECT * REPLACE ('run-0' AS run_id, DATE '2019-01-30' AS night) FROM ops_runs")
    text = Page(render(ask, GOOD, NIGHT)).text
    assert "The last 2 nights, 30 Jan 2019 to 31 Jan 2019, oldest first. 30 Jan 2019: 0; 31 Jan 2019: 11." in text


def test_days_without_a_night_leave_a_gap(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    add_history(night)
    html = render(ask, GOOD, NIGHT)
    texts = html[html.index("Texts read over the last nights") : html.index("Claims over the last nights")]
    # 25 nights, with four days missing between the tenth last and the one before it.
    lines = re.findall(r'<polyline points="([^"]*)"', texts)
    assert [len(points.split()) for points in lines] == [14, 11]
    ends = [float(lines[0].split()[-1].split(",")[0]), float(lines[1].split(",")[0])]
    step = float(lines[0].split()[1].split(",")[0]) - float(lines[0].split()[0].split(",")[0])
    assert ends[1] - ends[0] == pytest.approx(4 * step, abs=0.3)
    assert "breaks 1 time where no night ran" in Page(html).text


def test_a_night_that_was_refused_is_marked(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    add_history(night)
    html = render(ask, failed("no_absurd_dates", None), NIGHT)
    assert "25 Jan 2019: 2 failed, 2 warnings, not published" in html
    assert "31 Jan 2019: 1 failed, 0 warnings." in html
    assert html.count('<path class="alarm"') == 1 and "night not published" in html


def test_sources_gone_quiet_are_named(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    assert "Too few nights yet to say what is usual." in Page(render(ask, GOOD, NIGHT)).text
    add_history(night)
    text = Page(render(ask, GOOD, NIGHT)).text
    quiet = text[text.index("Sources gone quiet") : text.index("Accuracy of the machine")]
    assert "Gazette of the Capital 9 0 30 Jan 2019" in quiet and "The Wire 12 2 31 Jan 2019" in quiet
    assert "A folder of texts" not in quiet


def test_accuracy_stands_with_its_interval_and_the_last_version(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("DROP TABLE IF EXISTS ops_eval")
    assert "No scores of the extractor that read this night are on record" in Page(render(ask, GOOD, NIGHT)).text
    add_history(night)
    add_accuracy(night)
    html = render(ask, GOOD, NIGHT)
    text = Page(html).text
    assert "How extractor rules-3 does on 240 documents that people annotated (dev)." in text
    assert "a ring is the version before, rules-2" in text
    assert "Type, action and the parties right as well (F1) 0.781 0.733–0.824 −0.008" in text
    assert 'aria-label="0.781, 95 % interval 0.733 to 0.824, last version 0.789"' in html
    assert "expel diplomat 0.500 of 4" in text
    night.execute("UPDATE ops_runs SET extractor_version = 'rules-9' WHERE run_id = 'run-1'")
    assert "No scores of the extractor that read this night" in Page(render(ask, GOOD, NIGHT)).text


def test_texts_extracted_twice_are_counted(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("DROP TABLE IF EXISTS ops_twice")
    assert "No text of this night is on record as extracted twice." in Page(render(ask, GOOD, NIGHT)).text
    add_twice(night, unlike=1)
    text = Page(render(ask, GOOD, NIGHT)).text
    assert "1 of 3 texts gave something else when a second process read them." in text and "one claim more" in text


def test_an_overruled_check_says_so_with_its_reason(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    overrule(night, [("truths", "no_absurd_dates")], "a <b>decree</b> of 1931 is meant")
    html = render(ask, failed("no_absurd_dates", None), NIGHT)
    text = Page(html).text
    assert text.index("Published by hand") < text.index("The last nights")
    assert "A person overruled it on 1 February 2019, for this reason: a <b>decree</b> of 1931 is meant" in text
    assert "Overruled on 1 February 2019: A <b>decree</b> of 1931 is meant." in text
    assert "<b>decree" not in html

    night.execute("UPDATE ops_acceptances SET expectation = 'another_check'")
    assert "Not published" in Page(render(ask, failed("no_absurd_dates", None), NIGHT)).text


def test_what_was_set_aside_is_told_by_source_and_language(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    add_history(night)
    text = Page(render(ask, GOOD, NIGHT)).text
    aside = text[text.index("By reason") : text.index("The inputs, one by one")]
    assert "not english 4" in aside and "not told 2" in aside and "fr 1" in aside
    assert "The Wire mostly not english; 2 read" in aside


def test_the_pages_of_great_expectations_are_linked_where_they_are(ask: Query) -> None:
    assert "data-docs" not in render(ask, GOOD, NIGHT)
    assert '<a href="data-docs/index.html">' in render(ask, GOOD, NIGHT, "data-docs/index.html")


def test_a_warehouse_without_tables_still_gets_its_report(ask: Query, night: duckdb.DuckDBPyConnection) -> None:
    for table in ("events", "evidence", "set_aside", "ops_runs", "ref_statuses"):
        night.execute(f"DROP TABLE {table}")
    verdict = validate(ask, NIGHT)
    assert not verdict.ok
    text = Page(render(ask, verdict, NIGHT)).text
    assert "Not published" in text
    assert "This part could not be read" in text


def test_the_same_night_gives_the_same_page(ask: Query) -> None:
    assert render(ask, GOOD, NIGHT) == render(ask, GOOD, NIGHT)


def test_pieces_cover_the_sentence_once() -> None:
    quote = "The \U0001f6e2 fell and rose"
    pieces = sentence_pieces(quote, [(15, 19), (6, 10), (8, 12), (18, 99)])
    assert "".join(piece.text for piece in pieces) == quote
    assert pieces[1] == Piece("fell", "trigger")


def test_a_passage_shows_whole_words_around_a_sentence() -> None:
    text = "word " * 100 + "Here it is." + " more" * 100
    pieces = passage(text, 500, 511, [])
    assert pieces[1] == Piece("Here it is.", "sentence")
    assert pieces[0].text.startswith("… word ") and pieces[2].text.endswith(" more …")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "not said"),
        (NIGHT, NIGHT, "31 January 2019"),
        (None, NIGHT, "on or before 31 January 2019"),
        (NIGHT, None, "on or after 31 January 2019"),
        (date(2019, 1, 1), NIGHT, "1–31 January 2019"),
        (date(2018, 12, 30), NIGHT, "30 December 2018 – 31 January 2019"),
    ],
)
def test_spans_in_words(start: date | None, end: date | None, words: str) -> None:
    assert span(start, end) == words


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "http://", "http://[", "", None]
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_link(url) is None
    assert safe_link("https://wire.example/a?b=1&c=2") == "https://wire.example/a?b=1&c=2"


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_drawings_can_be_seen_on_their_ground(scheme: int) -> None:
    """WCAG 2.2, success criterion 1.4.11: a contrast of at least 3 to 1 for what a drawing says."""
    colour = colours(stylesheet(), scheme)
    for ground, parts in {"paper": ("accent", "bad", "good", "look", "soft"), "track": ("accent", "ink")}.items():
        for part in parts:
            assert contrast(colour[ground], colour[part]) >= 3, (ground, part)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(scheme: int) -> None:
    """WCAG 2.2, success criterion 1.4.3: a contrast of at least 4.5 to 1."""
    colour = colours(stylesheet(), scheme)
    grounds = {
        "paper": ("ink", "soft", "good", "bad", "look", "accent", "future"),
        "card": ("ink", "soft", "accent"),
        "good-wash": ("ink", "soft", "good", "accent"),
        "look-wash": ("ink", "soft", "look", "accent"),
        "bad-wash": ("ink", "soft", "bad", "accent"),
        "mark": ("ink",),
    }
    for ground, inks in grounds.items():
        for ink in inks:
            assert contrast(colour[ground], colour[ink]) >= 4.5, (ground, ink)
