"""The raw store: every file and response as received, kept once, with a receipt for each place it came from.

`objects/<2 hex>/<sha256>.gz` holds the bytes (address: SHA-256 of the bytes as received, gzip with a fixed time, so the
files are the same everywhere); `receipts/<2 hex>/<sha256>/<16 hex>.json` one receipt a source, locator and hash. Both
are written once, aside and then renamed, synced with their folders, and never changed. Which nights read them stands
in `nights/` (`transforms.ingest.readings`).

Any number of threads and processes may put at once: those that put like bytes take turns, so that the night under which
bytes were first known is one and the same in all their receipts.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock

from transforms.errors import InputError
from transforms.ingest.pieces import Origin, Piece
from transforms.ingest.whole_files import make_folder, write_whole
from transforms.records import Source


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where and how bytes were received. `known_on` is the night under which the store first got the bytes, from any
    place; `given_day` the PUBLISHED that the caller gave for what carries no date; `size` is in bytes."""

    origin: Origin
    locator: str
    sha256: str
    size: int
    media_type: str | None
    headers: dict[str, str]
    address: str | None
    given_day: date | None
    known_on: date

    def piece(self, data: bytes) -> Piece:
        """The piece as it was collected, for a rebuild."""
        return Piece(self.origin, self.locator, data, self.media_type, self.headers, self.address)


class RawStore:
    """The raw store under one folder."""

    def __init__(self, root: Path) -> None:
        self._objects = root / "objects"
        self._receipts = root / "receipts"

    def put(self, piece: Piece, known_on: date, given_day: date | None = None) -> Receipt:
        """Keep `piece`; its receipt, which is the older one where the same bytes came from the same place before.

        Bytes that are known already keep the `known_on` they have, whatever the place and night.
        """
        digest = piece.sha256
        place = self._place(piece.origin.source.source_id, piece.locator, digest)
        if place.exists():
            return _read_receipt(place)
        with self._turn(digest):
            return self._put(piece, place, known_on, given_day)

    def _put(self, piece: Piece, place: Path, known_on: date, given_day: date | None) -> Receipt:
        digest = piece.sha256
        if place.exists():
            return _read_receipt(place)
        earlier = next(self._of(digest), None)
        receipt = Receipt(
            piece.origin, piece.locator, digest, len(piece.data), piece.media_type, dict(piece.headers), piece.address,
            given_day, earlier.known_on if earlier else known_on,
        )  # fmt: skip
        held = self._object(digest)
        if not held.exists():
            write_whole(held, gzip.compress(piece.data, mtime=0))
        write_whole(place, json.dumps(_as_json(receipt), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")
        return receipt

    def receipt(self, source_id: str, locator: str, digest: str) -> Receipt:
        """The receipt of those bytes from that place. Raises InputError where there is none."""
        try:
            return _read_receipt(self._place(source_id, locator, digest))
        except OSError as error:
            raise InputError(
                f"no receipt of {digest} from {locator}", "raw store", "restore it from a backup"
            ) from error

    def read(self, digest: str) -> bytes:
        """The bytes of that SHA-256. Raises InputError where they are missing or damaged."""
        held = self._object(digest)
        try:
            data = gzip.decompress(held.read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"no readable bytes {digest}", "raw store", "restore the object from a backup") from error
        if sha256(data).hexdigest() != digest:
            raise InputError(f"damaged bytes {digest}", "raw store", "restore the object from a backup")
        return data

    def receipts(self) -> Iterator[Receipt]:
        """Every receipt, by hash and then by place: the same order on every machine."""
        for path in sorted(self._receipts.glob("*/*/*.json")):
            yield _read_receipt(path)

    def damaged(self) -> Iterator[str]:
        """The hashes of bytes that have a receipt and cannot be read, in order: each is to be restored."""
        for digest in sorted({path.parent.name for path in self._receipts.glob("*/*/*.json")}):
            try:
                self.read(digest)
            except InputError:
                yield digest

    @contextmanager
    def _turn(self, digest: str) -> Iterator[None]:
        """Alone with all bytes of this first byte of the hash, among threads and processes."""
        folder = self._receipts / digest[:2]
        make_folder(folder)
        with FileLock(folder / ".lock", thread_local=False):
            yield

    def _of(self, digest: str) -> Iterator[Receipt]:
        for path in sorted((self._receipts / digest[:2] / digest).glob("*.json")):
            yield _read_receipt(path)

    def _object(self, digest: str) -> Path:
        return self._objects / digest[:2] / f"{digest}.gz"

    def _place(self, source_id: str, locator: str, digest: str) -> Path:
        name = sha256(f"{source_id}\n{locator}".encode()).hexdigest()[:16]
        return self._receipts / digest[:2] / digest / f"{name}.json"


def _as_json(receipt: Receipt) -> dict[str, Any]:
    fields = asdict(receipt)
    fields["known_on"] = receipt.known_on.isoformat()
    fields["given_day"] = receipt.given_day.isoformat() if receipt.given_day else None
    return fields


def _read_receipt(path: Path) -> Receipt:
    fields = json.loads(path.read_text(encoding="utf-8"))
    origin = fields.pop("origin")
    given_day = fields.pop("given_day")
    return Receipt(
        origin=Origin(**{**origin, "source": Source(**origin["source"])}),
        known_on=date.fromisoformat(fields.pop("known_on")),
        given_day=date.fromisoformat(given_day) if given_day else None,
        **fields,
    )
