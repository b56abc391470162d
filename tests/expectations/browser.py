"""A page in a real browser, over Chromium's own protocol on a pipe: what it asks for, complains of, and how it looks.

The page is read as it is, its own policy included: the protocol measures from outside. Every request is refused, so
nothing leaves this machine even where a page asks for it.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--proxy-server=127.0.0.1:9",
    "--remote-debugging-pipe",
)
#: How far right the content reaches; boxes kept for listeners alone are one pixel wide, closed parts have no box.
REACH = """Math.ceil(Math.max(document.scrollingElement.scrollWidth, ...[...document.body.querySelectorAll("*")]
    .map(element => element.getBoundingClientRect()).filter(box => box.width > 1).map(box => box.right)))"""
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true }); true"
SECONDS = 60.0


@dataclass(frozen=True)
class Seen:
    """What a page did: the pixel its content reaches, the addresses it asked for, what the browser complained of."""

    reach: int
    requests: tuple[str, ...]
    complaints: tuple[str, ...]


class Browser:
    """One running Chromium; `look` opens a page in it."""

    def __init__(self, reading: int, writing: int, folder: Path) -> None:
        self._reading, self._writing, self._folder = reading, writing, folder
        self._pending = b""
        self._number = 0
        self._happened: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._call(f"{domain}.enable")

    def look(self, html: str, width: int, *, dark: bool = False, opened: bool = False) -> Seen:
        """Open a page on a screen of `width` pixels; with `opened`, unfold all that can be."""
        file = self._folder / "page.html"
        file.write_text(html, encoding="utf-8")
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._call("Emulation.setEmulatedMedia", {"features": scheme})
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self._call("Emulation.setDeviceMetricsOverride", screen)
        self._happened.clear()
        self._call("Page.navigate", {"url": file.as_uri()})
        self._until(lambda message: message.get("method") == "Page.loadEventFired")
        if opened:
            self._tell(OPEN_ALL)
        reach = int(self._tell(REACH))
        happened = list(self._happened)
        return Seen(reach, tuple(_requests(happened, file.as_uri())), tuple(_complaints(happened)))

    def picture(self) -> bytes:
        """The whole page last looked at, as PNG."""
        found = self._call("Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
        return base64.b64decode(found["data"])

    def paper(self) -> bytes:
        """The page last looked at as it prints on A4, as PDF."""
        size = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True, "printBackground": False}
        return base64.b64decode(self._call("Page.printToPDF", size)["data"])

    def _tell(self, expression: str) -> Any:
        return self._call("Runtime.evaluate", {"expression": expression, "returnByValue": True})["result"]["value"]

    def _call(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": params or {}}
        if hasattr(self, "_session"):
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        answer = self._until(lambda said: said.get("id") == number)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read on to a message that is wanted; all on the way there, and it, are kept in `_happened`."""
        end = time.monotonic() + SECONDS
        while True:
            while b"\0" in self._pending:
                line, _, self._pending = self._pending.partition(b"\0")
                message: dict[str, Any] = json.loads(line)
                self._happened.append(message)
                if wanted(message):
                    return message
            ready, _, _ = select.select([self._reading], [], [], max(0.0, end - time.monotonic()))
            chunk = os.read(self._reading, 1 << 20) if ready else b""
            assert chunk, "the browser says nothing any more"
            self._pending += chunk


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A Chromium of one's own, ended with the block; `folder` is for its files."""
    assert CHROMIUM
    (to_read, from_us), (from_it, to_write) = os.pipe(), os.pipe()
    # Chromium reads commands from descriptor 3 and answers on 4.
    shell = f'exec "$@" 3<&{to_read} 4>&{to_write}'
    command = ["bash", "-c", shell, "bash", CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}"]
    process = subprocess.Popen(
        command, pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(to_read)
    os.close(to_write)
    try:
        yield Browser(from_it, from_us, folder)
    finally:
        process.terminate()
        process.wait()
        os.close(from_us)
        os.close(from_it)


def _requests(happened: list[dict[str, Any]], own: str) -> Iterator[str]:
    for message in happened:
        if message.get("method") == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if url != own:
                yield url


def _complaints(happened: list[dict[str, Any]]) -> Iterator[str]:
    for message in happened:
        method, params = message.get("method"), message.get("params", {})
        if method == "Log.entryAdded":
            yield f"{params['entry']['level']}: {params['entry']['text']}"
        elif method == "Runtime.consoleAPICalled":
            yield f"{params['type']}: {' '.join(str(arg.get('value')) for arg in params['args'])}"
        elif method == "Runtime.exceptionThrown":
            yield f"exception: {params['exceptionDetails']['text']}"
