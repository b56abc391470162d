"""Which of the addresses that lists name may be asked for: web pages, and nothing else."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from transforms.ingest.pieces import Refusal

# Servers and browsers take two thousand characters of an address, the sitemaps protocol 2,048; what is longer is no
# address of an article (https://www.sitemaps.org/protocol.html).
_LONGEST = 2048
_SHOWN = 100
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0]")


def page_at(written: str, base: str | None = None) -> str:
    """The address of the page that `written` names, against `base` where it is relative, without its fragment.

    Raises Refusal `unreadable` for what is no address on the web, whatever its scheme (file:, javascript:, data:).
    """
    text = written.strip()
    if len(text) > _LONGEST or _BLANK.search(text):
        raise _no_address(text)
    try:
        whole = urldefrag(urljoin(base, text) if base else text).url
        parts = urlsplit(whole)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(text) from error
    if parts.scheme not in ("http", "https") or not host:
        raise _no_address(text)
    return whole


def _no_address(text: str) -> Refusal:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Refusal("unreadable", f"{shown!r} is no address of a web page: write http:// or https:// and a host")
