"""The raw store keeps bytes once, receipts once, and the first night for good."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from transforms.errors import InputError
from transforms.ingest.pieces import Origin, Piece
from transforms.ingest.raw_store import RawStore
from transforms.records import Source

FIRST, LATER = date(2019, 1, 31), date(2021, 5, 1)


def piece(data: bytes, locator: str = "a.txt", source_id: str = "desk") -> Piece:
    source = Source(source_id, "Desk", "file", locator, None, "USA", None, None)
    return Piece(
        Origin(source, "Europe/Paris", True), locator, data, "text/plain", {"etag": "x"}, "https://example.org/a"
    )


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_bytes_come_back_as_received(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    receipt = store.put(piece(b"\x00\xffraw\r\n"), FIRST)
    assert store.read(receipt.sha256) == b"\x00\xffraw\r\n"
    assert receipt.size == 7


def test_second_put_changes_no_file(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(piece(b"text"), FIRST)
    before = files(tmp_path)
    assert store.put(piece(b"text"), LATER).known_on == FIRST
    assert files(tmp_path) == before


def test_bytes_are_kept_once_and_known_since_their_first_night_wherever_they_turn_up(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(piece(b"text"), FIRST)
    again = store.put(piece(b"text", "b.txt", "other"), LATER)
    assert again.known_on == FIRST
    assert len(list((tmp_path / "objects").rglob("*.gz"))) == 1
    assert [receipt.locator for receipt in store.receipts()].count("b.txt") == 1


def test_files_are_the_same_on_every_machine(tmp_path: Path) -> None:
    for name, order in (("one", (b"x", b"y")), ("two", (b"y", b"x"))):
        for data in order:
            RawStore(tmp_path / name).put(piece(data, data.decode()), FIRST)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    receipts = [[receipt.locator for receipt in RawStore(tmp_path / name).receipts()] for name in ("one", "two")]
    assert receipts[0] == receipts[1]


def test_receipt_gives_the_piece_back_for_a_rebuild(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    store.put(piece(b"text"), FIRST, given_day=date(2019, 1, 30))
    (receipt,) = store.receipts()
    assert receipt.piece(store.read(receipt.sha256)) == piece(b"text")
    assert receipt.given_day == date(2019, 1, 30)


def test_a_killed_write_leaves_nothing_that_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(descriptor: int) -> None:
        raise KeyboardInterrupt

    store = RawStore(tmp_path)
    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        store.put(piece(b"text"), FIRST)
    monkeypatch.undo()
    assert list(store.receipts()) == []
    assert store.put(piece(b"text"), LATER).known_on == LATER


def test_damaged_bytes_are_named(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    receipt = store.put(piece(b"text"), FIRST)
    other = store.put(piece(b"other"), FIRST)
    held = {path.stem: path for path in (tmp_path / "objects").rglob("*.gz")}
    held[receipt.sha256].write_bytes(held[other.sha256].read_bytes())
    with pytest.raises(InputError, match=f"damaged bytes {receipt.sha256} in raw store: restore"):
        store.read(receipt.sha256)
