"""The web on 127.0.0.1: a server that answers as a test tells it, and counts what it was asked and what it sent."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """One answer. `parts`, if given, are sent one by one after `gap` seconds each, their length untold."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    parts: Callable[[], Iterator[bytes]] | None = None
    gap: float = 0.0


Script = Callable[[Any], Answer]


class WebServer:
    """Serves `scripts` by path (or `host path`, where names are played); counts `asked` and `body_bytes` by path."""

    def __init__(self) -> None:
        self.scripts: dict[str, Script | Answer] = {}
        self.asked: Counter[str] = Counter()
        self.body_bytes: Counter[str] = Counter()
        self.requests: list[tuple[float, str, dict[str, str]]] = []
        self.at_once: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._servers: list[ThreadingHTTPServer] = []

    def start(self) -> int:
        """Listen on a further port of 127.0.0.1; the port."""
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web._answer(self)

            def log_message(self, *_: Any) -> None:
                """Nothing on the test's output."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        self._servers.append(server)
        return int(server.server_address[1])

    def stop(self) -> None:
        self._closing.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def forget(self) -> None:
        """Count from nothing again."""
        for counter in (self.asked, self.body_bytes, self.at_once, self.most_at_once):
            counter.clear()
        self.requests.clear()

    def bodies(self) -> int:
        """Bytes of bodies sent, robots.txt left out."""
        return sum(size for name, size in self.body_bytes.items() if not name.endswith("/robots.txt"))

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        host = request.headers.get("host", "")
        name = f"{host} {request.path}"
        with self._guard:
            self.asked[request.path] += 1
            self.at_once[host] += 1
            self.most_at_once[host] = max(self.most_at_once[host], self.at_once[host])
            self.requests.append((time.monotonic(), name, {k.lower(): v for k, v in request.headers.items()}))
        try:
            script = self.scripts.get(name) or self.scripts.get(request.path) or Answer(404)
            self._send(request, script if isinstance(script, Answer) else script(request))
        except (BrokenPipeError, ConnectionResetError):
            request.close_connection = True
        finally:
            with self._guard:
                self.at_once[host] -= 1

    def _send(self, request: BaseHTTPRequestHandler, answer: Answer) -> None:
        request.send_response(answer.status)
        for key, value in answer.headers.items():
            request.send_header(key, value)
        if answer.parts is None:
            request.send_header("Content-Length", str(len(answer.body)))
        else:
            request.send_header("Connection", "close")
            request.close_connection = True
        request.end_headers()
        for part in answer.parts() if answer.parts else [answer.body]:
            if self._closing.wait(answer.gap):
                return
            request.wfile.write(part)
            with self._guard:
                self.body_bytes[request.path] += len(part)


def tagged(body: bytes, tag: str, **headers: str) -> Script:
    """200 with an ETag, and 304 without a body to who has it."""

    def answer(request: Any) -> Answer:
        if request.headers.get("If-None-Match") == tag:
            return Answer(304, {"ETag": tag})
        return Answer(200, {"ETag": tag, **headers}, body)

    return answer


def dated(body: bytes, moment: str, **headers: str) -> Script:
    """200 with Last-Modified, and 304 without a body to who names that moment."""

    def answer(request: Any) -> Answer:
        if request.headers.get("If-Modified-Since") == moment:
            return Answer(304, {"Last-Modified": moment})
        return Answer(200, {"Last-Modified": moment, **headers}, body)

    return answer


def in_turn(*scripts: Script | Answer) -> Script:
    """One after the other; the last one from then on."""
    left = list(scripts)

    def answer(request: Any) -> Answer:
        script = left.pop(0) if len(left) > 1 else left[0]
        return script if isinstance(script, Answer) else script(request)

    return answer
