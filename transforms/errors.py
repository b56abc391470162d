"""Errors that name the value, the place and the remedy."""

from __future__ import annotations


class DemarcheError(Exception):
    """Something a person can mend. The message says what was found, where, and what to do."""

    def __init__(self, found: str, place: str, remedy: str) -> None:
        super().__init__(f"{found} in {place}: {remedy}")
        self.found = found
        self.place = place
        self.remedy = remedy


class SeedError(DemarcheError):
    """A row under `seeds/` is wrong or missing."""


class InputError(DemarcheError):
    """A source, file or option that cannot be used."""


class CheckError(DemarcheError):
    """A night that its checks refused."""


class LockError(DemarcheError):
    """Another process holds the state folder."""
