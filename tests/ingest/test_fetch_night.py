"""Nights over many sources: lists, then the pages that they name; nothing twice, nothing lost, every failure named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.listing import follow_entries
from tests.ingest.news import FEED_TYPE, PAGE_TYPE, SENTENCE, add_sources, feed, page
from tests.ingest.web import Answer, WebServer, dated, in_turn, tagged
from transforms.errors import InputError
from transforms.ingest.fetch import Web
from transforms.ingest.fetch_memory import Memory
from transforms.ingest.night_record import NightRecord
from transforms.ingest.raw_store import RawStore
from transforms.ingest.sources import load_sources

Browse = Callable[..., Web]
Run = Callable[..., Any]
NIGHT = (date(2019, 1, 31), date(2019, 2, 1))
NEXT = (date(2019, 2, 1), date(2019, 2, 2))
MOMENT = "Thu, 31 Jan 2019 12:00:00 GMT"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def three(web: WebServer, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Three papers with a page each: with an ETag, with Last-Modified, with no validator. Their sites, by name."""
    follow_entries(monkeypatch)
    port = web.start()
    sites = {name: f"http://{name}.example.org:{port}" for name in ("etag", "dated", "bare")}
    scripts = {
        "etag": tagged(page("Etagia"), '"1"', **PAGE_TYPE),
        "dated": dated(page("Datia"), MOMENT, **PAGE_TYPE),
        "bare": Answer(headers=PAGE_TYPE, body=page("Baria")),
    }
    for name, site in sites.items():
        web.scripts[f"{name}.example.org:{port} /feed"] = tagged(feed({f"{site}/{name}": name}), '"f"', **FEED_TYPE)
        web.scripts[f"/{name}"] = scripts[name]
    add_sources(seeds, {name: f"{site}/feed" for name, site in sites.items()})
    return sites


def test_the_pages_that_lists_name_are_read(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    night = run(None, client=browse(), interval=NIGHT)
    texts = {row.text for row in night.tables["versions"]}
    assert all("So the page." in text for text in texts) and len(texts) == 3
    assert {(row.published_date, row.published_basis) for row in night.tables["versions"]} == {(NIGHT[0], "feed")}
    assert {row.locator for row in night.tables["appearances"]} == {f"{site}/{name}" for name, site in three.items()}
    assert night.done.set_aside == 0
    assert len(list(RawStore(home / "raw").receipts())) == 6


def test_a_second_night_with_nothing_new_moves_no_body_and_adds_no_row(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    run(None, client=browse(), interval=NIGHT)
    kept = content(home / "raw")
    web.forget()
    night = run(None, client=browse(), interval=NEXT)
    later = NEXT[0].isoformat()  # what the night read is on record, bytes or none
    assert web.bodies() == 0
    assert web.asked["/feed"] == 3
    assert (web.asked["/etag"], web.asked["/dated"], web.asked["/bare"]) == (1, 1, 0)
    assert (night.done.articles, night.done.set_aside) == (0, 0)
    assert {
        name: data for name, data in content(home / "raw").items() if not name.startswith(f"nights/{later}/")
    } == kept


def test_an_article_corrected_the_day_after_is_a_new_version_of_the_same_article(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    first = {row.article_id: row for row in run(None, client=browse(), interval=NIGHT).tables["versions"]}
    web.scripts["/etag"] = tagged(page("Etagia, corrected"), '"2"', **PAGE_TYPE)
    night = run(None, client=browse(), interval=NEXT)
    (later,) = night.tables["versions"]
    assert "Etagia, corrected" in later.text
    assert later.version_id != first[later.article_id].version_id
    assert (later.published_date, later.known_on) == (NIGHT[0], NEXT[0])
    assert run(None, client=browse(), interval=NEXT).tables == night.tables, "a second run of the night adds nothing"


def test_what_a_list_dates_far_off_is_not_asked_for(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    late = date(2019, 2, 20)
    night = run(None, client=browse(), interval=(late, late + timedelta(days=1)))
    assert set(web.asked) == {"/robots.txt", "/feed"}
    assert (night.done.articles, night.done.set_aside) == (0, 0), "a quiet night is no error"


def test_pages_held_are_not_sent_again_where_a_list_gives_no_day(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two explicit runs, which read everything that the list names."""
    first = run("etag", client=browse()), run("dated", client=browse()), run("bare", client=browse())
    web.forget()
    again = run("etag", client=browse()), run("dated", client=browse()), run("bare", client=browse())
    assert web.bodies() == 0
    assert (web.asked["/etag"], web.asked["/dated"], web.asked["/bare"]) == (1, 1, 0)
    assert [one.tables for one in again] == [one.tables for one in first]


def test_a_page_without_validators_is_asked_for_again_after_a_week(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    run("bare", client=browse())
    held = Memory(home).held(f"{three['bare']}/bare")
    assert held and Memory(home).is_fresh(held, 7)
    assert not Memory(home, now=lambda: held.asked_at + 7 * 86400).is_fresh(held, 7)
    web.forget()
    run("bare", client=browse(days_held=0))
    assert web.asked["/bare"] == 1


def test_bytes_that_were_lost_are_fetched_again(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    first = run("etag", client=browse())
    for held in (home / "raw" / "objects").rglob("*.gz"):
        held.unlink()
    assert run("etag", client=browse()).tables == first.tables


def test_a_night_run_again_reads_what_it_read_and_asks_nobody(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    first = run(None, client=browse(), interval=NIGHT)
    before = content(home)
    web.forget()
    web.scripts["/feed"] = Answer(headers=FEED_TYPE, body=feed({}))
    assert run(None, client=browse(), interval=NIGHT).tables == first.tables
    assert content(home) == before
    assert not web.requests


def test_a_page_that_cannot_be_had_gives_way_to_what_its_list_says(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    del web.scripts["/bare"]
    night = run(None, client=browse(), interval=NIGHT)
    assert night.reasons == {f"{three['bare']}/bare": "unreachable"}
    (text,) = (row.text for row in night.tables["versions"] if "bare" in row.text)
    assert text == f"{SENTENCE.format(who='bare')} So the entry."


def test_a_page_that_is_a_list_again_is_followed_no_further(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    list_again = three["bare"] + "/feed2"
    web.scripts["/bare"] = Answer(302, {"Location": "/feed2"})
    web.scripts["/feed2"] = Answer(headers=FEED_TYPE, body=feed({f"{three['etag']}/further": "Furtheria"}))
    bare = f"{three['bare'].removeprefix('http://')} /feed"
    web.scripts[bare] = Answer(headers=FEED_TYPE, body=feed({list_again: "bare"}))
    night = run(None, client=browse(), interval=NIGHT)
    assert night.reasons == {list_again: "no_text"}
    assert web.asked["/further"] == 0
    assert any("So the entry." in row.text for row in night.tables["versions"])


def test_a_page_that_two_sources_name_is_fetched_once(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    shared = f"{three['etag']}/etag"
    bare = f"{three['bare'].removeprefix('http://')} /feed"
    web.scripts[bare] = Answer(headers=FEED_TYPE, body=feed({shared: "bare"}))
    night = run(None, client=browse(), interval=NIGHT)
    assert web.asked["/etag"] == 1
    assert sorted(row.source_id for row in night.tables["appearances"] if row.locator == shared) == ["bare", "etag"]


def test_only_what_failed_is_asked_again(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], seeds: Path, home: Path
) -> None:
    dead = f"{three['dated'].removeprefix('http://')} /feed"
    web.scripts[dead] = in_turn(Answer(503), web.scripts[dead])
    web.scripts["/bare"] = in_turn(Answer(503), web.scripts["/bare"])
    first = run(None, client=browse(tries=0), interval=NIGHT)
    assert first.reasons == {f"{three['dated']}/feed": "unreachable", f"{three['bare']}/bare": "unreachable"}
    origin = load_sources(seeds).explicit("dated")[0]
    (missed,) = NightRecord(home, NIGHT[0]).of(origin).missed
    assert missed.passing and missed.detail == "HTTP 503 Service Unavailable: check the address"
    web.forget()
    second = run(None, client=browse(tries=0), interval=NIGHT)
    assert {path for path in web.asked if path != "/robots.txt"} == {"/feed", "/dated", "/bare"}
    assert web.asked["/feed"] == 1
    assert (second.done.articles, second.done.set_aside) == (3, 0)


def test_the_time_of_a_source_ends_and_the_rest_is_told(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    night = run(None, client=browse(source=0.0), interval=NIGHT)
    assert {row.reason for row in night.tables["set_aside"]} == {"unreachable"}
    assert all("s of" in row.detail and "were up" in row.detail for row in night.tables["set_aside"])
    assert all("So the entry." in row.text for row in night.tables["versions"])
    assert run(None, client=browse(), interval=NIGHT).done.set_aside == 0


def test_one_host_is_asked_one_by_one(run: Run, web: WebServer, browse: Browse, seeds: Path) -> None:
    port = web.start()
    names = [f"a{number}" for number in range(6)]
    for name in names:
        entry = {f"http://x.example.org/{name}": name}
        web.scripts[f"/feed/{name}"] = Answer(
            headers=FEED_TYPE, parts=lambda entry=entry: iter([feed(entry)]), gap=0.02
        )
    add_sources(seeds, {name: f"http://news.example.org:{port}/feed/{name}" for name in names})
    night = run(None, client=browse(pause=0.05), interval=NIGHT)
    assert night.done.articles == 6
    assert set(web.most_at_once.values()) == {1}
    moments = sorted(moment for moment, _, _ in web.requests)
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(moments))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(headers=FEED_TYPE, body=b"<rss version='2.0'><channel><title>cut"), "unreadable"),
        (Answer(headers=PAGE_TYPE, body=page("Nowhere")), "not_a_feed"),
        (Answer(headers=FEED_TYPE, body=b""), "empty"),
    ],
)
def test_a_feed_gone_wrong_is_named_and_the_others_go_on(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], answer: Answer, reason: str
) -> None:
    web.scripts[f"{three['bare'].removeprefix('http://')} /feed"] = answer
    night = run(None, client=browse(), interval=NIGHT)
    assert (night.reasons, night.done.articles) == ({f"{three['bare']}/feed": reason}, 2)


def test_a_night_in_which_nobody_answers_is_an_error(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str]
) -> None:
    web.scripts.clear()
    with pytest.raises(InputError, match=r"nothing that could be read \(unreachable 3\)"):
        run(None, client=browse(), interval=NIGHT)


def test_a_source_that_moved_is_asked_at_its_new_address(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], seeds: Path
) -> None:
    run(None, client=browse(), interval=NIGHT)
    rows = (seeds / "sources.csv").read_text()
    (seeds / "sources.csv").write_text(rows.replace(f"{three['bare']}/feed", f"{three['bare']}/feed-new"))
    web.scripts["/feed-new"] = Answer(headers=FEED_TYPE, body=feed({f"{three['bare']}/bare": "bare"}))
    web.forget()
    assert run(None, client=browse(), interval=NIGHT).done.articles == 3
    assert web.asked["/feed-new"] == 1


def test_what_the_record_lacks_is_said_not_asked_for(
    run: Run, web: WebServer, browse: Browse, three: dict[str, str], home: Path
) -> None:
    """As after a collect task that was killed for good."""
    run(None, client=browse(), interval=NIGHT)
    (home / "collected" / "2019-01-31" / "bare.json").unlink()
    web.forget()
    night = run(None, client=browse(), interval=NIGHT, collected=True)
    assert not web.requests
    assert (night.reasons, night.done.articles) == ({f"{three['bare']}/feed": "unreachable"}, 2)
