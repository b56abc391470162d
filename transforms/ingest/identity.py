"""Names that are derived, never drawn: of articles, of versions, and the address an article is known by."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urldefrag, urlsplit

from courlan import clean_url

_HEX = 16


def _short_hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:_HEX]


def version_id(text: str) -> str:
    """First 16 hex digits of the SHA-256 of the text in UTF-8."""
    return _short_hash(text)


def article_id(source_id: str, address: str | None, text: str) -> str:
    """First 16 hex digits of the SHA-256 of source and canonical address; of the text where there is no address."""
    return _short_hash(text if address is None else f"{source_id}\n{address}")


def canonical(url: str | None) -> str | None:
    """`url` normalised (courlan), without fragment and tracking parameters.

    None for anything but http and https, and for a site's front page, which is no article's own address.
    """
    cleaned = clean_url(url) if url else None
    if not cleaned:
        return None
    plain = urldefrag(cleaned).url
    parts = urlsplit(plain)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return plain if parts.path.strip("/") or parts.query else None
