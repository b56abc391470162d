"""The row of a source that was found: what its feed and its address say, and blanks for what nobody said."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
from courlan import extract_domain
from slugify import slugify

from transforms.ingest.decode import unpacked
from transforms.ingest.discover import Found
from transforms.ingest.kinds import FEED
from transforms.ingest.pieces import Refusal
from transforms.ingest.source_list import Row
from transforms.knowledge.rows import read_rows

_ID_LENGTH = 40
_LICENCE_LENGTH = 160
# Second-level domains that governments keep to themselves, whatever the country.
_OF_GOVERNMENTS = re.compile(r"(?:^|\.)(?:gov|gob|gouv|govt|gub|mil)\.([a-z]{2})$|(?:^|\.)(gc\.ca|gov|mil)$")
_COUNTRY_OF = {"gc.ca": "CA", "gov": "US", "mil": "US"}
# The one national domain that is not the country's ISO code.
_ISO2_OF_DOMAIN = {"uk": "GB"}


def describe(found: Found, asked: str, listed: Iterable[Row], seeds: Path, source_id: str | None) -> Row:
    """The row for `found`, which was looked for at `asked`.

    Name, language and licence are the feed's own words; the country is that of a government's domain, or of the
    sources that are listed on the same site; the rest is left blank for a person who knows.
    """
    address = found.piece.address or found.piece.locator
    said = _head(found)
    host = urlsplit(address).hostname or ""
    name = _line(said.get("title")) or host
    return {
        "id": source_id or _slug(name) or slugify(host),
        "name": name,
        "kind": found.kind,
        "locator": address,
        "country": _country(host, listed, seeds),
        "speaker": "",
        "language": (said.get("language") or "").split("-")[0].lower(),
        "time_zone": "",
        "ownership": "",
        "licence": _line(said.get("rights"))[:_LICENCE_LENGTH],
        "schedule": "daily",
        "enabled": "0",
        "source_note": f"found by `demarche sources add {asked}`: {found.how}",
    }


def _head(found: Found) -> Any:
    """What a feed says of itself, as feedparser gives it; nothing for a sitemap."""
    if found.kind != FEED:
        return {}
    try:
        return feedparser.parse(io.BytesIO(unpacked(found.piece.data))).feed
    except Refusal:
        return {}


def _country(host: str, listed: Iterable[Row], seeds: Path) -> str:
    government = _OF_GOVERNMENTS.search(host)
    if government:
        domain = government[1] or government[2]
        iso2 = _COUNTRY_OF.get(domain) or _ISO2_OF_DOMAIN.get(domain) or domain.upper()
        by_iso2 = {row["iso2"]: row["id"] for row in read_rows(seeds / "countries.csv", ("id", "iso2"))}
        return by_iso2.get(iso2, "")
    site = extract_domain(f"https://{host}/")
    same = {row["country"] for row in listed if site and extract_domain(row["locator"]) == site}
    return same.pop() if len(same) == 1 else ""


def _slug(name: str) -> str:
    return slugify(name, max_length=_ID_LENGTH, word_boundary=True)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
