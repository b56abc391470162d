"""Connections to checked addresses only, each read and write within what is left of a deadline."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

import httpcore
import httpx

from transforms.ingest.fetch_address import Reach, resolved

Resolve = Callable[[str, int], list[str]]
_CONNECTIONS = 64
_ENDS: ContextVar[float] = ContextVar("ends", default=float("inf"))


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """All that this thread reads and writes within ends in `seconds`, however slowly it drips."""
    token = _ENDS.set(monotonic() + seconds)
    try:
        yield
    finally:
        _ENDS.reset(token)


def left() -> float:
    """Seconds to the deadline; infinity without one."""
    return _ENDS.get() - monotonic()


class GuardedTransport(httpx.HTTPTransport):
    """httpx's transport over a pool whose connections `reach` has checked. It takes no proxy from the environment."""

    def __init__(self, reach: Reach, resolve: Resolve = resolved) -> None:
        context = httpx.create_ssl_context()
        super().__init__(verify=context)
        # httpx offers no way to hand its pool a network backend.
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=_CONNECTIONS, network_backend=_CheckedBackend(reach, resolve)
        )


class _CheckedBackend(httpcore.NetworkBackend):
    """Resolves, checks every address, connects to a checked one: no second look-up lies between check and use.

    TLS still verifies the name that was asked for, because httpcore passes that on and not the address.
    """

    def __init__(self, reach: Reach, resolve: Resolve) -> None:
        self._reach = reach
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved ({error})") from error
        for address in addresses:
            self._reach.check(host, address)
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                plain = self._plain.connect_tcp(address, port, _within(timeout), local_address, socket_options)
                return _BoundedStream(plain)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _BoundedStream(httpcore.NetworkStream):
    def __init__(self, plain: httpcore.NetworkStream) -> None:
        self._plain = plain

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._plain.read(max_bytes, _within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, _within(timeout))

    def close(self) -> None:
        self._plain.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _BoundedStream(self._plain.start_tls(ssl_context, server_hostname, _within(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)


def _within(timeout: float | None) -> float | None:
    """`timeout`, or what is left to the deadline if that is less. Raises httpcore.ReadTimeout where nothing is."""
    remaining = left()
    if remaining <= 0:
        raise httpcore.ReadTimeout("the time for this address is up")
    if remaining == float("inf"):
        return timeout
    return remaining if timeout is None else min(timeout, remaining)
