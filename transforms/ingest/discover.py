"""From the address that a person knows, often a site's front page, to the feed or sitemap that a night can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from courlan import get_hostinfo
from trafilatura.feeds import FeedParameters, determine_feed
from trafilatura.sitemaps import extract_robots_sitemaps

from transforms.errors import InputError
from transforms.ingest.decode import decoded, unpacked
from transforms.ingest.fetch import Web
from transforms.ingest.kinds import FEED, HTML
from transforms.ingest.pieces import Piece, Refusal, Refused
from transforms.ingest.source_answers import answer_at
from transforms.ingest.source_check import found_kind
from transforms.ingest.sources import Sources

SITEMAP = "sitemap"
# Where the publishing systems that most sites use put their feed, the most frequent first.
COMMON_PATHS = ("/feed/", "/rss.xml", "/rss", "/feed.xml", "/atom.xml", "/index.xml")
# A page may link a feed for each of its sections; the first is nearly always the whole site's.
MOST_LINKS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A feed or sitemap: its answer, how it was found, and what else the page offers (addresses, not asked)."""

    piece: Piece
    kind: str
    how: str
    others: tuple[str, ...] = ()


def discover(url: str, web: Web, sources: Sources, progress: Callable[[str], None]) -> Found:
    """What a night can follow at `url`: itself, a feed that its page links, one at a usual place, or a sitemap.

    Every request goes through `web`, and so through its limits. Raises InputError where `url` does not answer or
    nothing of the kind is found; the message says what was tried.
    """
    first = _answer(url, web, sources)
    if isinstance(first, Refused):
        raise InputError(f"{first.reason}: {first.detail}", url, "give the address of the site's page or feed")
    kind = found_kind(first)
    if kind in (FEED, SITEMAP):
        return Found(first, kind, "the address is one itself")
    # A list of a site's feeds lies often under /rss, where the readers expect a feed and call a page a mistake.
    if kind != HTML and first.media_type != "text/html":
        raise InputError(
            "neither a page nor a feed", url, f"what lies there is read once by `demarche nightly --source {url}`"
        )
    return _from_page(url, first, web, sources, progress)


def _from_page(url: str, page: Piece, web: Web, sources: Sources, progress: Callable[[str], None]) -> Found:
    tried: list[str] = []
    linked = _linked(page)
    for how, candidate in _candidates(page, linked, web, sources):
        if candidate in tried:
            continue
        tried.append(candidate)
        progress(f"asking {candidate}")
        answer = _answer(candidate, web, sources)
        kind = None if isinstance(answer, Refused) else found_kind(answer)
        if isinstance(answer, Piece) and kind in (FEED, SITEMAP):
            return Found(answer, kind, how, tuple(other for other in linked if other != candidate))
    raise InputError(
        f"no feed or sitemap (asked: {', '.join(tried)})", url,
        "give the feed's own address; a single page is read by `demarche nightly --source URL`",
    )  # fmt: skip


def _candidates(page: Piece, linked: list[str], web: Web, sources: Sources) -> Iterator[tuple[str, str]]:
    """How an address was come by, and the address, the likeliest first; robots.txt is asked for only when reached."""
    yield from (("linked by the page", link) for link in linked)
    site = _site(page)
    yield from (("at a usual place", site + path) for path in COMMON_PATHS)
    robots = _answer(f"{site}/robots.txt", web, sources)
    if isinstance(robots, Piece):
        named = extract_robots_sitemaps(_text(robots), site)
        # The news first: a whole site's sitemap names pages of every kind.
        yield from (
            ("named by robots.txt", link) for link in sorted(named, key=lambda link: "news" not in link.lower())
        )


def _linked(page: Piece) -> list[str]:
    """The feeds that the page itself names, as trafilatura finds them (comments left out)."""
    address = page.address or page.locator
    domain, _ = get_hostinfo(address)
    return determine_feed(_text(page), FeedParameters(address, domain or "", address))[:MOST_LINKS]


def _answer(url: str, web: Web, sources: Sources) -> Piece | Refused:
    """What `url` answers, or why it cannot be had."""
    origin, _ = sources.explicit(url)
    return answer_at(origin, web)


def _site(page: Piece) -> str:
    parts = urlsplit(page.address or page.locator)
    return f"{parts.scheme}://{parts.netloc}"


def _text(piece: Piece) -> str:
    try:
        return decoded(unpacked(piece.data))
    except Refusal:
        return ""
