"""What a night may cost the web, and what the web may cost a night: every limit of fetching, in one place."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of fetching; times in seconds, sizes in bytes.

    Of one address: `connect` and `read` are the longest silences; `total` is all that its answer may take, redirects,
    tries and the site's robots.txt included, waiting for the host's turn excluded. `received` bounds the body as it
    comes, `decoded` as it unpacks. `tries` more are made after 429, 500, 502, 503, 504 and broken connections, with
    waits that double from `backoff`; a server that asks for more than `longest_wait` (Retry-After) is left alone.

    Of one host: one request at a time, `pause` after each, or its Crawl-delay up to `longest_pause`.
    Of one source: `source` is all that its pages may take in one go; what is left waits for the next.
    Of a night: so many `hosts` are asked side by side. A page without validators (ETag, Last-Modified) that is held
    already is asked for again after `days_held`: corrections to an article mostly come within a day or two, feeds
    list it for about a week, and without validators each look costs the whole page.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    received: int = MAX_BYTES
    decoded: int = MAX_BYTES
    redirects: int = 5
    tries: int = 3
    backoff: float = 0.5
    longest_wait: float = 30.0
    pause: float = 1.0
    longest_pause: float = 10.0
    source: float = 900.0
    hosts: int = 32
    days_held: int = 7
