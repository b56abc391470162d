"""No way into private addresses: by link, by redirect, by a name that changes its mind; and the ways allowed."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from ipaddress import ip_network
from typing import Any

import pytest

from tests.ingest.web import Answer, WebServer
from transforms.errors import InputError
from transforms.ingest.fetch import Web, make_client
from transforms.ingest.fetch_address import REACHABLE, Reach, reach_of_environment, resolved
from transforms.ingest.fetch_limits import Limits
from transforms.ingest.pieces import Refusal

Browse = Callable[..., Web]
QUICK = Limits(pause=0.0, backoff=0.01, connect=1.0, read=2.0, total=5.0, tries=0)
PRIVATE = (
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
)  # fmt: skip
PUBLIC = ("8.8.8.8", "193.0.6.139", "2001:67c:2e8:22::c100:68b", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(Refusal, match=rf"refused_address: site\.example is {address}, which is no public address"):
        Reach().check("site.example", address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_not(address: str) -> None:
    Reach().check("site.example", address)


def test_networks_of_the_environment_may_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REACHABLE, "10.1.0.0/16, 127.0.0.1")
    reach = reach_of_environment()
    reach.check("intranet.example", "10.1.2.3")
    reach.check("here.example", "::ffff:127.0.0.1")
    for address in ("10.2.0.1", "127.0.0.2", "::1"):
        with pytest.raises(Refusal, match="refused_address"):
            reach.check("intranet.example", address)
    monkeypatch.setenv(REACHABLE, "everything")
    with pytest.raises(InputError, match=r"'everything' in DEMARCHE_REACHABLE: write networks"):
        reach_of_environment()


def guarded(resolve: Callable[[str, int], list[str]] = resolved, *networks: str) -> Web:
    return make_client(limits=QUICK, reach=Reach(map(ip_network, networks)), resolve=resolve)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "rebound.example.org"]
)
def test_however_it_is_written_nothing_is_asked_of_it(web: WebServer, host: str) -> None:
    port = web.start()
    web.scripts["/a"] = Answer(body=b"secret")
    names = {"rebound.example.org": ["127.0.0.1"]}
    with (
        guarded(lambda name, at: names.get(name) or resolved(name, at)) as client,
        pytest.raises(Refusal, match="refused_address"),
    ):
        client.fetch(f"http://{host}:{port}/a")
    assert not web.requests


def test_one_private_address_among_public_ones_is_refused() -> None:
    with (
        guarded(lambda name, at: ["8.8.8.8", "10.0.0.1"]) as client,
        pytest.raises(Refusal, match=r"refused_address: mixed\.example\.org is 10\.0\.0\.1"),
    ):
        client.fetch("http://mixed.example.org/")


def test_a_name_is_looked_up_once_a_connection_and_that_address_is_used(web: WebServer) -> None:
    """Rebinding: the second look-up would say another address; there is none between check and use."""
    port, answers = web.start(), iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    web.scripts["/a"] = Answer(body=b"text", headers={"Connection": "close"})
    web.scripts["/robots.txt"] = Answer(404, {"Connection": "close"})
    with guarded(lambda name, at: next(answers), "127.0.0.0/8") as client:
        assert client.fetch(f"http://turn.example.org:{port}/a").data == b"text"
        with pytest.raises(Refusal, match=r"refused_address: turn\.example\.org is 10\.0\.0\.1"):
            client.fetch(f"http://turn.example.org:{port}/a")


@pytest.mark.parametrize(
    "place", ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "file:///etc/passwd"]
)
def test_a_redirect_to_what_is_not_public_is_refused(web: WebServer, browse: Browse, place: str) -> None:
    port = web.start()
    web.scripts["/a"] = Answer(302, {"Location": place})
    with browse() as client, pytest.raises(Refusal, match="refused_address"):
        client.fetch(f"http://news.example.org:{port}/a")
    assert web.asked == {"/robots.txt": 1, "/a": 1}


def test_a_robots_txt_that_leads_to_what_is_not_public_is_refused(web: WebServer, browse: Browse) -> None:
    port = web.start()
    web.scripts["/robots.txt"] = Answer(302, {"Location": "http://10.0.0.1/robots.txt"})
    with browse() as client, pytest.raises(Refusal, match="refused_address"):
        client.fetch(f"http://news.example.org:{port}/a")


def test_the_next_address_of_a_name_is_tried_where_one_is_dead(web: WebServer) -> None:
    port = web.start()
    web.scripts["/a"] = Answer(body=b"text")
    with guarded(lambda name, at: ["127.0.0.9", "127.0.0.1"], "127.0.0.0/8") as client:
        assert client.fetch(f"http://two.example.org:{port}/a").data == b"text"


def test_a_name_that_nobody_knows_is_unreachable() -> None:
    def unknown(name: str, at: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with (
        guarded(unknown) as client,
        pytest.raises(Refusal, match=r"unreachable: .*gone\.example\.org cannot be resolved"),
    ):
        client.fetch("http://gone.example.org/")


def test_no_proxy_of_the_environment_resolves_names_for_us(
    web: WebServer, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    web.scripts["/a"] = Answer(body=b"text")
    with browse() as client:
        assert client.fetch(f"http://news.example.org:{web.start()}/a").data == b"text"


def test_a_night_names_the_address_and_sets_it_aside(
    run: Callable[..., Any], web: WebServer, browse: Browse, seeds: Any, english: str
) -> None:
    (seeds.parent / "desk").mkdir()
    (seeds.parent / "desk" / "2018-01-01.txt").write_text(english)
    with (seeds / "sources.csv").open("a") as rows:
        rows.write("router,The router,feed,http://192.168.1.1/rss,,,en,,test,,daily,1,made for the test\n")
    night = run(None, client=browse(), interval=(date(2018, 1, 1), date(2018, 1, 2)))
    assert night.done.articles == 1
    assert night.reasons == {"http://192.168.1.1/rss": "refused_address"}
