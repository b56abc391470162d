"""The lock on the state folder: one writer at a time, whoever starts it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from transforms.errors import LockError

LOCK = "writer.lock"


@contextmanager
def writer_lock(home: Path, timeout: float = 600.0) -> Iterator[None]:
    """Hold `home/writer.lock` while the block runs; the system frees it when the process ends, however it ends.

    `timeout` is in seconds; 0 tries once. Readers need no lock: they open published files only.
    Raises LockError when another holder kept it for all that time.
    """
    home.mkdir(parents=True, exist_ok=True)
    path = home / LOCK
    lock = FileLock(path)
    try:
        lock.acquire(timeout=timeout)
    except Timeout as error:
        raise LockError(
            f"a lock held by another process for more than {timeout:g} s",
            str(path),
            "wait for the other run to end or stop it (`fuser` on that file names it), then run again; "
            "the file itself may stay, an ended process holds nothing",
        ) from error
    try:
        yield
    finally:
        lock.release()
