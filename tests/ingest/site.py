"""A small web of our own on 127.0.0.1, for the commands that look for sources and try them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.ingest.web import Answer, WebServer

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
    """A site on a server of `tests.ingest.web`; a path that it was not given is 404."""

    server: WebServer
    base: str

    def page(self, path: str, body: str) -> None:
        self._give(path, body, "text/html; charset=utf-8")

    def feed(self, path: str, body: str) -> None:
        self._give(path, body, "application/rss+xml; charset=utf-8")

    def forget(self) -> None:
        """Serve nothing any more, and count from nothing."""
        self.server.scripts.clear()
        self.server.requests.clear()

    @property
    def asked(self) -> list[str]:
        """The paths asked for, in order; robots.txt, which precedes each first one, left out."""
        paths = (name.partition(" ")[2] for _, name, _ in self.server.requests)
        return [path for path in paths if path != "/robots.txt"]

    def _give(self, path: str, body: str, media_type: str) -> None:
        self.server.scripts[path] = Answer(200, {"Content-Type": media_type}, body.encode())


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


def sitemap(site: Site, pages: int) -> str:
    """A sitemap of the pages `/news/1` to `/news/<pages>`."""
    urls = "".join(f"<url><loc>{site.base}/news/{number}</loc></url>" for number in range(1, pages + 1))
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
