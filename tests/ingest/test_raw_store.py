"""The raw store keeps bytes once, receipts once, and the first night for good."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from transforms.errors import InputError
from transforms.ingest import raw_store
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


def test_collectors_that_write_at_once_agree_on_the_first_night(tmp_path: Path) -> None:
    """Eight at a time, from other places and in other nights, each with a store of its own as processes have."""
    data = [bytes([number]) * 4000 for number in range(4)]

    def collect(number: int) -> None:
        night = FIRST + timedelta(days=number % 8)
        RawStore(tmp_path).put(piece(data[number % 4], f"{number}.txt"), night)

    with ThreadPoolExecutor(8) as pool:
        deque(pool.map(collect, range(64)), maxlen=0)
    store = RawStore(tmp_path)
    receipts = list(store.receipts())
    assert len(receipts) == 64
    assert len(list((tmp_path / "objects").rglob("*.gz"))) == 4
    assert not list(tmp_path.rglob("*.partial"))
    for known in data:
        digest = sha256(known).hexdigest()
        assert store.read(digest) == known
        assert len({receipt.known_on for receipt in receipts if receipt.sha256 == digest}) == 1


def test_a_kill_between_bytes_and_receipt_is_mended_by_the_next_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RawStore(tmp_path)
    write = raw_store.write_whole

    def killed(path: Path, data: bytes) -> None:
        if path.suffix == ".json":
            raise KeyboardInterrupt
        write(path, data)

    monkeypatch.setattr(raw_store, "write_whole", killed)
    with pytest.raises(KeyboardInterrupt):
        store.put(piece(b"text"), FIRST)
    monkeypatch.undo()
    assert list(store.receipts()) == []
    receipt = store.put(piece(b"text"), FIRST)
    assert (list(store.receipts()), store.read(receipt.sha256)) == ([receipt], b"text")


def test_bytes_their_name_and_their_folders_are_on_the_disk_before_the_receipt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    receipt = RawStore(tmp_path / "raw").put(piece(b"text"), FIRST)
    first = receipt.sha256[:2]
    assert {tmp_path.name, "raw", "receipts", "objects", first, receipt.sha256} <= set(synced)
    files = [place for place, name in enumerate(synced) if name.endswith(".partial")]
    assert len(files) == 2
    assert synced[files[0] + 1] == first, "the name of the object, before the receipt is begun"
    assert synced[files[1] + 1] == receipt.sha256


def test_a_missing_or_cut_object_is_found(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    cut, gone, sound = (store.put(piece(bytes([n]) * 999, f"{n}.txt"), FIRST).sha256 for n in range(3))
    held = {path.stem: path for path in (tmp_path / "objects").rglob("*.gz")}
    held[cut].write_bytes(held[cut].read_bytes()[:-3])
    held[gone].unlink()
    assert list(store.damaged()) == sorted((cut, gone))
    assert sound not in store.damaged()


def test_damaged_bytes_are_named(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    receipt = store.put(piece(b"text"), FIRST)
    other = store.put(piece(b"other"), FIRST)
    held = {path.stem: path for path in (tmp_path / "objects").rglob("*.gz")}
    held[receipt.sha256].write_bytes(held[other.sha256].read_bytes())
    with pytest.raises(InputError, match=f"damaged bytes {receipt.sha256} in raw store: restore"):
        store.read(receipt.sha256)
