"""`demarche sources` against a server of our own: what is told, what is written, and what is left alone."""

from __future__ import annotations

import csv
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import typer
from click.testing import Result
from rich.console import Console
from typer.testing import CliRunner

from dags.local import source_commands
from dags.local.source_list import show_sources
from tests.ingest.site import ENGLISH, FRENCH, Site, article, front, rss, sitemap
from tests.ingest.web import Answer, WebServer
from transforms.ingest import source_check
from transforms.ingest.fetch import Web
from transforms.ingest.pieces import Address, Piece
from transforms.ingest.read import read_piece
from transforms.ingest.sources import Sources, load_sources

ROOT = Path(__file__).resolve().parents[2]
Command = Callable[..., Result]


@pytest.fixture
def site(web: WebServer) -> Site:
    made = Site(web, f"http://127.0.0.1:{web.start()}")
    for number, text in enumerate(ENGLISH, 1):
        made.page(f"/news/{number}", article(text))
    return made


@pytest.fixture
def listed(seeds: Path) -> Callable[[], dict[str, dict[str, str]]]:
    """The rows of the test's list, by id."""
    (seeds.parent / "desk").mkdir()
    (seeds.parent / "desk" / "2026-06-01.txt").write_text(ENGLISH[0], encoding="utf-8")
    countries = (ROOT / "seeds" / "countries.csv").read_text(encoding="utf-8")
    (seeds / "countries.csv").write_text(countries, encoding="utf-8")

    def rows() -> dict[str, dict[str, str]]:
        with (seeds / "sources.csv").open(encoding="utf-8", newline="") as lines:
            return {row["id"]: row for row in csv.DictReader(lines)}

    return rows


@pytest.fixture
def sources(
    seeds: Path, home: Path, listed: Callable[[], object], browse: Callable[[], Web], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run `demarche sources …` on the test's list and state folder; the one place where its client is made."""
    monkeypatch.setattr(source_commands, "SEEDS", seeds)
    monkeypatch.setattr(source_commands, "web", browse)
    monkeypatch.setenv("DEMARCHE_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: CliRunner().invoke(source_commands.app, arguments)


def relist(seeds: Path, source_id: str, address: str) -> None:
    """Let the list's `source_id` lie at `address`."""
    path = seeds / "sources.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = []
    for line in lines:
        cells = line.split(",")
        changed.append(",".join([*cells[:3], address, *cells[4:]]) if cells[0] == source_id else line)
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def test_check_tells_what_a_night_would_get_and_keeps_nothing(
    sources: Command, seeds: Path, home: Path, site: Site
) -> None:
    site.feed("/feed.xml", rss(site, ENGLISH))
    relist(seeds, "gazette", f"{site.base}/feed.xml")
    before = (seeds / "sources.csv").read_bytes()
    ran = sources("check", "gazette", "desk")
    assert ran.exit_code == 0, ran.output
    assert "gazette      3 of 3  2026-06-03  en      85" in ran.stdout
    assert "desk         1 of 1  2026-06-01  en      17" in ran.stdout
    assert "2 of 2 can be read." in ran.stdout
    assert (seeds / "sources.csv").read_bytes() == before
    assert not home.exists()


def test_check_reads_what_is_switched_on_by_default_and_all_on_demand(
    sources: Command, seeds: Path, site: Site
) -> None:
    site.feed("/feed.xml", rss(site, ENGLISH))
    relist(seeds, "gazette", f"{site.base}/feed.xml")
    relist(seeds, "ministry", f"{site.base}/gone")
    assert "1 of 1 can be read." in sources("check").stdout
    everything = sources("check", "--all")
    assert everything.exit_code == 1
    assert "2 of 3 can be read; 1 cannot." in everything.stdout


def dead(site: Site) -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/feed.xml"


def french(site: Site) -> str:
    site.feed("/feed.xml", rss(site, FRENCH))
    return f"{site.base}/feed.xml"


def undated(site: Site) -> str:
    site.feed("/feed.xml", rss(site, ENGLISH, dated=False))
    return f"{site.base}/feed.xml"


def turned_page(site: Site) -> str:
    site.page("/feed.xml", front())
    return f"{site.base}/feed.xml"


def missing(site: Site) -> str:
    return f"{site.base}/feed.xml"


def kept_out(site: Site) -> str:
    site.server.scripts["/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /\n")
    site.feed("/feed.xml", rss(site, ENGLISH))
    return f"{site.base}/feed.xml"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (kept_out, "robots: robots.txt"),
        (dead, "unreachable: ConnectError"),
        (missing, "unreachable: HTTP 404 Not Found"),
        (french, "not_english: language fr"),
        (undated, "no_date: no day of publication"),
        (turned_page, "not_a_feed: an HTML page where a feed was expected"),
    ],
)
def test_check_names_what_cannot_be_read_and_why(
    sources: Command, seeds: Path, site: Site, broken: Callable[[Site], str], told: str
) -> None:
    relist(seeds, "gazette", broken(site))
    ran = sources("check", "gazette", "desk")
    assert ran.exit_code == 1
    assert told in ran.stdout
    assert "1 of 2 can be read; 1 cannot." in ran.stdout


def test_check_answers_programs_too(sources: Command, seeds: Path, site: Site) -> None:
    site.feed("/feed.xml", rss(site, (*ENGLISH, FRENCH[0])))
    relist(seeds, "gazette", f"{site.base}/feed.xml")
    (row,) = json.loads(sources("check", "gazette", "--json").stdout)
    assert (row["id"], row["ok"], row["kind"]) == ("gazette", True, "feed")
    assert (row["found"], row["dated"], row["usable"], row["reasons"]) == (4, 4, 3, "not_english 1")
    assert (row["newest"], row["language"], row["words"]) == ("2026-06-04", "en", 80)


def test_of_pages_that_a_list_names_a_few_are_read(
    sources: Command, seeds: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A feed of teasers, a sitemap or a list of addresses: whether its pages can be read is what a check must tell."""
    site.feed("/feed.xml", rss(site, ENGLISH * 2))
    relist(seeds, "gazette", f"{site.base}/feed.xml")
    site.server.scripts.pop("/news/2")

    def only_named(piece: Piece, known: Sources) -> list[Any]:
        if piece.locator.endswith("feed.xml"):
            return [Address(piece.origin, f"{site.base}/news/{number}") for number in range(1, 7)]
        return list(read_piece(piece, known))

    monkeypatch.setattr(source_check, "read_piece", only_named)
    ran = sources("check", "gazette")
    assert ran.exit_code == 0, ran.output
    assert "gazette      2 of 3" in ran.stdout
    assert "names 6 pages; the first 3 were read" in ran.stdout
    assert "set aside: unreachable 1" in ran.stdout
    assert site.asked == ["/feed.xml", "/news/1", "/news/2", "/news/3"]


def test_add_finds_the_feed_that_a_page_links(
    sources: Command, listed: Callable[[], dict[str, dict[str, str]]], seeds: Path, home: Path, site: Site
) -> None:
    site.page("/", front("/comments/feed.xml", "/all.xml", "/sport.xml"))
    head = "<language>en-GB</language><copyright>Crown copyright, OGL v3.0</copyright>"
    site.feed("/all.xml", rss(site, ENGLISH, head=head))
    ran = sources("add", f"{site.base}/")
    assert ran.exit_code == 0, ran.output
    row = listed()["ministry-news"]
    assert (row["name"], row["kind"], row["locator"]) == ("Ministry news", "feed", f"{site.base}/all.xml")
    assert (row["language"], row["licence"], row["enabled"]) == ("en", "Crown copyright, OGL v3.0", "0")
    assert row["country"] == row["speaker"] == row["time_zone"] == ""
    assert list(listed()) == sorted(listed())
    assert load_sources(seeds).explicit("ministry-news")[0].enabled is False
    assert f"{site.base}/sport.xml (linked too" in ran.stdout
    assert "3 of 3 articles usable, newest 2026-06-03, in en" in ran.stdout
    assert "/sport.xml" not in site.asked
    assert site.asked.count("/all.xml") == 1
    assert sorted(path.name for path in (home / "frozen" / "ministry-news").iterdir()) == ["1.gz", "2.gz", "facts.json"]


def test_the_way_from_add_to_a_check_is_the_one_that_is_told(sources: Command, site: Site) -> None:
    site.page("/", front("/all.xml"))
    site.feed("/all.xml", rss(site, ENGLISH))
    told = sources("add", f"{site.base}/").stdout
    for step in ("check", "enable"):
        assert f"demarche sources {step} ministry-news" in told
        assert sources(step, "ministry-news").exit_code == 0
    assert "ministry-news" in sources("list", "--enabled").stdout


@pytest.mark.parametrize("path", ["/feed/", "/atom.xml"])
def test_add_tries_the_usual_places(
    sources: Command, listed: Callable[[], dict[str, dict[str, str]]], site: Site, path: str
) -> None:
    site.page("/en/press", front())
    site.feed(path, rss(site, ENGLISH))
    assert sources("add", f"{site.base}/en/press").exit_code == 0
    assert listed()["ministry-news"]["locator"] == f"{site.base}{path}"


def test_add_finds_the_sitemap_that_robots_txt_names_and_freezes_its_pages(
    sources: Command, listed: Callable[[], dict[str, dict[str, str]]], site: Site
) -> None:
    site.page("/", front())
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.base}/news-sitemap.xml\n"
    site.server.scripts["/robots.txt"] = Answer(200, {}, robots.encode())
    site.feed("/news-sitemap.xml", sitemap(site, len(ENGLISH)))
    assert sources("add", f"{site.base}/", "--id", "envoy-news").exit_code == 0
    row = listed()["envoy-news"]
    assert (row["kind"], row["locator"]) == ("sitemap", f"{site.base}/news-sitemap.xml")
    site.forget()
    assert sources("check", "--frozen", "envoy-news").exit_code == 0
    assert site.asked == []


def test_add_takes_a_feed_at_its_word(
    sources: Command, listed: Callable[[], dict[str, dict[str, str]]], site: Site
) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    assert sources("add", f"{site.base}/all.xml", "--id", "envoy-news").exit_code == 0
    assert listed()["envoy-news"]["source_note"].endswith("the address is one itself")


def test_a_dry_run_shows_the_row_and_writes_nothing(sources: Command, seeds: Path, home: Path, site: Site) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    before = (seeds / "sources.csv").read_bytes()
    ran = sources("add", f"{site.base}/all.xml", "--dry-run")
    assert ran.exit_code == 0
    assert "Ministry news" in ran.stdout
    assert "Nothing written" in ran.stdout
    assert (seeds / "sources.csv").read_bytes() == before
    assert not home.exists()


def test_add_names_what_it_tried_where_a_site_has_no_feed(
    sources: Command, seeds: Path, home: Path, site: Site
) -> None:
    site.page("/", front("/moved.xml"))
    site.page("/moved.xml", front())
    before = (seeds / "sources.csv").read_bytes()
    ran = sources("add", f"{site.base}/")
    assert ran.exit_code == 2
    assert f"no feed or sitemap (asked: {site.base}/moved.xml, {site.base}/feed/" in ran.stderr
    assert site.server.asked["/robots.txt"]
    assert (seeds / "sources.csv").read_bytes() == before
    assert not home.exists()


def test_add_says_why_an_address_cannot_be_added(sources: Command, seeds: Path, site: Site) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    relist(seeds, "gazette", f"{site.base}/all.xml")
    for arguments, told in (
        ([dead(site)], "unreachable: ConnectError"),
        ([f"{site.base}/all.xml"], "listed already as 'gazette'"),
        (["ftp://127.0.0.1/all.xml"], "only http and https are read"),
    ):
        ran = sources("add", *arguments)
        assert (ran.exit_code, told in ran.stderr) == (2, True), ran.output


@pytest.mark.parametrize(("source_id", "told"), [("desk", "listed already"), ("../desk", "lower-case letters")])
def test_add_takes_no_id_that_is_taken_or_leads_out_of_the_folder(
    sources: Command, site: Site, home: Path, source_id: str, told: str
) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    ran = sources("add", f"{site.base}/all.xml", "--id", source_id)
    assert (ran.exit_code, told in ran.stderr) == (2, True)
    assert not home.exists()


def test_what_is_frozen_is_read_again_without_a_network(
    sources: Command, home: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    sources("add", f"{site.base}/all.xml")
    site.forget()
    ran = sources("check", "--frozen")
    assert (ran.exit_code, site.asked) == (0, [])
    assert "✓ ministry-news" in ran.stdout
    monkeypatch.setattr("transforms.ingest.feed.plain_text", lambda text: f"{text} And more.")
    changed = sources("check", "--frozen", "ministry-news")
    assert changed.exit_code == 1
    assert "✗ ministry-news" in changed.stdout
    assert "all.xml, article 3: words 78, frozen with words 80" in changed.stdout
    assert "article 1: text " in changed.stdout


def test_a_time_zone_filled_in_later_shows_in_what_is_frozen(sources: Command, seeds: Path, site: Site) -> None:
    late = rss(site, ENGLISH[:1]).replace("10:00:00", "23:30:00")
    site.feed("/all.xml", late)
    sources("add", f"{site.base}/all.xml", "--id", "tokyo")
    path = seeds / "sources.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("all.xml,,,,,", "all.xml,,,,Asia/Tokyo,"), encoding="utf-8"
    )
    ran = sources("check", "--frozen", "tokyo")
    assert ran.exit_code == 1
    assert "day 2026-06-02, frozen with day 2026-06-01" in ran.stdout
    assert sources("freeze", "tokyo").exit_code == 0
    assert sources("check", "--frozen", "tokyo").exit_code == 0


def test_frozen_facts_hold_no_word_of_the_publisher(sources: Command, home: Path, site: Site) -> None:
    site.feed("/all.xml", rss(site, ENGLISH))
    sources("add", f"{site.base}/all.xml")
    facts = (home / "frozen" / "ministry-news" / "facts.json").read_text(encoding="utf-8")
    feed, page = json.loads(facts)
    assert [each["words"] for each in feed["articles"]] == [85, 90, 80]
    assert page["address"] == f"{site.base}/news/1"
    assert not [word for word in ("ambassador", "Item 1", "Envoy") if word in facts]


def test_damaged_and_missing_frozen_answers_are_named(sources: Command, home: Path, site: Site) -> None:
    assert "nothing frozen" in sources("check", "--frozen").stderr
    assert "demarche sources freeze desk" in sources("check", "--frozen", "desk").stderr
    site.feed("/all.xml", rss(site, ENGLISH))
    sources("add", f"{site.base}/all.xml")
    folder = home / "frozen" / "ministry-news"
    (folder / "1.gz").write_bytes((folder / "2.gz").read_bytes())
    ran = sources("check", "--frozen")
    assert ran.exit_code == 2
    assert "bytes that were not frozen (1.gz)" in ran.stderr


def test_sources_are_switched_on_and_off_and_nothing_else_changes(
    sources: Command, listed: Callable[[], dict[str, dict[str, str]]], seeds: Path
) -> None:
    before = (seeds / "sources.csv").read_bytes()
    ran = sources("enable", "ministry", "desk")
    assert "ministry: switched on" in ran.stdout
    assert "desk: on already" in ran.stdout
    assert {name for name, row in listed().items() if row["enabled"] == "1"} == {"desk", "ministry"}
    assert sources("disable", "ministry").exit_code == 0
    assert (seeds / "sources.csv").read_bytes() == before


def test_one_unknown_id_switches_none(sources: Command, seeds: Path) -> None:
    before = (seeds / "sources.csv").read_bytes()
    ran = sources("enable", "ministry", "gazete")
    assert ran.exit_code == 2
    assert "no source 'gazete' in seeds/sources.csv: give an id of the list: gazette" in ran.stderr
    assert (seeds / "sources.csv").read_bytes() == before


def test_the_list_is_shown_to_people_and_programs(sources: Command) -> None:
    shown = sources("list").stdout
    assert "desk      on" in shown
    assert "1 of 3 switched on." in shown
    rows = json.loads(sources("list", "--json").stdout)
    assert [(row["id"], row["enabled"], row["last_read"]) for row in rows] == [
        ("desk", True, None), ("gazette", False, None), ("ministry", False, None),
    ]  # fmt: skip
    assert sources("list", "--enabled", "--csv").stdout.count("\n") == 2


def test_a_piped_list_has_a_line_a_source(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    name = "A ministry with a name that is longer than forty columns"
    row = {"id": "a", "enabled": False, "country": "AUS", "kind": "feed", "last_read": None, "name": name}
    show_sources(Console(), pd.DataFrame([row]))
    assert capsys.readouterr().out.splitlines()[1].endswith(name)


def test_each_command_s_help_has_an_example_that_parses() -> None:
    group = typer.main.get_command(source_commands.app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert command.epilog.startswith(f"Example: demarche sources {name}"), name
        known = {option for param in command.params for option in param.opts}
        assert {word for word in command.epilog.split() if word.startswith("--")} <= known, name
