"""One address over HTTP, with limits."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from transforms.ingest.pieces import Refusal

USER_AGENT = "Demarche/0.1 (open tracker of sanctions, recognitions and diplomatic actions in the news)"
TIMEOUT_SECONDS = 30.0
MAX_BYTES = 20 * 1024 * 1024
MAX_REDIRECTS = 5
# Of one visit, not of what was received; and a session's cookie is nobody's business later.
_NOT_KEPT = frozenset(("set-cookie", "set-cookie2"))


@dataclass(frozen=True, slots=True)
class Response:
    """A body after transfer decoding, its media type without parameters, and where the redirects ended."""

    data: bytes
    media_type: str | None
    headers: dict[str, str]
    address: str


def make_client(transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """A client that says who asks, waits half a minute at most and follows five redirects; the network by default."""
    return httpx.Client(
        headers={"User-Agent": USER_AGENT},
        timeout=TIMEOUT_SECONDS,
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        transport=transport,
    )


def fetch(url: str, client: httpx.Client) -> Response:
    """The body at `url`. Raises Refusal `unreachable` (any failure, any status but 200) or `too_large` (over 20 MB)."""
    try:
        with client.stream("GET", url) as response:
            if response.status_code != httpx.codes.OK:
                raise Refusal("unreachable", f"HTTP {response.status_code} {response.reason_phrase}: check the address")
            return Response(
                _body(response), response.headers.get("content-type", "").partition(";")[0].strip().lower() or None,
                {k: v for k, v in sorted(response.headers.items()) if k.lower() not in _NOT_KEPT}, str(response.url),
            )  # fmt: skip
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Refusal("unreachable", f"{type(error).__name__} {error}: check address and network") from error


def _body(response: httpx.Response) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise Refusal("too_large", f"more than {MAX_BYTES} bytes: give a smaller page or feed, or a saved file")
    return bytes(body)
