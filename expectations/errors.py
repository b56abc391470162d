"""Errors of the checks themselves. They name the value, the place and the remedy."""

from __future__ import annotations


class ExpectationFileError(Exception):
    """A file under `expectations/` cannot be used as it stands."""

    def __init__(self, found: str, place: str, remedy: str) -> None:
        super().__init__(f"{found} in {place}: {remedy}")
