"""What is held of the web: by address, the bytes last received and the validators to ask with again.

`fetched/<2 hex>/<32 hex>.json`, one file an address (its name: SHA-256 of the address), each replaced whole. It only
points into the raw store and may be deleted: then the next night receives every body once more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from transforms.errors import InputError
from transforms.ingest.pieces import Piece
from transforms.ingest.raw_store import RawStore
from transforms.ingest.whole_files import write_whole

_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Held:
    """What an address last answered. `asked_at` is when it last said so, in seconds since 1970; `address` where the
    redirects ended."""

    data: bytes
    media_type: str | None
    headers: dict[str, str]
    address: str
    asked_at: float

    def conditions(self) -> dict[str, str]:
        """The request headers that let the server answer 304; none where it gave no validators."""
        asked = {"If-None-Match": self.headers.get("etag"), "If-Modified-Since": self.headers.get("last-modified")}
        return {name: value for name, value in asked.items() if value}


class Memory:
    """What the state folder `home` holds of the web. `now` gives seconds since 1970: it spaces requests, dates none."""

    def __init__(self, home: Path, now: Callable[[], float] = time.time) -> None:
        self._root = home / "fetched"
        self._store = RawStore(home / "raw")
        self._now = now

    def held(self, url: str) -> Held | None:
        """What is held of `url`; None where nothing is, or where its bytes are missing or damaged."""
        entry = self._entry(url)
        if entry is None:
            return None
        try:
            data = self._store.read(entry["sha256"])
            return Held(data, entry["media_type"], entry["headers"], entry["address"], entry["asked_at"])
        except (InputError, KeyError):
            return None

    def is_fresh(self, held: Held, days: float) -> bool:
        """Whether `held` was answered less than `days` ago."""
        return 0 <= self._now() - held.asked_at < days * _DAY

    def keep(self, piece: Piece) -> None:
        """Remember `piece`, now that the raw store has it. What is remembered of the same bytes stays as it is."""
        entry = self._entry(piece.locator)
        if piece.address is not None and (entry is None or entry.get("sha256") != piece.sha256):
            self.asked(piece)

    def asked(self, piece: Piece) -> None:
        """Remember that the address of `piece` answered it just now."""
        entry = {
            "url": piece.locator,
            "sha256": piece.sha256,
            "media_type": piece.media_type,
            "headers": dict(piece.headers),
            "address": piece.address,
            "asked_at": self._now(),
        }
        write_whole(self._path(piece.locator), json.dumps(entry, ensure_ascii=False, indent=1).encode())

    def _entry(self, url: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = json.loads(self._path(url).read_bytes())
        except (OSError, ValueError):
            return None
        return found if found.get("url") == url else None

    def _path(self, url: str) -> Path:
        name = sha256(url.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]
        return self._root / name[:2] / f"{name}.json"
