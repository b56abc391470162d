"""A site's robots.txt is obeyed, read once, and a site that cannot give it is left alone (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ingest.web import Answer, WebServer
from transforms.ingest.fetch import Web
from transforms.ingest.fetch_retries import Unreached
from transforms.ingest.fetch_robots import Rules, rules_in
from transforms.ingest.pieces import Refusal

Browse = Callable[..., Web]


@pytest.fixture
def site(web: WebServer) -> str:
    for name in ("/a", "/private/b"):
        web.scripts[name] = Answer(body=b"text")
    return f"http://news.example.org:{web.start()}"


def rules(text: str) -> Answer:
    return Answer(body=text.encode())


def test_what_is_disallowed_is_not_asked_for(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/robots.txt"] = rules("User-agent: *\nDisallow: /private/")
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"
        with pytest.raises(Refusal, match=r"robots: robots\.txt asks Demarche to stay away from http.*/private/b"):
            client.fetch(f"{site}/private/b")
    assert web.asked == {"/robots.txt": 1, "/a": 1}


def test_our_name_goes_before_everybody_s(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/robots.txt"] = rules("User-agent: *\nDisallow: /\n\nUser-agent: demarche\nAllow: /")
    with browse() as client:
        assert client.fetch(f"{site}/private/b").data == b"text"


def test_a_redirect_asks_the_rules_of_where_it_leads(web: WebServer, site: str, browse: Browse) -> None:
    port = site.rpartition(":")[2]
    web.scripts["/a"] = Answer(302, {"Location": f"http://other.example.org:{port}/private/b"})
    web.scripts[f"other.example.org:{port} /robots.txt"] = rules("User-agent: *\nDisallow: /private/")
    with browse() as client, pytest.raises(Refusal, match=r"robots: .* http://other\.example\.org"):
        client.fetch(f"{site}/a")
    assert web.asked["/private/b"] == 0


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_may_be_read(web: WebServer, site: str, browse: Browse, status: int) -> None:
    web.scripts["/robots.txt"] = Answer(status)
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_say_its_rules_is_left_alone(web: WebServer, site: str, browse: Browse, status: int) -> None:
    web.scripts["/robots.txt"] = Answer(status)
    with browse(tries=1) as client:
        for _ in range(2):
            with pytest.raises(Unreached, match=rf"HTTP {status} for robots\.txt.*RFC 9309") as caught:
                client.fetch(f"{site}/a")
            assert caught.value.passing
    assert web.asked == {"/robots.txt": 2}, "one request and one more try for the whole night"


def test_rules_that_cannot_be_had_close_the_site(web: WebServer, site: str, browse: Browse) -> None:
    def silent(request: object) -> Answer:
        raise ConnectionResetError

    web.scripts["/robots.txt"] = silent
    with browse(tries=0) as client, pytest.raises(Unreached, match=r"RemoteProtocolError.* for robots\.txt"):
        client.fetch(f"{site}/a")
    assert web.asked["/a"] == 0


def test_rules_that_lead_in_a_circle_count_as_none(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/robots.txt"] = Answer(302, {"Location": "/robots.txt"})
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"


def test_rules_without_end_close_the_site(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/robots.txt"] = Answer(body=b"#" * 2000)
    with browse(received=1000) as client, pytest.raises(Unreached, match=r"a robots\.txt that cannot be read"):
        client.fetch(f"{site}/a")


def test_a_page_in_the_place_of_rules_forbids_nothing() -> None:
    assert rules_in(b"<!doctype html><html><body>Not found \xff</body></html>").allow("https://x.example.org/a")


@pytest.mark.parametrize(("asked", "pause"), [("", 1.0), ("Crawl-delay: 4", 4.0), ("Crawl-delay: 600", 10.0)])
def test_the_crawl_delay_counts_up_to_a_limit(asked: str, pause: float) -> None:
    assert rules_in(f"User-agent: *\n{asked}\nDisallow: /x".encode()).pause(1.0, 10.0) == pause
    assert Rules().pause(1.0, 10.0) == 1.0
