"""Airflow's REST interface (API v2), as far as we need it: health, one DAG, its runs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx


class Rest:
    """One logged-in client of the API server at `base_url`; the token is fetched at the first call that needs it."""

    def __init__(self, base_url: str, password_file: Path) -> None:
        self._client = httpx.Client(base_url=base_url, timeout=10, trust_env=False)
        self._password_file = password_file

    def health(self) -> dict[str, str | None]:
        """The status of each component, by its name; empty while the server does not answer."""
        try:
            answer = self._client.get("/api/v2/monitor/health").raise_for_status().json()
        except httpx.HTTPError:
            return {}
        return {name: part["status"] for name, part in answer.items()}

    def call(self, method: str, path: str, **body: Any) -> Any:
        """The JSON answer to one call under `/api/v2`. Raises httpx.HTTPStatusError."""
        if "Authorization" not in self._client.headers:
            self._login()
        answer = self._client.request(method, f"/api/v2{path}", json=body or None)
        return answer.raise_for_status().json()

    def _login(self) -> None:
        password = json.loads(self._password_file.read_text(encoding="utf-8"))["admin"]
        answer = self._client.post("/auth/token", json={"username": "admin", "password": password})
        token = answer.raise_for_status().json()["access_token"]
        self._client.headers["Authorization"] = f"Bearer {token}"


def wait_until(what: str, true: Callable[[], bool], seconds: float) -> None:
    """Ask `true` twice a second. Raises TimeoutError, naming `what`, after `seconds`."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.5)
