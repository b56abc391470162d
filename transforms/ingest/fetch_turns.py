"""Whose turn it is: one request at a time and a pause between two at each host, many hosts side by side."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class Turns:
    """The turns of every host that a client asks."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._hosts: defaultdict[str, Lock] = defaultdict(Lock)
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Wait until nobody else asks `host` and `pause` seconds are over since the last one did, then hold it."""
        with self._guard:
            lock = self._hosts[host]
        with lock:
            wait = self._free_at.get(host, 0.0) + pause - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                self._free_at[host] = time.monotonic()


def side_by_side(
    things: Sequence[Thing],
    host_of: Callable[[Thing], Hashable],
    do: Callable[[Thing], Result],
    hosts: int,
    done: Callable[[int, Thing], None] = lambda number, thing: None,
) -> list[Result]:
    """`do` of each thing, in the order of `things`: those of one host one by one, up to `hosts` hosts at once.

    `done` hears of each finished thing, one at a time, with how many are finished. Raises the first error of `do`;
    what has not begun by then is left.
    """
    by_host: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, thing in enumerate(things):
        by_host[host_of(thing)].append(place)
    results: dict[int, Result] = {}
    telling = Lock()

    def work(places: list[int]) -> None:
        for place in places:
            found = do(things[place])
            with telling:
                results[place] = found
                done(len(results), things[place])

    if not by_host:
        return []
    # The longest queues first, so that no host is left over at the end with all of its pauses.
    queues = sorted(by_host.values(), key=lambda places: (-len(places), places[0]))
    with ThreadPoolExecutor(max_workers=min(hosts, len(queues)), thread_name_prefix="fetch") as pool:
        working = [pool.submit(work, places) for places in queues]
        try:
            for future in as_completed(working):
                future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [results[place] for place in range(len(things))]
