"""A night that is killed and run again: nothing twice, nothing lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.listing import follow_entries
from tests.ingest.news import FEED_TYPE, PAGE_TYPE, add_sources, feed, page
from tests.ingest.web import Answer, WebServer, tagged
from transforms.ingest.raw_store import RawStore

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2019, 1, 31)
PAPERS, PAGES = 4, 3


class Gate:
    """Lets so many page requests through, then holds the next until it is opened."""

    def __init__(self, through: int) -> None:
        self._left = through
        self._guard = threading.Lock()
        self.reached, self.opened = threading.Event(), threading.Event()

    def before(self, script: Any) -> Callable[[Any], Answer]:
        def answer(request: Any) -> Answer:
            with self._guard:
                self._left -= 1
                held = self._left < 0
            if held:
                self.reached.set()
                self.opened.wait(60)
            return script(request)

        return answer


@pytest.fixture
def play(web: WebServer, seeds: Path) -> Callable[[Gate], None]:
    """Papers, each at a port of its own (its own host), with some pages, half of them without validators."""
    ports = {f"p{number}": web.start() for number in range(PAPERS)}
    add_sources(seeds, {name: f"http://127.0.0.1:{port}/feed" for name, port in ports.items()})

    def script(gate: Gate) -> None:
        for name, port in ports.items():
            urls = {f"http://127.0.0.1:{port}/{name}/{number}": f"{name}{number}" for number in range(PAGES)}
            web.scripts[f"127.0.0.1:{port} /feed"] = tagged(feed(urls), '"f"', **FEED_TYPE)
            for number, who in enumerate(urls.values()):
                plain = Answer(headers=PAGE_TYPE, body=page(who))
                body = tagged(page(who), '"p"', **PAGE_TYPE) if number % 2 else lambda request, plain=plain: plain
                web.scripts[f"/{name}/{number}"] = gate.before(body)

    return script


def begin(home: Path, seeds: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.ingest.one_night", str(home), str(seeds), DAY.isoformat()]
    return subprocess.Popen(command, cwd=ROOT)


@pytest.mark.parametrize("through", [0, 5, 11])
def test_a_night_killed_in_the_middle_is_resumed(
    through: int,
    run: Callable[..., Any],
    web: WebServer,
    play: Callable[[Gate], None],
    seeds: Path,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    browse: Callable[..., Any],
) -> None:
    gate = Gate(through)
    play(gate)
    night = begin(home, seeds)
    try:
        assert gate.reached.wait(60)
    finally:
        night.kill()
        night.wait()
    gate.opened.set()
    kept = {receipt.locator for receipt in RawStore(home / "raw").receipts()}
    assert len(kept) >= PAPERS + through - 1, "what had come is kept (the last page may be on its way to the disk)"
    assert not (home / "staging").exists()
    web.forget()
    follow_entries(monkeypatch)
    interval = (DAY, date(2019, 2, 1))
    resumed = run(None, client=browse(), interval=interval)
    again = {name for name, size in web.body_bytes.items() if size and any(url.endswith(name) for url in kept)}
    assert not again, "nothing that was kept is sent twice"
    clean = run(None, client=browse(), interval=interval, home=tmp_path / "clean")
    assert resumed.tables == clean.tables
    assert resumed.done.articles == PAPERS * PAGES
    places = [sorted((one.locator, one.sha256) for one in RawStore(folder / "raw").receipts())
              for folder in (home, tmp_path / "clean")]  # fmt: skip
    assert places[0] == places[1]
