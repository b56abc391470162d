"""What is set on the command line by `--set name=value`."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.errors import InputError


def settings(given: Iterable[str], example: str) -> dict[str, str]:
    """`name=value` pairs by name. Raises InputError, with the example, for one that is none or stands twice."""
    pairs: dict[str, str] = {}
    for pair in given:
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not (name and sign and value) or name in pairs:
            raise InputError(f"{pair!r}", "--set", f"write field=value, each field once, such as {example}")
        pairs[name] = value
    return pairs
