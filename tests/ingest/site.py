"""A small web of our own on 127.0.0.1, for the commands that look for sources and try them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENGLISH = (
    "The foreign ministry said on Monday that it had recalled its ambassador for consultations over the border.",
    "The council agreed on Tuesday to freeze the assets of four officials and to ban them from entering.",
    "Both governments said on Wednesday that they would open embassies in each other's capitals next year.",
)
FRENCH = (
    "Le gouvernement a annoncé mardi que le pays reconnaît désormais le nouveau conseil comme seul représentant.",
    "Le ministère a rappelé lundi son ambassadeur pour des consultations au sujet de la frontière commune.",
)
_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


@dataclass
class Site:
    """What the server answers by path (body and media type), and which paths were asked for, in order."""

    base: str = ""
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def page(self, path: str, body: str) -> None:
        self.pages[path] = (body, "text/html; charset=utf-8")

    def feed(self, path: str, body: str) -> None:
        self.pages[path] = (body, "application/rss+xml; charset=utf-8")


@contextmanager
def serve() -> Iterator[Site]:
    """Run a site for the time of the block; a path that it does not know is 404."""
    site = Site()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            body, media_type = site.pages.get(self.path, ("", ""))
            self.send_response(200 if media_type else 404)
            self.send_header("Content-Type", media_type or "text/plain")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *said: object) -> None:
            """Nothing goes to the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def rss(site: Site, texts: tuple[str, ...], *, dated: bool = True, head: str = "") -> str:
    """A feed with an entry a text, carried whole (five times over), each with a page `/news/<number>`."""
    entries = "".join(
        f"<item><title>Item {number}</title><link>{site.base}/news/{number}</link>"
        f"<content:encoded>{f'&lt;p&gt;{text}&lt;/p&gt;' * 5}</content:encoded>"
        f"{f'<pubDate>Mon, 0{number} Jun 2026 10:00:00 GMT</pubDate>' if dated else ''}</item>"
        for number, text in enumerate(texts, 1)
    )
    channel = f"<title>Ministry news</title>{head}{entries}"
    return f'<?xml version="1.0"?><rss version="2.0" {_CONTENT}><channel>{channel}</channel></rss>'


def article(text: str) -> str:
    """A page that holds one article."""
    meta = '<meta property="article:published_time" content="2026-06-01T10:00:00Z">'
    body = "".join(f"<p>{text}</p>" for _ in range(3))
    return f"<html><head><title>Envoy recalled</title>{meta}</head><body><article>{body}</article></body></html>"


def front(*links: str) -> str:
    """A site's front page that names `links` as its feeds."""
    named = "".join(f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    return f"<html><head><title>Ministry</title>{named}</head><body><nav><a href='/about'>About</a></nav></body></html>"
