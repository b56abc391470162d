"""A night over two hundred feeds, one in ten of which fails in one of ten ways."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.listing import follow_entries
from tests.ingest.news import FEED_TYPE, PAGE_TYPE, add_sources, feed, page
from tests.ingest.web import Answer, WebServer, tagged

FEEDS = 200
NIGHT = (date(2019, 1, 31), date(2019, 2, 1))
# How a feed fails, and what is said of it: the reason, and words of the detail.
FAILURES: dict[str, tuple[Answer, str, str]] = {
    "dead": (Answer(), "unreachable", "ConnectError"),
    "slow": (Answer(headers=FEED_TYPE, parts=lambda: itertools.repeat(b" "), gap=0.05), "unreachable", "in all"),
    "stumbling": (Answer(500), "unreachable", "HTTP 500 Internal Server Error"),
    "busy": (Answer(429, {"Retry-After": "86400"}), "unreachable", "asks us to wait 86400 s"),
    "circling": (Answer(302, {"Location": "/feed"}), "unreachable", "TooManyRedirects"),
    "turned": (Answer(headers=PAGE_TYPE, body=page("Nowhere")), "not_a_feed", "an HTML page"),
    "broken": (Answer(headers=FEED_TYPE, body=b"<rss version='2.0'><channel><title>cut"), "unreadable", "broken feed"),
    "bomb": (Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b" " * 9_000_000)), "too_large", "unpack"),
    "endless": (Answer(headers=FEED_TYPE, parts=lambda: itertools.repeat(b" " * 65536)), "too_large", "more than"),
    "inward": (Answer(302, {"Location": "http://169.254.169.254/"}), "refused_address", "no public address"),
}


@pytest.mark.slow
def test_a_night_over_two_hundred_feeds_names_every_failure_and_ends(
    run: Callable[..., Any], web: WebServer, browse: Callable[..., Any], seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow_entries(monkeypatch)
    port = web.start()
    causes = dict(zip(range(0, FEEDS, 10), itertools.cycle(FAILURES), strict=False))
    urls = {}
    for number in range(FEEDS):
        cause, host = causes.get(number), f"feed{number}.example.org"
        urls[f"s{number:03}"] = f"http://{host}:{1 if cause == 'dead' else port}/feed"
        article = f"http://{host}:{port}/{number}"
        web.scripts[f"/{number}"] = tagged(page(f"Land {number}"), '"p"', **PAGE_TYPE)
        fine = tagged(feed({article: f"Land {number}"}), '"f"', **FEED_TYPE)
        web.scripts[f"{host}:{port} /feed"] = FAILURES[cause][0] if cause else fine
    add_sources(seeds, urls)
    limits = {"total": 4.0, "tries": 1, "received": 2_000_000, "decoded": 2_000_000}

    night = run(None, client=browse(**limits), interval=NIGHT)
    told = {row.source_id: (row.reason, row.detail) for row in night.tables["set_aside"]}
    assert night.done.articles == FEEDS - len(causes) == 180
    assert not {one: why for one, why in told.items() if int(one[1:]) not in causes}
    assert len(told) == len(causes)
    for number, cause in causes.items():
        reason, detail = told[f"s{number:03}"]
        assert reason == FAILURES[cause][1] and FAILURES[cause][2] in detail, (cause, detail)
    assert f"asked {FEEDS} of {FEEDS} sources" in "\n".join(night.lines)

    web.forget()
    second = run(None, client=browse(**limits), interval=(date(2019, 2, 1), date(2019, 2, 2)))
    sent = {name for name, size in web.body_bytes.items() if size and name.strip("/").isdigit()}
    assert not sent, "no page is sent a second time"
    assert sum(times for name, times in web.asked.items() if name.strip("/").isdigit()) == 180
    assert second.done.articles == 0
    assert {row.source_id for row in second.tables["set_aside"]} == {f"s{number:03}" for number in causes}
