"""What a source or an address answers when it is asked on its own: no night, nothing remembered, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from transforms.ingest.collect import files_of
from transforms.ingest.fetch import Web
from transforms.ingest.pieces import Origin, Piece, Refusal, Refused


def answers_of(origin: Origin, path: Path | None, web: Web) -> Iterator[Piece | Refused]:
    """The answers of `origin`: the files below `path`, or what its address answers where there is no path."""
    if path is None:
        yield answer_at(origin, web)
    else:
        yield from files_of(origin, path)


def answer_at(origin: Origin, web: Web) -> Piece | Refused:
    """What the address of `origin` answers, or why it cannot be had."""
    url = origin.source.locator
    try:
        got = web.fetch(url)
    except Refusal as refusal:
        return Refused(origin.source, url, refusal.reason, refusal.detail)
    return Piece(origin, url, got.data, got.media_type, got.headers, got.address)


def page_at(origin: Origin, url: str) -> Origin:
    """The page `url` as a source of its own, otherwise as `origin`."""
    return replace(origin, source=replace(origin.source, kind="page", locator=url))
