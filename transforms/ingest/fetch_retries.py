"""When an address is asked again within a night, and how long we wait before."""

from __future__ import annotations

import httpx
from httpx_retries import Retry

from transforms.ingest.fetch_connection import left
from transforms.ingest.fetch_limits import Limits
from transforms.ingest.pieces import Refusal

_STATUSES = (429, 500, 502, 503, 504)


LATER = "run the night again later"


class Unreached(Refusal):
    """`unreachable`: `passing` where the same address may answer later, `status` where it answered at all."""

    def __init__(self, detail: str, *, passing: bool, status: int | None = None) -> None:
        super().__init__("unreachable", detail)
        self.passing = passing
        self.status = status


def retry_within(limits: Limits) -> Retry:
    """Tries after the statuses above and after broken connections, with doubling waits or as Retry-After asks."""
    return _Bounded(
        total=limits.tries,
        status_forcelist=_STATUSES,
        backoff_factor=limits.backoff,
        max_backoff_wait=limits.longest_wait,
    )


class _Bounded(Retry):
    """httpx-retries cuts a longer Retry-After to the longest wait and asks too early; here it ends the tries."""

    def sleep(self, response: httpx.Response | Exception) -> None:
        wanted = self._asked_for(response)
        if wanted > self.max_backoff_wait and isinstance(response, httpx.Response):
            raise _unreached(response, f"and asks us to wait {wanted:.0f} s")
        # The longest that a backoff can take: it is drawn below that.
        if max(wanted, self.backoff_factor * 2**self.attempts_made) >= left():
            if isinstance(response, Exception):
                raise response
            raise _unreached(response, "until its time was up")
        super().sleep(response)

    def _asked_for(self, response: httpx.Response | Exception) -> float:
        written = response.headers.get("retry-after", "") if isinstance(response, httpx.Response) else ""
        try:
            return self.parse_retry_after(written) if written else 0.0
        except ValueError:
            return 0.0


def _unreached(response: httpx.Response, how: str) -> Unreached:
    status = response.status_code
    return Unreached(f"HTTP {status} {response.reason_phrase}, {how}: {LATER}", passing=True, status=status)
