"""The shared HTTP client of a night: who asks, what may be asked, how often, and how much of an answer is read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import TracebackType

import httpx
from httpx_retries import RetryTransport

from transforms.ingest.fetch_address import REASON, Reach, reach_of_environment, resolved
from transforms.ingest.fetch_body import ENCODINGS, read_body
from transforms.ingest.fetch_connection import GuardedTransport, Resolve, deadline
from transforms.ingest.fetch_limits import MAX_BYTES, Limits
from transforms.ingest.fetch_memory import Held
from transforms.ingest.fetch_retries import LATER, Unreached, retry_within
from transforms.ingest.fetch_robots import TOKEN, Rules, rules_in, rules_without
from transforms.ingest.fetch_turns import Turns
from transforms.ingest.pieces import Refusal

__all__ = ["CONTACT", "MAX_BYTES", "USER_AGENT", "Response", "Web", "fetch", "make_client"]

USER_AGENT = f"{TOKEN}/0.1 (open tracker of sanctions, recognitions and diplomatic actions in the news)"
# Where a site finds who asks: the mail address or page of whoever runs this installation.
CONTACT = "DEMARCHE_CONTACT"
# Of one visit, not of what was received; and a session's cookie is nobody's business later.
_NOT_KEPT = frozenset(("set-cookie", "set-cookie2"))
_MAY_PASS = frozenset((408, 425, 429))


@dataclass(frozen=True, slots=True)
class Response:
    """A body after transfer decoding, its media type without parameters, and where the redirects ended."""

    data: bytes
    media_type: str | None
    headers: dict[str, str]
    address: str


class _Watch:
    """Seconds left for one address; it runs only while we hold a turn."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        begun = time.monotonic()
        try:
            with deadline(self.seconds):
                yield
        finally:
            self.seconds -= time.monotonic() - begun


class Web:
    """The web as one night sees it: one client for all sources, used by many threads. Use as a context."""

    def __init__(self, transport: httpx.BaseTransport, limits: Limits) -> None:
        self.limits = limits
        self._turns = Turns()
        self._rules: dict[str, Rules] = {}
        self._client = httpx.Client(
            headers={"User-Agent": _user_agent(), "Accept-Encoding": ENCODINGS},
            timeout=httpx.Timeout(limits.read, connect=limits.connect, pool=limits.total),
            follow_redirects=False,
            transport=RetryTransport(transport, retry_within(limits)),
        )

    def __enter__(self) -> Web:
        self._client.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.__exit__(kind, error, at)

    def fetch(self, url: str, held: Held | None = None, seconds: float | None = None) -> Response:
        """The body at `url`, or `held` where the server says that it still stands; within `seconds` at most.

        Raises Refusal: `refused_address`, `robots`, `too_large`, `unreadable`; Unreached where it gives no answer.
        """
        longest = self.limits.total if seconds is None else min(seconds, self.limits.total)
        watch = _Watch(longest)
        try:
            return self._follow(httpx.URL(url), held, watch, obey=True)
        except httpx.InvalidURL as error:
            raise Unreached(f"InvalidURL {error}: correct the address", passing=False) from error
        except httpx.HTTPError as error:
            late = f" (more than {longest:.3g} s in all)" if watch.seconds <= 0 else ""
            told = f"{type(error).__name__} {error}{late}: check address and network"
            lasting = isinstance(error, httpx.TooManyRedirects | httpx.UnsupportedProtocol)
            raise Unreached(told, passing=not lasting) from error

    def _follow(self, address: httpx.URL, held: Held | None, watch: _Watch, *, obey: bool) -> Response:
        for _ in range(self.limits.redirects + 1):
            if address.scheme not in ("http", "https"):
                raise Refusal(REASON, f"{address}: only http and https are read; correct the link")
            rules = self._rules_of(address, watch) if obey else Rules()
            if rules.closed:
                raise Unreached(f"{rules.closed}: {LATER}", passing=True)
            if not rules.allow(str(address)):
                raise Refusal(
                    "robots", f"the site's robots.txt asks {TOKEN} to stay away: ask the publisher, or drop it"
                )
            pause = rules.pause(self.limits.pause, self.limits.longest_pause) if obey else 0.0
            answer = self._ask(address, held, watch, pause)
            if isinstance(answer, Response):
                return answer
            address = answer
        raise httpx.TooManyRedirects(f"after {self.limits.redirects} of them, at {address}")

    def _ask(self, address: httpx.URL, held: Held | None, watch: _Watch, pause: float) -> Response | httpx.URL:
        """What `address` answers, or where it sends us. The body of a redirect is not read."""
        conditions = held.conditions() if held and held.address == str(address) else {}
        request = self._client.build_request("GET", address, headers=conditions)
        with self._turns.turn(address.netloc.decode("ascii"), pause), watch.running():
            response = self._client.send(request, stream=True)
            try:
                if response.next_request is not None:
                    return response.next_request.url
                if held and conditions and response.status_code == httpx.codes.NOT_MODIFIED:
                    return Response(held.data, held.media_type, held.headers, held.address)
                return self._taken(response)
            finally:
                response.close()

    def _taken(self, response: httpx.Response) -> Response:
        if response.status_code != httpx.codes.OK:
            status = response.status_code
            raise Unreached(
                f"HTTP {status} {response.reason_phrase}: check the address",
                passing=status >= 500 or status in _MAY_PASS,
                status=status,
            )
        return Response(
            read_body(response, self.limits),
            response.headers.get("content-type", "").partition(";")[0].strip().lower() or None,
            {k: v for k, v in sorted(response.headers.items()) if k.lower() not in _NOT_KEPT},
            str(response.url),
        )

    def _rules_of(self, address: httpx.URL, watch: _Watch) -> Rules:
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._rules_at(httpx.URL(f"{site}/robots.txt"), watch)
        return self._rules[site]

    def _rules_at(self, robots: httpx.URL, watch: _Watch) -> Rules:
        try:
            return rules_in(self._follow(robots, None, watch, obey=False).data)
        except Unreached as error:
            return rules_without(error.status or 0)
        except httpx.TooManyRedirects:
            return Rules()  # RFC 9309, 2.3.1.2: as if there were none.
        except httpx.HTTPError as error:
            return Rules(closed=f"{type(error).__name__} {error} for robots.txt")
        except Refusal as error:
            if error.reason == REASON:
                raise
            return Rules(closed=f"a robots.txt that cannot be read ({error})")


def make_client(
    transport: httpx.BaseTransport | None = None,
    *,
    limits: Limits | None = None,
    reach: Reach | None = None,
    resolve: Resolve = resolved,
) -> Web:
    """A client for one night: of the network, or of a `transport` in its place, which needs no pauses and tries."""
    if transport is not None:
        return Web(transport, limits or replace(Limits(), pause=0.0, tries=0))
    return Web(GuardedTransport(reach or reach_of_environment(), resolve), limits or Limits())


def fetch(url: str, client: Web) -> Response:
    """The body at `url`; raises as `Web.fetch`."""
    return client.fetch(url)


def _user_agent() -> str:
    contact = os.environ.get(CONTACT, "").strip()
    return f"{USER_AGENT[:-1]}; {contact})" if contact else USER_AGENT
